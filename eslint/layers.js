/**
 * Keeps the imports in one direction. In `src`: content → schemas → queries → pages → layouts → components, and
 * pages → artefacts. In `scripts`: commands → the rooms of the two wings, each of which says below whom it knows.
 */
import { dirname, posix, relative, resolve, sep } from 'node:path';

/**
 * What a layer may import from the project: values (which come with their types), and, beyond them, types alone.
 * The longest matching path decides which layer a file belongs to. `why` is what an offender is told.
 *
 * @type {Readonly<Record<string, { values: readonly string[], types?: readonly string[], why: string }>>}
 */
export const layers = {
  'src/lib': {
    values: ['src/lib'],
    why: 'lib imports nothing of ours, so that everything may import lib',
  },
  'src/i18n': {
    values: ['src/i18n', 'src/lib', 'content/ui'],
    why: 'i18n imports only lib and the interface strings',
  },
  'src/documents': {
    values: ['src/documents', 'src/lib'],
    types: ['src/map'],
    why: 'documents are models of notes and films: they know neither who asks for them nor who writes them',
  },
  'src/map': {
    values: ['src/map', 'src/lib'],
    why: 'the map draws from plain data',
  },
  'src/schemas': {
    values: ['src/schemas', 'src/documents', 'src/lib', 'src/i18n'],
    why: 'schemas describe content and know nothing of who reads it',
  },
  'src/queries': {
    values: [
      'src/queries',
      'src/schemas',
      'src/documents',
      'src/map',
      'src/i18n',
      'src/lib',
      'src/site.config.ts',
    ],
    why: 'queries answer pages and know nothing of how the answer is shown',
  },
  'src/artefacts': {
    values: ['src/artefacts', 'src/documents', 'src/map', 'src/i18n', 'src/lib', 'src/assets'],
    types: ['src/queries', 'src/schemas'],
    why: 'artefacts take views and return text or bytes: pages ask the queries and hand the views over',
  },
  'src/components': {
    values: ['src/components', 'src/documents', 'src/map', 'src/i18n', 'src/lib', 'src/styles', 'src/assets'],
    types: ['src/queries', 'src/schemas'],
    why: 'pages ask, components are told: a component gets plain props',
  },
  'src/layouts': {
    values: ['src/layouts', 'src/components', 'src/i18n', 'src/lib', 'src/styles', 'src/assets'],
    types: ['src/queries', 'src/schemas'],
    why: 'pages ask, layouts are told: a layout gets plain props',
  },
  'src/pages': {
    values: [
      ...['src/layouts', 'src/components', 'src/artefacts', 'src/documents', 'src/map', 'src/queries'],
      ...['src/i18n', 'src/lib', 'src/styles', 'src/assets', 'src/site.config.ts'],
    ],
    types: ['src/schemas'],
    why: 'pages ask the queries and hand the answer to layouts, components and artefacts; nobody imports pages',
  },
  'src/integrations': {
    values: ['src/integrations', 'src/lib', 'src/site.config.ts'],
    why: 'an integration works on the built site and knows nothing of its content',
  },
  'src/hosting': {
    values: ['src/hosting', 'src/lib/addresses.ts'],
    why: 'what hosts are told is plain data: it knows neither the content nor who writes it down',
  },
  src: {
    values: ['src/schemas', 'src/i18n', 'src/lib'],
    why: 'the configuration of src is read by others and reads only schemas, i18n and lib',
  },

  'scripts/editing/words': {
    values: ['scripts/editing/words', 'src/lib'],
    why: 'words knows text and nothing of content, so that every room may use it',
  },
  'scripts/editing/content': {
    values: [
      'scripts/editing/content',
      'scripts/editing/words',
      'src/documents',
      'src/i18n',
      'src/lib',
      'src/schemas',
    ],
    why: 'content reads files and fields, and knows nothing of who asks',
  },
  'scripts/editing/addresses': {
    values: [
      ...['scripts/editing/addresses', 'scripts/editing/content', 'scripts/editing/words'],
      ...['scripts/editing/command-line.ts', 'src/lib', 'src/schemas', 'src/queries/publication.ts'],
    ],
    why: 'addresses come from the content and from what is public of it',
  },
  'scripts/editing/check': {
    values: [
      ...['scripts/editing/check', 'scripts/editing/content', 'scripts/editing/words'],
      ...['scripts/editing/addresses', 'src/documents', 'src/i18n', 'src/lib', 'src/schemas'],
      // What is public, and what a document can show, is decided in one place each.
      ...['src/queries/publication.ts', 'src/artefacts/typst', 'src/artefacts/pictures.ts'],
      // How far a language is, and how far the operator wants it.
      ...['scripts/editing/translations', 'src/site.config.ts'],
    ],
    why: 'the check reads content and says what is wrong, and knows none of the other commands',
  },
  'scripts/editing/form': {
    values: [
      ...['scripts/editing/form', 'scripts/editing/content', 'scripts/editing/words'],
      ...['src/documents', 'src/i18n', 'src/lib', 'src/schemas', 'src/site.config.ts'],
      // What is public is decided in one place.
      'src/queries/publication.ts',
    ],
    why: 'the form is made of schemas and content alone',
  },
  'scripts/editing/desk': {
    values: [
      ...[
        'scripts/editing/desk',
        'scripts/editing/form',
        'scripts/editing/check',
        'scripts/editing/translations',
      ],
      ...['scripts/editing/content', 'scripts/editing/words'],
      ...['src/lib', 'src/schemas', 'src/queries/publication.ts'],
    ],
    why: 'the desk shows and changes content with what form, check and translations know',
  },
  'scripts/editing/new': {
    values: [
      ...['scripts/editing/new', 'scripts/editing/check', 'scripts/editing/content'],
      ...['scripts/editing/words', 'src/i18n', 'src/lib', 'src/schemas'],
    ],
    why: 'new content is written from the schemas and checked before it is saved',
  },
  'scripts/editing/import': {
    values: [
      ...['scripts/editing/import', 'scripts/editing/new', 'scripts/editing/check'],
      ...['scripts/editing/content', 'scripts/editing/words'],
      ...['src/documents', 'src/i18n', 'src/lib', 'src/schemas'],
    ],
    why: 'the import reads a document and writes new content',
  },
  'scripts/editing/preview': {
    values: [
      ...['scripts/editing/preview', 'scripts/editing/check', 'scripts/editing/content'],
      ...[
        'scripts/editing/words',
        'scripts/editing/command-line.ts',
        'src/lib',
        'src/queries',
        'src/schemas',
      ],
    ],
    why: 'the preview compares two built sites, and asks the queries what is public',
  },
  'scripts/editing/sources': {
    values: [
      ...['scripts/editing/sources', 'scripts/editing/check', 'scripts/editing/content'],
      ...['scripts/editing/words', 'src/lib', 'src/schemas'],
    ],
    why: 'sources are found in the content alone',
  },
  'scripts/editing/translations': {
    values: [
      ...['scripts/editing/translations', 'scripts/editing/content', 'scripts/editing/words'],
      ...['src/i18n', 'src/lib', 'src/schemas'],
    ],
    why: 'translations are counted in the content alone',
  },
  'scripts/editing/newsletter': {
    values: ['scripts/editing/newsletter', 'scripts/editing/words', 'src/i18n', 'src/lib'],
    why: 'a newsletter is written from what a built site says',
  },
  'scripts/editing': {
    values: ['scripts/editing/words', 'src/lib'],
    why: 'what every editing command shares knows none of them',
  },
  'scripts/building': {
    values: ['scripts/building', 'scripts/editing', 'content', ...sourcesBesidePages()],
    why: 'the build may ask the editing wing for its check and form; nobody imports pages, nor what only tests need',
  },
  scripts: {
    values: ['scripts', 'content', ...sourcesBesidePages()],
    why: 'commands may use both wings and src, but nobody imports pages, nor what only tests need',
  },
  tests: {
    values: ['tests', 'scripts', 'content', 'eslint', '.', ...sourcesBesidePages()],
    why: 'tests may use everything but pages: a page is tested as it was built, in tests/site',
  },
};

