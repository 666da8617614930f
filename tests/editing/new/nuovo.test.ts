import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, describe, expect, test } from 'vitest';
import { nuovo as command } from '../../../scripts/nuovo.ts';
import { controlla } from '../../../scripts/controlla.ts';
import { traduzioni } from '../../../scripts/traduzioni.ts';
import {
  languageShares,
  languagesInPreparation,
} from '../../../scripts/editing/check/checks/language-share.ts';
import { readContent } from '../../../scripts/editing/content/read.ts';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import { fieldsOf, isOptional } from '../../../scripts/editing/content/schema-fields.ts';
import { language } from '../../../src/schemas/language.ts';
import { concepts } from '../../../src/schemas/index.ts';
import { speakFew } from '../../few-languages.ts';
import { soundContent } from '../check/broken-content.ts';
import { runCommand } from '../run-command.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const nuovo = (root: string, ...args: string[]) => runCommand(command, ...args, '--content', root);
const content = (): string => {
  const root = soundContent();
  folders.push(root);
  return root;
};

/** The site's own content, copied, in two of its languages. */
const realContent = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  folders.push(root);
  cpSync(join(import.meta.dirname, '../../../content'), root, { recursive: true });
  speakFew(root, ['it', 'en']);
  return root;
};

const made = [
  [
    'nota',
    [
      '--citta',
      'palermo',
      '--data',
      '2026-03-01',
      '--titolo',
      'Palermo: "apre" uno sportello',
      '--edizione',
      'lgnet2',
    ],
    'press-notes/2026-03-01-palermo/it.mdx',
  ],
  [
    'citta',
    [
      '--nome',
      'Forlì',
      '--regione',
      'emilia-romagna',
      '--lat',
      '44.2227',
      '--lon',
      '12.0407',
      '--edizione',
      'lgnet2',
    ],
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
      '--edizione',
      'lgnet2',
    ],
    'videos/sartoria.yaml',
  ],
  ['edizione', ['--nome', 'LGNET4', '--nome-esteso', 'LGNET4, la quarta edizione'], 'editions/lgnet4.yaml'],
] as const;

