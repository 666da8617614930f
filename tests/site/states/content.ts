import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface FixtureNote {
  id: string;
  /** A word that stands in every text of the note and nowhere else. */
  word: string;
  /** A word for the title, where the title may be seen and the text may not. */
  titleWord?: string;
  status?: string;
  more?: string[];
  /** What of them is translated. */
  moreTranslated?: string[];
}

const frontMatter = ({ id, word, titleWord = word, status = 'published', more = [] }: FixtureNote): string =>
  [
    '---',
    `title: "Nota di prova ${titleWord}"`,
    `subtitle: "Sommario ${word}"`,
    `citySummary: "Nella città di Potenza ${word}"`,
    `description: "Descrizione ${word}"`,
    'city: potenza',
    'edition: lgnet2',
    `date: ${id.slice(0, 10)}`,
    `status: ${status}`,
    ...more,
    'figures:',
    '  persone:',
    '    value: 31417',
    '    qualifier: exactly',
    `    label: "persone ${word}"`,
    'easy:',
    `  - "Prima frase ${word}."`,
    '  - "Seconda frase."',
    '  - "Terza frase."',
    '---',
  ].join('\n');

const body = (word: string, prefix = ''): string =>
  [
    `Testo ${word} della nota.`,
    `## Titolo ${word}`,
    `<Figure id="persone">Hanno partecipato **31417 persone ${word}**</Figure>.`,
    `Lo dice [un’altra nota](${prefix}/note-stampa/${EMBARGOED}/), e [la stessa](https://lgnet.example${prefix}/note-stampa/${EMBARGOED}/#inizio).`,
    `<Quote id="prova" speaker="Nome ${word}" role="Ruolo ${word}">\n«Parole ${word}».\n</Quote>`,
  ].join('\n\n');

const translation = ({ word, titleWord = word, moreTranslated = [] }: FixtureNote): string =>
  [
    '---',
    `title: "Test note ${titleWord}"`,
    `subtitle: "Subtitle ${word}"`,
    `citySummary: "In the city ${word}"`,
    `description: "Description ${word}"`,
    'figures:',
    '  persone:',
    `    label: "people ${word}"`,
    'easy:',
    `  - "First sentence ${word}."`,
    '  - "Second sentence."',
    '  - "Third sentence."',
    ...moreTranslated,
    'translation:',
    '  by: person',
    '  reviewed: no',
    '  source: "0000000000000000"',
    '---',
    '',
    body(word, '/en'),
    '',
  ].join('\n');

/** What a public note may say of another one that is under embargo, and of its own changes to come. */
const EMBARGOED = '2023-12-03-potenza-zqembargo';

/** The notes of the fixture site; every word is made up so that no other file can hold it. */
export const fixtureNotes = {
  public: { id: '2023-12-01-potenza-pubblica', word: 'Zqpubblica' },
  draft: { id: '2023-12-02-potenza-zqbozza', word: 'Zqbozza', status: 'draft' },
  embargoed: {
    id: EMBARGOED,
    word: 'Zqembargo',
    more: ['embargo: "2024-01-31T11:00:00+01:00"'],
  },
  scheduled: { id: '2024-01-20-potenza-zqdomani', word: 'Zqdomani' },
  withdrawn: {
    id: '2023-12-04-potenza-ritirata',
    word: 'Zqritirata',
    titleWord: 'Zqtitoloritirato',
    status: 'withdrawn',
    more: ['withdrawal:', '  date: 2023-12-20', '  reason: "Motivo Zqmotivo"'],
  },
  error: {
    id: '2023-12-05-potenza-errore',
    word: 'Zqerrore',
    titleWord: 'Zqtitoloerrore',
    status: 'error',
    more: [
      'withdrawal:',
      '  date: 2023-12-21',
      '  reason: "Motivo Zqsbaglio"',
      '  replacedBy: 2023-12-01-potenza-pubblica',
    ],
    moreTranslated: ['withdrawal:', '  reason: "Reason Zqsbaglio"'],
  },
  changed: {
    id: '2023-12-06-potenza-cambiata',
    word: 'Zqcambiata',
    more: [
      'changes:',
      ...['  "2023-12-22":', '    text: "Corretto Zqcorretto"'],
      ...['  "2024-01-30":', '    text: "Corretto Zqfuturo"'],
    ],
    // The change that is already told waits for its translator; the one to come is translated.
    moreTranslated: ['changes:', '  "2024-01-30":', '    text: "Corrected Zqfuturo"'],
  },
} satisfies Record<string, FixtureNote>;