/** @type {import('eslint').Rule.RuleModule} */
export const layersRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      forbidden: '{{from}} must not import {{to}}: {{why}} (eslint/layers.js).',
      typesOnly: '{{from}} may import only types from {{to}}: {{why}} (eslint/layers.js).',
    },
  },
  create(context) {
    const file = toProjectPath(context.cwd, context.filename);
    const from = layerOf(file);
    if (from === undefined) return {};
    const { values, types = [], why } = /** @type {(typeof layers)[string]} */ (layers[from]);

    /** @param {import('estree').Node} node @param {unknown} specifier @param {boolean} typesOnly */
    const check = (node, specifier, typesOnly) => {
      const target = typeof specifier === 'string' ? resolveImport(file, specifier) : undefined;
      if (target === undefined || isWithin(target, values)) return;
      if (isWithin(target, types)) {
        if (!typesOnly) context.report({ node, messageId: 'typesOnly', data: { from, to: target, why } });
        return;
      }
      context.report({ node, messageId: 'forbidden', data: { from, to: target, why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source, node.source.value, importsOnlyTypes(node)),
      ExportNamedDeclaration: (node) =>
        node.source && check(node.source, node.source.value, importsOnlyTypes(node)),
      ExportAllDeclaration: (node) => check(node.source, node.source.value, importsOnlyTypes(node)),
      ImportExpression: (node) => check(node.source, 'value' in node.source && node.source.value, false),
    };
  },
};

function sourcesBesidePages() {
  const folders = [
    ...['artefacts', 'components', 'documents', 'hosting', 'i18n', 'integrations', 'layouts', 'lib', 'map'],
    ...['queries', 'schemas', 'styles'],
  ];
  return [...folders.map((folder) => `src/${folder}`), 'src/site.config.ts', 'src/content.config.ts'];
}

/** @param {string} file */
function layerOf(file) {
  return Object.keys(layers)
    .filter((layer) => isWithin(file, [layer]))
    .sort((a, b) => b.length - a.length)[0];
}

/** @param {string} path @param {readonly string[]} folders `.` stands for the files at the root */
function isWithin(path, folders) {
  return folders.some(
    (folder) => path === folder || path.startsWith(`${folder}/`) || (folder === '.' && !path.includes('/')),
  );
}

/** @param {string} cwd @param {string} filename */
function toProjectPath(cwd, filename) {
  return relative(cwd, resolve(cwd, filename)).split(sep).join('/');
}

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined} the imported file from the project's root; `undefined` for packages
 */
function resolveImport(file, specifier) {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('/')) return path.slice(1);
  return path.startsWith('.') ? posix.normalize(posix.join(dirname(file), path)) : undefined;
}

/** @param {object} node */
function importsOnlyTypes(node) {
  const kind = 'importKind' in node ? node.importKind : 'exportKind' in node ? node.exportKind : undefined;
  if (kind === 'type') return true;
  const specifiers = 'specifiers' in node && Array.isArray(node.specifiers) ? node.specifiers : [];
  return (
    specifiers.length > 0 &&
    specifiers.every((specifier) => specifier.importKind === 'type' || specifier.exportKind === 'type')
  );
}
