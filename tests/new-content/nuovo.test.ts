import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/lib/check/check-content.ts';
import { fieldsOf } from '../../scripts/lib/content/schema-fields.ts';
import { concepts } from '../../src/schemas/index.ts';
import { soundContent } from '../check/broken-content.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const nuovo = (root: string, ...args: string[]) => {
  const done = spawnSync(process.execPath, ['scripts/nuovo.ts', ...args, '--content', root], {
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout, told: done.stderr };
};
const content = (): string => {
  const root = soundContent();
  folders.push(root);
  return root;
};

const made = [
  [
    'nota',
    ['--citta', 'palermo', '--data', '2026-03-01', '--titolo', 'Palermo: "apre" uno sportello'],
    'press-notes/2026-03-01-palermo/it.mdx',
  ],
  [
    'citta',
    ['--nome', 'Forlì', '--regione', 'emilia-romagna', '--lat', '44.2227', '--lon', '12.0407'],
    'cities/forli.yaml',
  ],
  [
    'attività',
    ['--citta', 'palermo', '--titolo', 'Corso d’italiano', '--ambito', 'presa-in-carico'],
    'activities/palermo/corso-d-italiano.yaml',
  ],
  ['partner', ['--nome', 'Associazione Prova', '--citta', 'palermo'], 'partners/associazione-prova.yaml'],
  [
    'video',
    [
      '--nome',
      'Sartoria',
      '--genere',
      'clip',
      '--citta',
      'palermo',
      '--fonte',
      'https://www.comune.palermo.it/video',
    ],
    'videos/sartoria.yaml',
  ],
  ['edizione', ['--nome', 'LGNET3', '--nome-esteso', 'LGNET3, la terza edizione'], 'editions/lgnet3.yaml'],
] as const;

describe('a new file', () => {
  test.each(made)('%s is in its folder, and the check finds nothing wrong', (kind, args, path) => {
    const root = content();
    const { status, out, told } = nuovo(root, kind, ...args);
    expect(told).toBe('');
    expect(status).toBe(0);
    expect(out).toContain(path);
    expect(checkContent(root).map(({ file, what }) => `${file}: ${what}`)).toEqual([]);
  });

  test.each(made)('%s names every field, with what the schema says of it', (kind, args, path) => {
    const root = content();
    nuovo(root, kind, ...args);
    const text = readFileSync(join(root, path), 'utf8');
    const concept = path.split('/')[0] as keyof typeof concepts;
    for (const [name, { title, description }] of fieldsOf(concepts[concept].record)) {
      expect(text).toMatch(new RegExp(`^(# )?${name}: `, 'm'));
      if (title !== undefined) expect(text).toContain(`# ${title}`);
      if (description !== undefined) expect(text).toContain(description);
    }
  });

  test('of a note is a draft', () => {
    const root = content();
    nuovo(root, ...made[0][1].slice(0, 0), 'nota', ...made[0][1]);
    expect(readFileSync(join(root, made[0][2]), 'utf8')).toMatch(/^status: draft$/m);
  });

  test('never takes the place of another', () => {
    const root = content();
    nuovo(root, 'partner', '--nome', 'Associazione Prova', '--citta', 'palermo');
    const before = readFileSync(join(root, 'partners/associazione-prova.yaml'), 'utf8');
    const again = nuovo(
      root,
      'partner',
      '--nome',
      'Associazione prova',
      '--citta',
      'palermo',
      '--edizione',
      'lgnet2',
    );
    expect(again.status).toBe(1);
    expect(again.told).toContain('esiste già');
    expect(readFileSync(join(root, 'partners/associazione-prova.yaml'), 'utf8')).toBe(before);
  });
});

test('a language gets its line and its words, with its own plural forms', () => {
  const root = content();
  const args = [
    '--codice',
    'ar',
    '--nome',
    'العربية',
    '--locale',
    'ar-EG',
    '--invito',
    'اقرأ هذه الصفحة بالعربية',
  ];
  expect(nuovo(root, 'lingua', ...args).status).toBe(0);
  expect(readFileSync(join(root, 'languages.yaml'), 'utf8')).toContain('dir: "rtl"');
  const strings = JSON.parse(readFileSync(join(root, 'ui/ar.json'), 'utf8')) as Record<string, object>;
  expect(Object.keys(strings['cities.count'] ?? {}).sort()).toEqual([
    'few',
    'many',
    'one',
    'other',
    'two',
    'zero',
  ]);
  expect(nuovo(root, 'lingua', ...args).told).toContain('c’è già');
});

describe('without a terminal, what is missing or wrong is told all at once, and nothing is written', () => {
  test.each([
    [['nota'], ['Manca --citta', 'Manca --data', 'Manca --titolo']],
    [
      ['nota', '--citta', 'palremo', '--data', '01/03/2026', '--titolo', 'Prova'],
      ['Forse intendevi "palermo".', 'La data si scrive anno-mese-giorno'],
    ],
    [
      ['citta', '--nome', 'Oslo', '--regione', 'lazio', '--lat', '59.9', '--lon', '10.7'],
      ['La latitudine è un numero fra'],
    ],
    [['note'], ['Forse intendevi "nota".']],
    [[], ['Di’ che cosa creare']],
    [['nota', '--boh', 'x'], ['Non ho capito il comando']],
  ])('%j', (args, told) => {
    const root = content();
    const done = nuovo(root, ...args);
    expect(done.status).toBe(1);
    for (const words of told) expect(done.told).toContain(words);
    expect(done.told).not.toContain('    at ');
    expect(existsSync(join(root, 'press-notes/2026-03-01-palermo'))).toBe(false);
  });
});
