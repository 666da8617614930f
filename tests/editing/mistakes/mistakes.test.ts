/**
 * What editors really do, one slip at a time, and the whole answer that they get, word for word: `answers.txt` beside this
 * file. `npx vitest --project unit tests/editing/mistakes -u` writes it; a person reads it.
 */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import { terminal } from '../../../scripts/editing/check/reporters/terminal.ts';
import { soundContent } from '../check/broken-content.ts';

const folder = 'press-notes/2023-11-03-palermo';
const note = `${folder}/it.mdx`;

type Slip = (root: string) => void;

const replace =
  (from: string, to: string, file = note): Slip =>
  (root) => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  };
const rename =
  (from: string, to: string): Slip =>
  (root) => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    renameSync(join(root, from), join(root, to));
  };
const copy =
  (from: string, to: string): Slip =>
  (root) =>
    cpSync(join(root, from), join(root, to), { recursive: true });
const both =
  (...slips: Slip[]): Slip =>
  (root) =>
    slips.forEach((slip) => slip(root));
const head = (yaml: string): Slip => replace('\nfigures:', `\n${yaml}\nfigures:`);
const inText = (words: string): Slip => replace('## I numeri', `${words}\n\n## I numeri`);
const register = `published:
  - /ambiti/presa-in-carico/
  - /citta/catania/
  - /citta/palermo/
  - /note-stampa/2023-11-03-palermo/
  - /privacy/
  - /video/docufilm/
  - /video/palermo/
`;
const registered: Slip = (root) => writeFileSync(join(root, 'addresses.yaml'), register);

