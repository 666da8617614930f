/** What we write ourselves passes our own check: the guide, the form and `npm run nuovo`. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import { isMistake } from '../../../scripts/editing/check/problem.ts';
import { toFile, toForm } from '../../../scripts/editing/form/codec.ts';
import { formFields } from '../../../scripts/editing/form/fields.ts';
import { NAME, type FileFormat } from '../../../scripts/editing/form/shape.ts';
import { concepts } from '../../../src/schemas/index.ts';
import { soundContent } from '../check/broken-content.ts';

const note = 'press-notes/2023-11-03-palermo/it.mdx';
const guide = readFileSync(join(import.meta.dirname, '../../../content/README.md'), 'utf8');
const format: FileFormat = {
  extension: 'mdx',
  shape: { kind: 'object', fields: formFields(concepts['press-notes'].record, 'press-notes').shapes },
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The codes of the mistakes after the Italian note, which has an English translation, was changed; warnings apart. */
const after = (change: (text: string) => string): { mistakes: string[]; warnings: string[] } => {
  const root = soundContent();
  folders.push(root);
  writeFileSync(join(root, note), change(readFileSync(join(root, note), 'utf8')));
  const problems = checkContent(root);
  const codes = (some: typeof problems): string[] => some.map(({ file, code }) => `${file} ${code}`);
  return {
    mistakes: codes(problems.filter(isMistake)),
    warnings: codes(problems.filter((problem) => !isMistake(problem))),
  };
};

const head =
  (yaml: string) =>
  (text: string): string =>
    text.replace('\nfigures:', `\n${yaml.trim()}\nfigures:`);
const byForm =
  (edit: (values: Record<string, unknown>) => void) =>
  (text: string): string => {
    const values = structuredClone(toForm(text, format));
    edit(values);
    return toFile(values, format);
  };
const example = (first: string): string => {
  const [, yaml = ''] = new RegExp(`\`\`\`yaml\\n(${first}[\\s\\S]*?)\`\`\``).exec(guide) ?? [];
  expect(yaml).not.toBe('');
  return yaml;
};
const waits = (field: string): string[] => [
  ...(field === '' ? [] : ['press-notes/2023-11-03-palermo/en.mdx translation-may-wait']),
  ...(field === 'withdrawal' ? [`${note} rests-on-a-withdrawn-note`] : []),
];

describe('a note with a translation is changed in Italian alone', () => {
  test.each<[string, (text: string) => string, string]>([
    ['a correction, as the guide shows it', head(example('changes:')), 'changes'],
    [
      'a correction with its day in quotes',
      head('changes:\n  "2026-03-04":\n    text: "Corretto."'),
      'changes',
    ],
    ['a correction with its day bare', head('changes:\n  2026-03-04:\n    text: "Corretto."'), 'changes'],
    [
      'a correction by form',
      byForm((values) => {
        values['changes'] = [{ [NAME]: '2026-03-04', text: 'Corretto il nome.' }];
      }),
      'changes',
    ],
    [
      'a withdrawal by form',
      byForm((values) => {
        values['status'] = 'withdrawn';
        values['withdrawal'] = { date: '2026-03-05', reason: 'L’iniziativa è stata annullata.' };
      }),
      'withdrawal',
    ],
    [
      'a note published in error, by form',
      byForm((values) => {
        values['status'] = 'error';
        values['withdrawal'] = { date: '2026-03-05', reason: 'Conteneva un nome sbagliato.' };
      }),
      'withdrawal',
    ],
    [
      'a withdrawal, as the guide shows it',
      head(example('status: withdrawn').replace(/\n.*replacedBy.*/, '')),
      'withdrawal',
    ],
    ['an embargo, as the guide shows it', head(example('embargo:')), ''],
    [
      'an embargo by form',
      byForm((values) => {
        values['embargo'] = '2026-07-01T11:00:00+02:00';
      }),
      '',
    ],
    [
      'a draft by form',
      byForm((values) => {
        values['status'] = 'draft';
      }),
      '',
    ],
  ])('%s', (_, change, waiting) => {
    expect(after(change)).toEqual({ mistakes: [], warnings: waits(waiting) });
  });
});

test('a correction has the same day, however it is written', () => {
  const days = (yaml: string): string[] =>
    Object.keys(
      concepts['press-notes'].record.shape.changes.parse((parse(yaml) as { changes: unknown }).changes),
    );
  expect(days('changes:\n  2026-03-04: { text: "Corretto." }')).toEqual(['2026-03-04']);
  expect(days('changes:\n  "2026-03-04": { text: "Corretto." }')).toEqual(['2026-03-04']);
});
