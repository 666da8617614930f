/** The six rules of the source's layout, proved on snippets with the project's own linter configuration. */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({
  // Rules that need types want real files; the snippets are only text.
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: tseslint.configs.disableTypeChecked.rules ?? {},
  },
});

const ruleIds = new Set(['lgnet/layers', 'lgnet/words-in-content', 'no-restricted-imports']);

/** The layout rules that a file breaks, one entry per offence. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  expect(result?.messages.filter(({ fatal }) => fatal)).toEqual([]);
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? '').filter((id) => ruleIds.has(id));
}

const use = (specifier: string): string => `import { a } from '${specifier}';\nconsole.log(a);\n`;
const useType = (specifier: string): string =>
  `import type { A } from '${specifier}';\nexport const a = (b: A): A => b;\n`;
const inAstro = (script: string): string => `---\n${script}---\n\n<p>{a}</p>\n`;
const template = (html: string): string => `---\nconst { open, name } = Astro.props;\n---\n\n${html}\n`;

type Row = [what: string, file: string, code: string];

const offences: Record<string, { rule: string; rows: Row[] }> = {
  '1. words live in content': {
    rule: 'lgnet/words-in-content',
    rows: [
      ['a heading', 'src/pages/index.astro', template('<h1>Le città della rete</h1>')],
      ['a text in another script', 'src/components/Nav.astro', template('<p>مرحبا بكم</p>')],
      ['a literal in braces', 'src/components/Nav.astro', template("<p>{'Le città'}</p>")],
      ['a choice of words', 'src/components/Nav.astro', template("<p>{open ? 'Chiudi' : name}</p>")],
      ['words around a value', 'src/components/Nav.astro', template('<p>{`Ciao ${name}`}</p>')],
      ['an accessible name', 'src/components/Nav.astro', template('<nav aria-label="Principale"></nav>')],
      ['an alternative text', 'src/layouts/Page.astro', template('<img src="/a.png" alt="La mappa" />')],
      ['a colon beside a string', 'src/components/Nav.astro', template("<p>{t('a')}: {name}</p>")],
      ['brackets around a value', 'src/components/Nav.astro', template('<p>({name})</p>')],
      ['a comma in braces', 'src/components/Nav.astro', template("<p>{open && ', '}{name}</p>")],
      ['quotation marks around a value', 'src/components/Nav.astro', template('<p>{`«${name}»`}</p>')],
      ['an accessible name in braces', 'src/layouts/Page.astro', template("<nav aria-label={'Menu'}></nav>")],
    ],
  },
  '2. only queries read collections': {
    rule: 'no-restricted-imports',
    rows: [
      [
        'a page',
        'src/pages/index.astro',
        "---\nimport { getCollection } from 'astro:content';\nawait getCollection('cities');\n---\n",
      ],
      [
        'a component',
        'src/components/City.astro',
        "---\nimport { getEntry } from 'astro:content';\nawait getEntry('cities', 'roma');\n---\n",
      ],
      [
        'an endpoint',
        'src/pages/feed.xml.ts',
        "import { getEntries } from 'astro:content';\nconsole.log(getEntries);\n",
      ],
      [
        'under another name',
        'src/lib/read.ts',
        "import { getCollection as read } from 'astro:content';\nconsole.log(read);\n",
      ],
      [
        'the whole module',
        'src/lib/read.ts',
        "import * as content from 'astro:content';\nconsole.log(content);\n",
      ],
    ],
  },
  '3. pages ask, components are told': {
    rule: 'lgnet/layers',
    rows: [
      [
        'a component asks',
        'src/components/City.astro',
        inAstro("import { a } from '../queries/cities.ts';\n"),
      ],
      ['a layout asks', 'src/layouts/Page.astro', inAstro("import { a } from '../queries/site.ts';\n")],
      [
        'a deep component asks',
        'src/components/map/Map.astro',
        inAstro("import { a } from '../../queries/cities.ts';\n"),
      ],
      [
        'a component asks when shown',
        'src/components/City.astro',
        "---\nconst a = await import('../queries/cities.ts');\n---\n\n<p>{a}</p>\n",
      ],
      [
        'a component reads the site settings',
        'src/components/Footer.astro',
        inAstro("import { a } from '../site.config.ts';\n"),
      ],
      [
        'a component uses a layout',
        'src/components/City.astro',
        inAstro("import a from '../layouts/Page.astro';\n"),
      ],
      [
        'a component checks content',
        'src/components/City.astro',
        inAstro("import { a } from '../schemas/city.ts';\n"),
      ],
      [
        'a layout makes an artefact',
        'src/layouts/Page.astro',
        inAstro("import { a } from '../artefacts/pdf.ts';\n"),
      ],
      ['a query uses a component', 'src/queries/cities.ts', use('../components/slug.ts')],
    ],
  },
  '4. artefacts take views': {
    rule: 'lgnet/layers',
    rows: [
      ['an artefact asks', 'src/artefacts/feed.ts', use('../queries/press-notes.ts')],
      [
        'an artefact asks on the way through',
        'src/artefacts/index.ts',
        "export { a } from '../queries/press-notes.ts';\n",
      ],
      ['an artefact uses a component', 'src/artefacts/pdf/note.ts', use('../../components/date.ts')],
    ],
  },
  '4. artefacts run without Astro': {
    rule: 'no-restricted-imports',
    rows: [
      ['pictures', 'src/artefacts/card.ts', use('astro:assets')],
      ['content', 'src/artefacts/pdf/note.ts', use('astro:content')],
      ['a type', 'src/artefacts/feed.ts', useType('astro:content')],
    ],
  },
  '5. lib imports nothing of ours, i18n only lib and strings': {
    rule: 'lgnet/layers',
    rows: [
      ['lib uses i18n', 'src/lib/dates.ts', use('../i18n/format.ts')],
      ['lib uses a type of schemas', 'src/lib/dates.ts', useType('../schemas/index.ts')],
      ['lib reads content', 'src/lib/strings.ts', use('../../content/ui/it.json')],
      ['i18n uses queries', 'src/i18n/paths.ts', use('../queries/cities.ts')],
      ['i18n reads other content', 'src/i18n/paths.ts', use('../../content/cities/roma.json')],
      ['i18n reads the site settings', 'src/i18n/paths.ts', use('../site.config.ts')],
      ['schemas use queries', 'src/schemas/city.ts', use('../queries/cities.ts')],
    ],
  },
  '6. nobody imports pages; src imports neither scripts nor tests': {
    rule: 'lgnet/layers',
    rows: [
      ['a page imports a page', 'src/pages/en/index.astro', inAstro("import a from '../index.astro';\n")],
      [
        'a component imports a page',
        'src/components/City.astro',
        inAstro("import { a } from '../pages/feed.xml.ts';\n"),
      ],
      ['a test imports a page', 'tests/pages/feed.test.ts', use('../../src/pages/feed.xml.ts')],
      ['a script imports a page', 'scripts/building/a.ts', use('../../src/pages/feed.xml.ts')],
      [
        'a page imports a script',
        'src/pages/index.astro',
        inAstro("import { a } from '../../scripts/building/a.ts';\n"),
      ],
      ['lib imports a script', 'src/lib/a.ts', use('../../scripts/building/a.ts')],
      ['a query imports a fixture', 'src/queries/cities.ts', use('../../tests/fixtures/cities.ts')],
      ['from the root of the project', 'src/queries/cities.ts', use('/tests/fixtures/cities.ts')],
      ['a script imports a test', 'scripts/building/a.ts', use('../../tests/helpers.ts')],
    ],
  },
};

const allowed: Row[] = [
  ['a page asks a query', 'src/pages/index.astro', inAstro("import { a } from '../queries/cities.ts';\n")],
  ['a page uses an artefact', 'src/pages/feed.xml.ts', use('../artefacts/feed.ts')],
  [
    'a query reads a collection',
    'src/queries/cities.ts',
    "import { getCollection } from 'astro:content';\nexport const a = () => getCollection('cities');\n",
  ],
  [
    'a page renders a note',
    'src/pages/index.astro',
    inAstro("import { render as a } from 'astro:content';\n"),
  ],
  ['a component takes a view', 'src/components/city.ts', useType('../queries/cities.ts')],
  [
    'a component takes one inline type',
    'src/components/city.ts',
    "import { type A } from '../queries/cities.ts';\nexport const a = (b: A): A => b;\n",
  ],
  [
    'a component uses a component',
    'src/components/City.astro',
    inAstro("import a from './map/Map.astro';\n"),
  ],
  [
    'a component translates',
    'src/components/City.astro',
    inAstro("import { a } from '../i18n/strings.ts';\n"),
  ],
  [
    'a layout uses a component',
    'src/layouts/Page.astro',
    inAstro("import a from '../components/Header.astro';\n"),
  ],
  ['an artefact takes a view', 'src/artefacts/feed.ts', useType('../queries/press-notes.ts')],
  ['i18n reads the interface strings', 'src/i18n/strings.ts', useType('../../content/ui/it.json')],
  ['a test imports a script', 'tests/scripts/a.test.ts', use('../../scripts/building/a.ts')],
  ['a package', 'src/lib/a.ts', use('zod')],
  ['a value', 'src/components/Nav.astro', template('<p class="lead big" id="top">{name}</p>')],
  ['a sign and a number', 'src/components/Nav.astro', template('<p>— 16 ·&nbsp;{name}</p>')],
  ['the name and the file format', 'src/components/Nav.astro', template('<a href="/a.pdf">LGNet PDF</a>')],
  [
    'a class that depends',
    'src/components/Nav.astro',
    template("<p class:list={[open ? 'open wide' : 'shut']}>{name}</p>"),
  ],
  ['a value for machines', 'src/layouts/Page.astro', template('<meta name="robots" content="noindex" />')],
  ['a style', 'src/layouts/Page.astro', template('<style>\n  p {\n    color: red;\n  }\n</style>')],
  ['a script', 'src/layouts/Page.astro', template("<script>\n  document.title = 'abc';\n</script>")],
];

describe.each(Object.entries(offences))('%s', (_, { rule, rows }) => {
  test.each(rows)('refuses: %s', async (_what, file, code) => {
    expect(await broken(file, code)).toContain(rule);
  });
});

describe('leaves alone', () => {
  test.each(allowed)('%s', async (_what, file, code) => {
    expect(await broken(file, code)).toEqual([]);
  });
});
