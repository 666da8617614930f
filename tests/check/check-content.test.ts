import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/lib/check/check-content.ts';

const real = join(import.meta.dirname, '../../content');
const folders: string[] = [];

/** A copy of the real content with one mistake in it. */
const contentWith = (mistake: (root: string) => void): string => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  folders.push(root);
  cpSync(real, root, { recursive: true });
  mistake(root);
  return root;
};

const replaceIn =
  (file: string, from: string | RegExp, to: string) =>
  (root: string): void => {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has nothing to replace: the case would test nothing.`);
    writeFileSync(path, after);
  };

const write =
  (file: string, text: string) =>
  (root: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('the content as it is has no problem', () => {
  expect(checkContent(real)).toEqual([]);
});

const note = 'press-notes/2023-11-03-palermo/it.mdx';
const safeSpace = 'activities/palermo/safe-space.yaml';

describe('a mistake is told with its file, what is wrong and how to mend it', () => {
  test.each([
    [
      'an activity of an unknown city',
      replaceIn(safeSpace, 'city: palermo', 'city: palremo'),
      [safeSpace, 'La città "palremo" non esiste.', 'Forse intendevi "palermo".'],
    ],
    [
      'an activity of an unknown area',
      replaceIn(safeSpace, 'presa-in-carico', 'presa-in-carica'),
      [safeSpace, 'L’ambito "presa-in-carica" non esiste.', 'Forse intendevi "presa-in-carico".'],
    ],
    [
      'a note of a city outside its edition',
      replaceIn(note, 'city: palermo', 'city: agrigento'),
      [note, 'La città "agrigento" non fa parte dell’edizione "lgnet2".', 'Scrivi una di queste: lgnetea'],
    ],
    [
      'a figure without the sentence that states it',
      replaceIn(note, /<Figure id="beneficiari">([^<]*(?:<(?!\/Figure>)[^<]*)*)<\/Figure>/, '$1'),
      [note, 'La cifra "beneficiari" non ha nel testo la frase che la dice.', '<Figure id="beneficiari">'],
    ],
    [
      'a sentence marked for a figure that is not listed',
      replaceIn(note, '<Figure id="beneficiari">', '<Figure id="persone">'),
      [note, 'La frase è segnata con la cifra "persone", che l’intestazione non ha.', 'Aggiungi "persone"'],
    ],
    [
      'two entries with one slug',
      (root: string) => {
        const from = join(root, 'cities/roma.yaml');
        cpSync(from, join(root, 'cities/Roma.yaml'));
      },
      ['cities/roma.yaml', 'avrebbero lo stesso indirizzo', 'Cambia il nome di uno dei due.'],
    ],
    [
      'a date in the Italian order',
      replaceIn(note, 'date: 2023-11-03', 'date: 03/11/2023'),
      [note, 'Il campo "date" non va bene.', 'La data va scritta anno-mese-giorno, per esempio 2023-10-23.'],
    ],
    [
      'a field with a misspelt name',
      replaceIn(note, /^subtitle:/m, 'subtitel:'),
      [note, 'Il campo "subtitel" non esiste.', 'Forse intendevi "subtitle".'],
    ],
    [
      'a missing field',
      replaceIn(safeSpace, /^summary:.*\n(?: .*\n)*/m, ''),
      [safeSpace, 'Manca il campo "summary".', 'Aggiungi una riga "summary: …".'],
    ],
    [
      'a region that does not exist',
      replaceIn('cities/palermo.yaml', 'region: sicilia', 'region: sicily'),
      ['cities/palermo.yaml', 'Il campo "region" non va bene.', 'La regione non esiste.'],
    ],
    [
      'latitude and longitude swapped',
      replaceIn('cities/palermo.yaml', /lat: [\d.]+/, 'lat: 13.3615'),
      [
        'cities/palermo.yaml',
        'Il campo "coordinates → lat" non va bene.',
        'Forse latitudine e longitudine sono scambiate?',
      ],
    ],
    [
      'a title with a colon and no quotation marks',
      replaceIn(note, /^title:.*$/m, 'title: Palermo: la rete'),
      [note, 'Questa riga non si legge: title: Palermo: la rete', 'Metti il testo fra virgolette doppie'],
    ],
    [
      'no front matter',
      write('press-notes/2023-12-01-roma/it.mdx', 'Solo testo.\n'),
      ['press-notes/2023-12-01-roma/it.mdx', 'Mancano le righe ---', 'Metti una riga ---'],
    ],
    [
      'a source that does not exist',
      replaceIn(safeSpace, '2023-11-03-palermo', '2023-11-04-palermo'),
      [safeSpace, 'La nota "2023-11-04-palermo" non esiste.', 'Forse intendevi "2023-11-03-palermo".'],
    ],
    [
      'a missing interface string',
      replaceIn('ui/fr.json', /\n\s*"nav\.home":.*/, ''),
      ['ui/fr.json', 'Manca la stringa "nav.home".', 'Aggiungi "nav.home"'],
    ],
    [
      'a translation of nothing',
      (root: string) => {
        renameSync(join(root, 'cities/roma.fr.yaml'), join(root, 'cities/rooma.fr.yaml'));
      },
      [
        'cities/rooma.fr.yaml',
        'Questa è la traduzione di "rooma", che non esiste.',
        'Correggi il nome del file',
      ],
    ],
  ])('%s', (_name, mistake, [file, what, fix]) => {
    const problems = checkContent(contentWith(mistake));
    const told = problems.find((problem) => problem.file === file && problem.what.includes(what as string));
    expect(told, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(told?.fix).toContain(fix);
    expect(told?.line).toBeGreaterThan(0);
  });
});

test('all mistakes are told at once', () => {
  const root = contentWith((folder) => {
    replaceIn(safeSpace, 'city: palermo', 'city: palremo')(folder);
    replaceIn('cities/palermo.yaml', 'region: sicilia', 'region: sicily')(folder);
  });
  expect(checkContent(root).map(({ file }) => file)).toEqual(
    expect.arrayContaining([safeSpace, 'cities/palermo.yaml']),
  );
});