describe('a new file', () => {
  test.each(made)('%s is in its folder, and the check finds nothing wrong', async (kind, args, path) => {
    const root = content();
    const { status, out, told } = await nuovo(root, kind, ...args);
    expect(told).toBe('');
    expect(status).toBe(0);
    expect(out).toContain(path);
    // A note is a draft; of the others the check tells what is left to be written, and nothing else.
    const left = readFileSync(join(root, path), 'utf8').match(/DA SCRIVERE/g) ?? [];
    expect(checkContent(root).map(({ file, code }) => [file, code])).toEqual(
      kind === 'nota' ? [] : left.map(() => [path, 'left-to-write']),
    );
  });

  test.each(made)('%s names every field, with what the schema says of it', async (kind, args, path) => {
    const root = content();
    await nuovo(root, kind, ...args);
    const text = readFileSync(join(root, path), 'utf8');
    const concept = path.split('/')[0] as keyof typeof concepts;
    for (const [name, { title, hint }] of fieldsOf(concepts[concept].record)) {
      expect(text).toMatch(new RegExp(`^(# )?${name}:( |$)`, 'm'));
      if (title !== undefined) expect(text).toContain(`# ${title}`);
      if (hint !== undefined) expect(text).toContain(hint);
    }
  });

  test.each(made)(
    '%s: a field that is a comment is sound when it is one no more',
    async (kind, args, path) => {
      const root = content();
      await nuovo(root, kind, ...args);
      const text = readFileSync(join(root, path), 'utf8');
      const { record } = concepts[path.split('/')[0] as keyof typeof concepts];
      const names = [...text.matchAll(/^# ([a-z]\w*):(?: |$)/gm)].map(([, name = '']) => name);
      expect(names).not.toEqual([]);
      for (const name of names) {
        // The field's own lines: its name, and what stands indented below it.
        const written = text.replace(new RegExp(`^# (?=${name}:)(?:.*\\n# {3})*`, 'm'), (lines) =>
          lines.replaceAll('# ', ''),
        );
        expect(written).not.toBe(text);
        const yaml: unknown = parse(/^---\n([\s\S]*?)\n---/.exec(written)?.[1] ?? written);
        const wrong =
          record.safeParse(yaml).error?.issues.filter(({ path: [field] }) => field === name) ?? [];
        // Two fields may need one another: what a lone one says of its neighbour is right.
        expect(
          wrong.filter(({ code }) => code !== 'custom'),
          `${name} in\n${written}`,
        ).toEqual([]);
      }
    },
  );

  test('of a note is a draft', async () => {
    const root = content();
    await nuovo(root, 'nota', ...made[0][1]);
    expect(readFileSync(join(root, made[0][2]), 'utf8')).toMatch(/^status: draft$/m);
  });

  test('never takes the place of another', async () => {
    const root = content();
    await nuovo(root, 'partner', '--nome', 'Associazione Prova', '--citta', 'palermo');
    const before = readFileSync(join(root, 'partners/associazione-prova.yaml'), 'utf8');
    const again = await nuovo(
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

test('beside the site’s own content, one of each kind is sound', async () => {
  const root = realContent();
  for (const [kind, args] of made) {
    const { status, told } = await nuovo(root, kind, ...args);
    expect(told).toBe('');
    expect(status).toBe(0);
  }
  expect((await nuovo(root, 'lingua', 'pl', '--nome', 'Polski', '--invito', 'Czytaj po polsku')).told).toBe(
    '',
  );
  // What is new is not in the register of addresses yet, and still to be written.
  const open = ['left-to-write', 'address-not-registered'];
  expect(checkContent(root).filter(({ code }) => !open.includes(code))).toEqual([]);
}, 90_000);

test.each([
  ['partner', ['--nome', 'Ente Nazionale', '--ruolo', 'coordination'], 'partners/ente-nazionale.yaml'],
  ['video', ['--nome', 'Film', '--genere', 'docufilm'], 'videos/film.yaml'],
])('a %s of the whole network needs no city', async (kind, args, path) => {
  const root = content();
  expect((await nuovo(root, kind, ...args, '--fonte', '2023-11-03-palermo')).told).toBe('');
  expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/city: palermo|cities: \[palermo\]\n/);
});

test('a new edition comes with the list of texts that name one, and may say what is true no more', async () => {
  const root = content();
  const city = join(root, 'cities/palermo.yaml');
  const text = readFileSync(city, 'utf8').replace(/^summary: .*$/m, 'summary: "Una città di LgNet2."');
  writeFileSync(city, `${text}\n# LgNet2 in un commento\n`);
  const { out } = await nuovo(root, 'edizione', '--nome', 'LGNET4', '--nome-esteso', 'LGNET4, la quarta');
  expect(out).toContain('Questi testi nominano un’edizione');
  expect(out).toMatch(/cities\/palermo\.yaml, riga \d+: lgnet2$/m);
});

test('a draft is no source', async () => {
  const root = content();
  await nuovo(root, 'nota', ...made[0][1]);
  await nuovo(root, 'partner', ...made[3][1]);
  expect(readFileSync(join(root, made[3][2]), 'utf8')).toContain('note: 2023-11-03-palermo');
});

test('a language gets its file and its words, with its own plural forms', async () => {
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
  expect((await nuovo(root, 'lingua', ...args)).status).toBe(0);
  const file = readFileSync(join(root, 'languages/ar.yaml'), 'utf8');
  expect(file).toContain('dir: "rtl"');
  expect(file).toContain('order: 3');
  // Letters that join, and are not those of the site's own font.
  expect(file).toMatch(/^screen:\n {2}fonts: .*\n(?:.*\n)*? {2}joined: yes$/m);
  for (const [name, { title, schema }] of fieldsOf(language))
    expect(file).toMatch(new RegExp(`# ${title}.*\n${isOptional(schema) ? '(?:# )?' : ''}${name}:`));
  expect(existsSync(join(root, 'glossary/ar.yaml'))).toBe(true);
  const strings = JSON.parse(readFileSync(join(root, 'ui/ar.json'), 'utf8')) as Record<string, object>;
  expect(Object.keys(strings['cities.count'] ?? {}).sort()).toEqual([
    'few',
    'many',
    'one',
    'other',
    'two',
    'zero',
  ]);
  expect((await nuovo(root, 'lingua', ...args)).told).toContain('c’è già');
});

test.each([
  ['uk', 'uk-UA', ['few', 'many', 'one', 'other']],
  ['bn', 'bn-BD-u-nu-latn', ['one', 'other']],
  ['prs', 'fa-AF-u-ca-gregory-nu-latn', ['one', 'other']],
])('%s is written for %s with the calendar and the digits of here', async (code, locale, forms) => {
  const root = content();
  expect((await nuovo(root, 'lingua', code, '--nome', 'X', '--invito', 'X')).told).toBe('');
  expect(readFileSync(join(root, `languages/${code}.yaml`), 'utf8')).toContain(`locale: "${locale}"`);
  const strings = JSON.parse(readFileSync(join(root, `ui/${code}.json`), 'utf8')) as Record<string, object>;
  expect(Object.keys(strings['cities.count'] ?? {}).sort()).toEqual(forms);
  expect(checkContent(root).filter(({ level }) => level !== 'warning')).toEqual([]);
});

test('a new language is in preparation, and nothing of it counts as translated', async () => {
  const root = content();
  const { out } = await nuovo(root, 'lingua', 'tr', '--nome', 'Türkçe', '--invito', 'Türkçe okuyun');
  expect(out).toContain('in preparazione (public: no)');
  const [share] = languageShares(readContent(root)).filter(({ language: code }) => code === 'tr');
  expect(share).toMatchObject({ isPublic: false, texts: 0, ui: 0 });
  expect(languagesInPreparation(readContent(root))).toContain('tr: 0% dei testi, 0% delle parole');
  const counted = await runCommand(traduzioni, '--content', root);
  expect(counted.out).toMatch(/^tr +note stampa +1 +1 /m);
  expect(counted.out).toMatch(/Parole dell’interfaccia, tr: 0 di \d+ \(\d+ sono ancora in italiano\)/);
  const checked = await runCommand(controlla, '--content', root);
  expect(checked.out).toContain('Lingue in preparazione, che chi legge non vede:\n  tr: 0% dei testi');
});

test('the project’s public description lists the new language', async () => {
  const root = content();
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  folders.push(project);
  const own = join(project, 'content');
  cpSync(root, own, { recursive: true });
  cpSync('publiccode.yml', join(project, 'publiccode.yml'));
  await nuovo(own, 'lingua', 'tt', '--nome', 'X', '--locale', 'tt-RU', '--invito', 'X');
  const lines = readFileSync(join(project, 'publiccode.yml'), 'utf8').split('\n');
  const before = readFileSync('publiccode.yml', 'utf8').split('\n');
  expect(lines.filter((line) => line !== '    - tt')).toEqual(before);
  expect(lines).toHaveLength(before.length + 1);
});

describe('without a terminal, what is missing or wrong is told all at once, and nothing is written', () => {
  test.each([
    [['nota'], ['Manca --citta', 'Manca --data', 'Manca --titolo']],
    [
      ['nota', '--citta', 'palremo', '--data', '01/03/2026', '--titolo', 'Prova'],
      ['Forse intendevi "palermo".', 'La data va scritta anno-mese-giorno'],
    ],
    [
      ['nota', '--citta', 'salerno', '--data', '2026-03-01', '--titolo', 'Prova'],
      ['Le città sono: ', 'Una città nuova: npm run nuovo -- citta --nome "Salerno"'],
    ],
    // On that day two editions may have been running: none is taken for the other.
    [['nota', '--citta', 'palermo', '--data', '2020-03-01', '--titolo', 'Prova'], ['Manca --edizione']],
    [
      ['citta', '--nome', 'Forlì', '--regione', 'emilia-romagna', '--lat', '44.2', '--lon', '12.0'],
      ['Manca --edizione'],
    ],
    [
      ['citta', '--nome', 'Oslo', '--regione', 'lazio', '--lat', '59.9', '--lon', '10.7'],
      ['La latitudine è un numero fra'],
    ],
    [['note'], ['Forse intendevi "nota".']],
    [[], ['Di’ che cosa creare']],
    [['nota', '--tilolo', 'x'], ['L’opzione --tilolo non esiste. Forse intendevi --titolo.']],
    [['nota', '--titolo'], ['Dopo --titolo manca il valore']],
    [['nota', '--titolo', '--citta', 'palermo'], ['Dopo --titolo manca il valore']],
    [['nota', '--lat', '38'], ['--lat non serve']],
    [['nota', 'palermo'], ['Non so che cosa fare di "palermo"']],
    ...['2026-13-01', '2026-02-30', '2026-3-1', ''].map((date) => [
      ['nota', '--citta', 'palermo', '--data', date, '--titolo', 'x'],
      ['--data: '],
    ]),
    [
      ['nota', '--citta', 'palermo', '--data', '1 marzo 2026', '--titolo', 'x'],
      ['Forse intendevi "2026-03-01".'],
    ],
    [
      ['nota', '--citta', 'palermo', '--data', '2026-03-01', '--titolo', 'x', '--edizione', 'lgnetea'],
      ['La città "palermo" non fa parte dell’edizione "lgnetea"', 'Correggi così: edition: lgnet2'],
    ],
    [
      ['partner', '--nome', 'Ente', '--citta', 'palermo', '--fonte', '2023-11-03-palerm'],
      ['Forse intendevi "2023-11-03-palermo".'],
    ],
    [['partner', '--nome', 'Ente', '--citta', 'palermo', '--fonte', 'https://'], ['indirizzo completo']],
    [['partner', '--nome', 'Centro Penc'], ['Manca --citta']],
    [
      ['lingua', 'de', '--nome', 'Deutsch', '--locale', 'fr-FR', '--invito', 'Auf Deutsch lesen'],
      ['la lingua è "de"'],
    ],
  ])('%j', async (args, told) => {
    const root = content();
    const before = readdirSync(root, { recursive: true });
    const done = await nuovo(root, ...args);
    expect(done.status).toBe(1);
    for (const words of told) expect(done.told).toContain(words);
    expect(done.told).not.toContain('    at ');
    expect(readdirSync(root, { recursive: true })).toEqual(before);
  });
});

test('a content folder that is not there is told', async () => {
  const { status, told } = await nuovo('/non/esiste', 'nota');
  expect(status).toBe(1);
  expect(told).toContain('La cartella dei contenuti non esiste');
});

test('in a terminal it asks what is missing, and asks again after a faulty answer', () => {
  const root = content();
  // Python opens a terminal for the command and types what an editor would.
  const done = spawnSync(
    'python3',
    [
      join(import.meta.dirname, 'in-terminal.py'),
      JSON.stringify([
        ['Quale città?', '\x1b[B\r'],
        ['La data della nota', '01/03/2026\r'],
        ['Forse intendevi', '\x7f'.repeat(10) + '2026-03-01\r'],
        ['Il titolo?', 'Palermo apre uno sportello\r'],
        ['Quale edizione?', '\r'],
      ]),
      process.execPath,
      'scripts/nuovo.ts',
      'nota',
      '--content',
      root,
    ],
    { encoding: 'utf8', timeout: 60_000 },
  );
  expect(done.status, done.stdout + done.stderr).toBe(0);
  const text = readFileSync(join(root, 'press-notes/2026-03-01-palermo/it.mdx'), 'utf8');
  expect(text).toContain('title: "Palermo apre uno sportello"');
  expect(text).toContain('edition: lgnet2');
}, 90_000);