const slips: readonly (readonly [string, Slip])[] = [
  ['a date as Italians write it', replace('date: 2023-11-03', 'date: 03/11/2023')],
  ['a date in words', replace('date: 2023-11-03', 'date: 3 novembre 2023')],
  ['a day that the calendar lacks', replace('date: 2023-11-03', 'date: 2023-11-31')],
  ['a city slightly misspelt', replace('city: palermo', 'city: palremo')],
  [
    'a city of which the site knows nothing, with a name like another',
    replace('city: palermo', 'city: salerno'),
  ],
  ['a city with its capital', replace('city: palermo', 'city: Palermo')],
  ['an edition that is not there', replace('edition: lgnet2', 'edition: lgnet9')],
  ['a status in Italian', head('status: bozza')],
  ['a field in Italian', replace('title: ', 'titolo: ')],
  ['a title with inner quotation marks', replace('Palermo fra i Comuni', 'Palermo "fra" i Comuni')],
  [
    'a title between curly quotes',
    replace('"Palermo fra i Comuni della rete"', '“Palermo fra i Comuni della rete”'),
  ],
  ['a title with a colon and no quotes', replace('"Palermo fra i Comuni della rete"', 'Palermo: la rete')],
  ['a missing description', replace('description: "A Palermo uno spazio per le mamme."\n', '')],
  [
    'a description beyond its limit',
    replace(
      '"A Palermo uno spazio per le mamme."',
      `"${'A Palermo uno spazio per le mamme. '.repeat(6).trim()}"`,
    ),
  ],
  [
    'a title beyond its limit',
    replace('Palermo fra i Comuni della rete', 'Palermo fra i Comuni della rete '.repeat(4).trim()),
  ],
  ['a title in capitals', replace('Palermo fra i Comuni della rete', 'PALERMO FRA I COMUNI DELLA RETE')],
  ['a heading in capitals', replace('## I numeri', '## I NUMERI DEL PROGETTO')],
  ['a folder copied by Windows', copy(folder, `${folder} - Copia`)],
  ['a folder copied by a Mac', copy(folder, `${folder} copy`)],
  ['a folder copied and renamed, its date forgotten', copy(folder, 'press-notes/2024-01-15-palermo')],
  ['a file that Windows calls it.mdx', rename(note, `${note}.txt`)],
  ['a file name in capitals', rename(`${folder}/en.mdx`, `${folder}/EN.mdx`)],
  ['a folder in capitals', rename(folder, 'press-notes/2023-11-03-Palermo')],
  ['a Word file beside the note', copy(`${folder}/foto.jpg`, `${folder}/nota.docx`)],
  ['a mobile number', inText('Per informazioni: Maria Rossi, 333 1234567.')],
  ['a tax code', inText('Il titolare è RSSMRA80A01G273X.')],
  ['an IBAN', inText('Donazioni: IT60 X054 2811 1010 0000 0123 456.')],
  ['a date of birth', inText('La signora, nata a Palermo il 3 maggio 1980, racconta.')],
  ['a link to one’s own computer', inText('Vedi [la città](http://localhost:4321/citta/palermo/).')],
  [
    'a link that follows who opens it',
    inText('Vedi [il Comune](https://www.comune.palermo.it/notizia?id=3&utm_source=news&fbclid=x1).'),
  ],
  [
    'a link to a document that anybody may edit',
    inText('Vedi [il documento](https://docs.google.com/document/d/1AbC/edit?usp=sharing).'),
  ],
  ['a link to a page that is not there', inText('Vedi [Palermo](/citta/palremo/).')],
  ['hidden hyphens from Word', inText('Il pro\u00adget\u00adto continua.')],
  ['a blank that has no width', inText('Lo sportello\u200b è aperto.')],
  ['a letter that no document can show', inText('Un segno 𓀀 egizio.')],
  [
    'no plain words where other notes have them',
    both(
      copy(folder, 'press-notes/2024-01-15-palermo'),
      replace('date: 2023-11-03', 'date: 2024-01-15', 'press-notes/2024-01-15-palermo/it.mdx'),
      replace(
        'Palermo fra i Comuni',
        'Un anno a Palermo fra i Comuni',
        'press-notes/2024-01-15-palermo/it.mdx',
      ),
      replace(
        '\nfigures:',
        '\neasy:\n  - "Palermo aiuta le mamme."\n  - "C’è un posto per loro."\n  - "È gratis."\nfigures:',
      ),
      replace(
        'translation:',
        'easy:\n  - "Palermo helps mothers."\n  - "There is a place."\n  - "It is free."\ntranslation:',
        `${folder}/en.mdx`,
      ),
    ),
  ],
  ['a figure corrected in front and not in its sentence', replace('value: 200', 'value: 250')],
  [
    'a figure corrected, and the old one left in the summary',
    both(
      replace('value: 200', 'value: 250'),
      replace('**200 beneficiari**', '**250 beneficiari**'),
      replace('**200 beneficiaries**', '**250 beneficiaries**', `${folder}/en.mdx`),
      replace('uno spazio per le mamme."\ndescription', 'uno spazio per 200 beneficiari."\ndescription'),
    ),
  ],
  [
    'a figure without its sentence',
    replace('<Figure id="beneficiari">In tutto **200 beneficiari**</Figure>', 'In tutto **200 beneficiari**'),
  ],
  ['an embargo without a time zone', head('embargo: 2026-07-01 11:00')],
  ['an embargo with the offset of winter in summer', head('embargo: "2026-07-01T11:00:00+01:00"')],
  ['a withdrawal without a reason', head('status: withdrawn')],
  [
    'a withdrawal with its reason, in Italian alone',
    head('status: withdrawn\nwithdrawal:\n  date: 2023-12-01\n  reason: "Il numero era sbagliato."'),
  ],
  ['a correction, in Italian alone', head('changes:\n  2023-12-01:\n    text: "Corretto un nome."')],
  ['a published note made a draft again', both(registered, head('status: draft'))],
  [
    'a published folder deleted',
    both(registered, (root) => rmSync(join(root, 'pages/privacy'), { recursive: true })),
  ],
  [
    'a published note deleted, which others name',
    both(registered, (root) => rmSync(join(root, folder), { recursive: true })),
  ],
  ['a published folder renamed', both(registered, rename('pages/privacy', 'pages/privacy-e-cookie'))],
  ['a picture without its alternative text', replace('    alt: "Una macchina per cucire"\n', '')],
  ['a quote without its speaker', replace(' speaker="Antonella Tirrito"', '')],
  ['a piece of HTML', inText('<div class="rosso">Attenzione</div>')],
];

test('there are at least forty, all different', () => {
  expect(new Set(slips.map(([what]) => what)).size).toBe(slips.length);
  expect(slips.length).toBeGreaterThanOrEqual(40);
});

test('each is answered in these words', async () => {
  const answers = slips.map(([what, slip]) => {
    const root = soundContent();
    try {
      slip(root);
      const problems = checkContent(root);
      expect(problems.length, what).toBeGreaterThan(0);
      return `== ${what}\n\n${terminal.report(problems, 'content')}\n`;
    } finally {
      rmSync(root, { recursive: true });
    }
  });
  await expect(answers.join('\n\n')).toMatchFileSnapshot('answers.txt');
});
