import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { layersRule } from './eslint/layers.js';
import { wordsInContentRule } from './eslint/words-in-content.js';

const contentReaders = [
  'getCollection',
  'getEntry',
  'getEntries',
  'getEntryBySlug',
  'getLiveCollection',
  'getLiveEntry',
];

const onlyQueriesReadContent = {
  name: 'astro:content',
  importNames: contentReaders,
  message: 'Only src/queries reads collections: there, what is public and in which language is decided once.',
};

// An underscore marks what is left out on purpose; Astro reads the interface `Props`.
const unused = {
  varsIgnorePattern: '^(_.*|Props)$',
  argsIgnorePattern: '^_',
  destructuredArrayIgnorePattern: '^_',
  ignoreRestSiblings: true,
};

export default defineConfig(
  globalIgnores(['dist/', '.build/', '.cache/', '.astro/', 'public/', 'content/', 'tests/fixtures/']),

  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // TypeScript knows these names better (https://typescript-eslint.io/troubleshooting/faqs/eslint).
    rules: { 'no-undef': 'off', 'no-console': 'off', eqeqeq: 'error', 'prefer-const': 'error' },
  },

  astro.configs.recommended,
  astro.configs['jsx-a11y-strict'],
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', unused],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Safari takes the role from a list without marks: it is given back on purpose.
      'astro/jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
      // A wide table is scrolled with the keyboard too.
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['group'], tags: [] }],
    },
  },

  {
    files: ['**/*.{js,mjs,ts,astro}'],
    plugins: {
      'import-x': importX,
      lgnet: { rules: { layers: layersRule, 'words-in-content': wordsInContentRule } },
    },
    settings: {
      'import-x/core-modules': ['astro:content', 'astro:assets', 'astro:env/client', 'astro:transitions'],
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      'import-x/parsers': { 'astro-eslint-parser': ['.astro'], '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'lgnet/layers': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/first': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: ['src/queries/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [onlyQueriesReadContent] }] },
  },
  {
    files: ['src/artefacts/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^astro:',
              message: 'Artefacts take views and return text or bytes: they must run without Astro.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/**/*.astro'], rules: { 'lgnet/words-in-content': 'error' } },
);