/** The project's content with notes in every state, and an activity that comes from the one under embargo. */
export const writeFixture = (contentDir: string): void => {
  cpSync('content', contentDir, { recursive: true });
  // The made-up notes have never been published.
  rmSync(join(contentDir, 'addresses.yaml'));
  for (const note of Object.values(fixtureNotes) as FixtureNote[]) {
    const folder = join(contentDir, 'press-notes', note.id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'it.mdx'), `${frontMatter(note)}\n\n${body(note.word)}\n`);
    writeFileSync(join(folder, 'en.mdx'), translation(note));
  }
  mkdirSync(join(contentDir, 'activities/potenza'), { recursive: true });
  writeFileSync(
    join(contentDir, 'activities/potenza/segreta.yaml'),
    [
      'title: "Attività Zqattivita"',
      'summary: "Descrizione Zqattivita."',
      'city: potenza',
      'edition: lgnet2',
      'areas: [housing]',
      'source:',
      `  note: ${fixtureNotes.embargoed.id}`,
      '',
    ].join('\n'),
  );
  const write = (path: string, ...lines: string[]): void =>
    writeFileSync(join(contentDir, path), `${lines.join('\n')}\n`);
  write(
    'cities/zqcitta.yaml',
    ...['name: "Zqcitta"', 'summary: "La Zqcitta entra nella rete."', 'easy:'],
    ...['  - "Zqcitta fa parte della rete."', '  - "Qui c’è un aiuto."', '  - "Puoi chiedere."'],
    ...[
      'region: basilicata',
      'coordinates:',
      '  lat: 40.6',
      '  lon: 15.8',
      'editions:',
      '  - edition: lgnet2',
    ],
    ...['source:', `  note: ${EMBARGOED}`],
  );
  write(
    'partners/zqpartner.yaml',
    ...['name: "Zqpartner"', 'role: city-partner', 'participations:'],
    ...['  - edition: lgnet2', '    city: potenza', '    source:', `      note: ${EMBARGOED}`],
  );
  write(
    'videos/zqvideo.yaml',
    ...['kind: clip', 'cities: [potenza]', 'edition: lgnet2', 'state: planned', 'title: "Titolo Zqvideo"'],
    ...['source:', `  note: ${EMBARGOED}`],
  );
  writeVideoToCome(contentDir);
};

/** A published film of a day to come. */
const writeVideoToCome = (contentDir: string): void => {
  const films = 'tests/fixtures/content-base/videos';
  cpSync(`${films}/docufilm`, join(contentDir, 'videos/zqfilm'), { recursive: true });
  const record = readFileSync(`${films}/docufilm.yaml`, 'utf8')
    .replace(/^kind: .*$/m, 'kind: interview')
    .replace(/^publishedOn: .*$/m, 'publishedOn: 2024-01-30')
    .replace(/^title: .*$/m, 'title: "Titolo Zqfilm"');
  writeFileSync(join(contentDir, 'videos/zqfilm.yaml'), record);
  const english = readFileSync(`${films}/docufilm.en.yaml`, 'utf8').replace(
    /^title: .*$/m,
    'title: "Zqfilm"',
  );
  writeFileSync(join(contentDir, 'videos/zqfilm.en.yaml'), english);
};
