import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { italianWords } from '../../../scripts/editing/form/bundle.ts';
import { toFile, toForm } from '../../../scripts/editing/form/codec.ts';
import { cmsConfig, editorForm } from '../../../scripts/editing/form/config.ts';
import { formFields } from '../../../scripts/editing/form/fields.ts';
import { NAME, type FileFormat } from '../../../scripts/editing/form/shape.ts';
import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
import { concepts, type ConceptName } from '../../../src/schemas/index.ts';

const contentDir = join(import.meta.dirname, '../../../content');
const formatOf = (concept: ConceptName): FileFormat => ({
  extension: concepts[concept].format,
  shape: { kind: 'object', fields: formFields(concepts[concept].record, concept).shapes },
});
const read = (path: string): string => readFileSync(join(contentDir, path), 'utf8');
const records = (Object.keys(concepts) as ConceptName[]).flatMap((concept) =>
  globSync(concepts[concept].format === 'mdx' ? `${concept}/**/it.mdx` : `${concept}/**/*.yaml`, {
    cwd: contentDir,
  })
    .filter((path) => !/\.[a-z]{2,3}\.yaml$/.test(path))
    .map((path) => [path, concept] as const),
);

const partsOf = (file: string): { yaml: string; body: string } => {
  const parts = splitFrontMatter(file);
  return 'missing' in parts ? { yaml: file, body: '' } : { yaml: parts.yaml, body: parts.body.trim() };
};

/** The lines that only one of two texts has. */
const difference = (before: string, after: string): { gone: string[]; come: string[] } => {
  const [old, next] = [before.split('\n'), after.split('\n')];
  return {
    gone: old.filter((line) => !next.includes(line)),
    come: next.filter((line) => !old.includes(line)),
  };
};

test('there are records of every concept to look at', () => {
  expect(new Set(records.map(([, concept]) => concept)).size).toBe(Object.keys(concepts).length);
  expect(records.length).toBeGreaterThan(90);
});

test.each(records)('%s, opened and saved, is the same file', (path, concept) => {
  const text = read(path);
  expect(toFile(toForm(text, formatOf(concept)), formatOf(concept))).toBe(text);
});

test.each(records)('%s lost nothing on the way into the form', (path, concept) => {
  const format = formatOf(concept);
  const text = read(path);
  // Without the file that it came from, the form writes every field anew.
  const { _original, ...values } = toForm(text, format);
  const meaning = (file: string): unknown => {
    const { yaml, body } = partsOf(file);
    return { ...concepts[concept].record.parse(parse(yaml)), body };
  };
  expect(meaning(toFile(values, format))).toEqual(meaning(text));
});

describe('a change touches its own lines and no other', () => {
  const change = (path: string, concept: ConceptName, edit: (values: Record<string, unknown>) => void) => {
    const before = read(path);
    const values = structuredClone(toForm(before, formatOf(concept)));
    edit(values);
    return difference(before, toFile(values, formatOf(concept)));
  };
  const note = 'press-notes/2023-11-03-palermo/it.mdx';

  test('of a text with quotation marks and a colon', () => {
    expect(
      change(note, 'press-notes', (values) => {
        values['title'] = 'Palermo: "uno" sportello';
      }).come,
    ).toEqual(['title: "Palermo: \\"uno\\" sportello"']);
  });

  test('of the body', () => {
    const { gone, come } = change(note, 'press-notes', (values) => {
      values['body'] = `${String(values['body'])}\n\nUn capoverso in più.`;
    });
    expect(gone).toEqual([]);
    expect(come).toEqual(['Un capoverso in più.']);
  });

  test('of the state, and back to what no word means', () => {
    expect(
      change(note, 'press-notes', (values) => {
        values['status'] = 'draft';
      }).come,
    ).toEqual(['status: draft']);
    expect(
      change(note, 'press-notes', (values) => {
        expect(values['status']).toBe('published');
      }),
    ).toEqual({ gone: [], come: [] });
  });

  test('of a named thing that is added', () => {
    const { gone, come } = change(note, 'press-notes', (values) => {
      values['changes'] = [{ [NAME]: '2026-03-01', text: 'Corretto un nome.' }];
    });
    expect(gone).toEqual([]);
    expect(come).toEqual(['changes:', '  2026-03-01:', '    text: "Corretto un nome."']);
  });

  test('of a field that is emptied: its line goes', () => {
    const { gone, come } = change('activities/palermo/safe-space.yaml', 'activities', (values) => {
      values['forWhom'] = '';
    });
    expect(come).toEqual([]);
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatch(/^forWhom: /);
  });
});

test('what is no YAML is told, and the form does not open it', () => {
  expect(() => toForm('title: "senza fine', formatOf('cities'))).toThrow();
  expect(() => toForm('Un testo senza testa', formatOf('press-notes'))).toThrow('fra due righe "---"');
});

test('every field of every schema is in the form, under its Italian title', () => {
  const { collections } = editorForm();
  for (const collection of collections) {
    const concept = concepts[collection.name as ConceptName];
    const shown = collection.fields.map(({ name }) => name).filter((name) => !name.startsWith('_'));
    expect(shown).toEqual([
      ...Object.keys(concept.record.shape),
      ...(concept.format === 'mdx' ? ['body'] : []),
    ]);
  }
  expect(collections.map(({ name }) => name).sort()).toEqual(Object.keys(concepts).sort());
});

test('own words stand in only where the package has no Italian ones', () => {
  const own = read('../scripts/editing/form/browser/it-missing.json');
  const packaged = read('../node_modules/@sveltia/cms/locales/it.json');
  const keys = (words: object, path = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keys(value as object, `${path}${key}.`) : [`${path}${key}`],
    );
  const known = keys(JSON.parse(packaged) as object);
  // A word that the package has learnt in the meantime is no longer needed here.
  expect(keys(JSON.parse(own) as object).filter((key) => known.includes(key))).toEqual([]);
  expect(keys(italianWords(packaged))).toEqual(expect.arrayContaining([...known, 'show_errors']));
});

test('with a repository every change is a proposal; without one the form asks for no account', () => {
  const form = editorForm();
  const repository = { name: 'github', repo: 'ente/sito', branch: 'main' } as const;
  expect(cmsConfig(form, repository, 'https://lgnet.example')).toMatchObject({
    publish_mode: 'editorial_workflow',
    backend: { ...repository, auth_methods: ['token'] },
  });
  expect(cmsConfig(form, null, 'https://lgnet.example').publish_mode).toBe('simple');
});
