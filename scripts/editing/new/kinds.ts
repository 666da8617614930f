import type { z } from 'zod';
import type { ConceptName } from '../../../src/schemas/index.ts';
import { regionIds } from '../../../src/schemas/city.ts';
import { partner } from '../../../src/schemas/partner.ts';
import { video } from '../../../src/schemas/video.ts';
import type { FieldMeta } from '../../../src/schemas/meta.ts';
import type { Content } from '../content/read.ts';
import { describe } from '../content/schema-fields.ts';
import { textAt } from '../content/values.ts';
import { editionOfDay } from '../content/running-editions.ts';
import { coordinates, day, webAddress } from '../../../src/schemas/common.ts';
import { dateInWords, isoDate } from '../words/dates.ts';
import { namesInWords, nearest } from '../words/nearest.ts';
import { TO_WRITE, toWrite } from '../words/to-write.ts';
import { slugOf } from '../../../src/lib/slug.ts';

/** Something that the command has to know: an option of the command line, or a question in the terminal. */
export interface Question {
  /** `--titolo`. */
  option: string;
  ask: string;
  /** What may be answered; anything where it is left out. */
  choices?: (content: Content) => readonly string[];
  /** The concept that the choices are entries of. */
  refersTo?: ConceptName;
  /** The words for what may be answered, by answer. */
  words?: FieldMeta['options'];
  /** The answer of those who give none. */
  otherwise?: (content: Content, answers: Answers) => string | undefined;
  /** What to call no answer at all, where that is an answer too. */
  none?: string;
  /** What is wrong with an answer, in Italian. */
  refuse?: (answer: string, content: Content) => string | undefined;
}

export type Answers = Readonly<Record<string, string>>;

/** A kind of content that the command makes. */
export interface Kind {
  concept: ConceptName;
  questions: readonly Question[];
  /** Path of the new file below the content folder. */
  path: (answers: Answers) => string;
  /** The fields that the answers fill in, as they are written in YAML. */
  fields: (answers: Answers, content: Content) => Record<string, string>;
  /** The text below the front matter. */
  body?: (answers: Answers, content: Content) => string;
}

const quoted = (text: string): string => JSON.stringify(text);

const idsOf =
  (concept: ConceptName) =>
  ({ entries }: Content): string[] =>
    entries.filter((entry) => entry.isRecord && entry.concept === concept).map(({ id }) => id);

/** The edition that a day or a source leaves no doubt about; it is never guessed. */
const editionKnown = (content: Content, { data, fonte }: Answers): string | undefined => {
  const source = content.entries.find(
    ({ isRecord, concept, id }) => isRecord && concept === 'press-notes' && id === fonte,
  );
  return data === undefined ? textAt(source?.yaml.value, ['edition']) : editionOfDay(data, content);
};

const city: Question = { option: 'citta', ask: 'Quale città?', choices: idsOf('cities'), refersTo: 'cities' };
const edition: Question = {
  option: 'edizione',
  ask: 'Quale edizione?',
  choices: idsOf('editions'),
  refersTo: 'editions',
  otherwise: editionKnown,
};
const title: Question = { option: 'titolo', ask: 'Il titolo?' };
const name: Question = { option: 'nome', ask: 'Il nome?' };

const notEmptySlug = (answer: string): string | undefined =>
  slugOf(answer) === '' ? 'Ci vuole almeno una lettera o una cifra.' : undefined;

const notADay = (answer: string): string | undefined => {
  const read = day.safeParse(answer);
  if (read.success) return undefined;
  const meant = isoDate(answer) ?? dateInWords(answer);
  return `${read.error.issues[0]?.message ?? ''}${meant === undefined ? '' : ` Forse intendevi "${meant}".`}`;
};

const between =
  ({ minValue: least, maxValue: most }: z.ZodNumber, what: string) =>
  (answer: string): string | undefined => {
    const value = Number(answer);
    return answer.trim() !== '' && value >= Number(least) && value <= Number(most)
      ? undefined
      : `${what} è un numero fra ${least} e ${most}, con il punto.`;
  };

/** A note of the network, or the address of a page elsewhere. */
const source: Question = {
  option: 'fonte',
  ask: 'La fonte: il nome di una nota (2023-11-03-palermo) o l’indirizzo di una pagina?',
  otherwise: ({ entries }, { citta = '' }) =>
    entries
      .filter(
        ({ isRecord, concept, yaml }) =>
          isRecord &&
          concept === 'press-notes' &&
          textAt(yaml.value, ['city']) === citta &&
          // What is not public cannot be a source.
          textAt(yaml.value, ['status']) === undefined,
      )
      .at(-1)?.id,
  refuse: (answer, content) => {
    const notes = idsOf('press-notes')(content);
    if (notes.includes(answer)) return undefined;
    if (answer.includes(':')) return webAddress.safeParse(answer).error?.issues[0]?.message;
    const meant = nearest(answer, notes);
    return `La nota "${answer}" non c’è. ${meant === undefined ? `Le note sono: ${namesInWords(notes)}.` : `Forse intendevi "${meant}".`}`;
  },
};

const sourceField = ({ fonte = '' }: Answers, day: string): string =>
  /^https?:\/\//.test(fonte)
    ? `{ title: ${toWrite('il titolo della pagina')}, url: ${quoted(fonte)}, consulted: ${day} }`
    : `{ note: ${fonte} }`;

const today = (): string => new Date().toISOString().slice(0, 10);

const cityName = ({ entries }: Content, id = ''): string =>
  textAt(
    entries.find((entry) => entry.isRecord && entry.concept === 'cities' && entry.id === id)?.yaml.value,
    ['name'],
  ) ?? id;

const longDay = (day: string): string =>
  new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** What can be made, by the word of the command line. A language is made elsewhere: it is no record. */
export const kinds: Readonly<Record<string, Kind>> = {
  nota: {
    concept: 'press-notes',
    questions: [
      city,
      { option: 'data', ask: 'La data della nota (anno-mese-giorno)?', refuse: notADay },
      title,
      edition,
    ],
    path: ({ data, citta }) => `press-notes/${data}-${citta}/it.mdx`,
    fields: ({ titolo = '', citta = '', data = '', edizione = '' }) => ({
      title: quoted(titolo),
      subtitle: toWrite('il sommario, uguale per tutta la rete'),
      description: toWrite('una frase di 160 caratteri al massimo, per i risultati di ricerca'),
      city: citta,
      edition: edizione,
      date: data,
      status: 'draft',
    }),
    body: ({ citta, data = '' }, content) =>
      `**${cityName(content, citta)}, ${longDay(data)}** – ${TO_WRITE}: il testo della nota, parola per parola, con una riga vuota fra i capoversi.\n`,
  },
  citta: {
    concept: 'cities',
    questions: [
      { ...name, refuse: notEmptySlug },
      { option: 'regione', ask: 'Quale regione?', choices: () => regionIds },
      {
        option: 'lat',
        ask: 'La latitudine (per esempio 38.1157)?',
        refuse: between(coordinates.shape.lat, 'La latitudine'),
      },
      {
        option: 'lon',
        ask: 'La longitudine (per esempio 13.3615)?',
        refuse: between(coordinates.shape.lon, 'La longitudine'),
      },
      edition,
    ],
    path: ({ nome = '' }) => `cities/${slugOf(nome)}.yaml`,
    fields: ({ nome = '', regione = '', lat, lon, edizione }) => ({
      name: quoted(nome),
      region: regione,
      coordinates: `{ lat: ${Number(lat)}, lon: ${Number(lon)} }`,
      editions: `[{ edition: ${edizione} }]`,
      summary: toWrite('una o due frasi sulla città'),
    }),
  },
  attivita: {
    concept: 'activities',
    questions: [
      city,
      { ...title, refuse: notEmptySlug },
      { option: 'ambito', ask: 'Quale ambito?', choices: idsOf('areas') },
      source,
      edition,
    ],
    path: ({ citta, titolo = '' }) => `activities/${citta}/${slugOf(titolo)}.yaml`,
    fields: (answers) => ({
      title: quoted(answers['titolo'] ?? ''),
      summary: toWrite('due o tre frasi: che cosa è, per chi è'),
      city: answers['citta'] ?? '',
      edition: answers['edizione'] ?? '',
      areas: `[${answers['ambito']}]`,
      source: sourceField(answers, today()),
    }),
  },
  partner: {
    concept: 'partners',
    questions: [
      { ...name, refuse: notEmptySlug },
      {
        option: 'ruolo',
        ask: 'Che parte ha?',
        choices: () => partner.shape.role.options,
        words: describe(partner.shape.role).options,
        otherwise: () => 'city-partner',
      },
      {
        ...city,
        none: 'nessuna: è un partner nazionale',
        otherwise: (_, { ruolo = '' }) =>
          ['lead', 'coordination', 'communication'].includes(ruolo) ? '' : undefined,
      },
      source,
      edition,
    ],
    path: ({ nome = '' }) => `partners/${slugOf(nome)}.yaml`,
    fields: (answers) => ({
      name: quoted(answers['nome'] ?? ''),
      role: answers['ruolo'] ?? '',
      participations: `[{ edition: ${answers['edizione']}, ${answers['citta'] ? `city: ${answers['citta']}, ` : ''}source: ${sourceField(answers, today())} }]`,
    }),
  },
  video: {
    concept: 'videos',
    questions: [
      {
        option: 'nome',
        ask: 'Un nome breve per l’indirizzo (per esempio laboratorio-di-sartoria)?',
        refuse: notEmptySlug,
      },
      {
        option: 'genere',
        ask: 'Che genere di video?',
        choices: () => video.shape.kind.options,
        words: describe(video.shape.kind).options,
      },
      {
        ...city,
        none: 'nessuna: è di tutta la rete',
        otherwise: (_, { genere }) => (genere === 'clip' ? undefined : ''),
      },
      source,
      edition,
    ],
    path: ({ nome = '' }) => `videos/${slugOf(nome)}.yaml`,
    fields: (answers) => ({
      kind: answers['genere'] ?? '',
      cities: `[${answers['citta']}]`,
      edition: answers['edizione'] ?? '',
      state: 'planned',
      source: sourceField(answers, today()),
    }),
  },
  edizione: {
    concept: 'editions',
    questions: [
      { ...name, refuse: notEmptySlug },
      { option: 'nome-esteso', ask: 'Il nome per esteso?' },
    ],
    path: ({ nome = '' }) => `editions/${slugOf(nome)}.yaml`,
    fields: (answers, content) => ({
      name: quoted(answers['nome'] ?? ''),
      fullName: quoted(answers['nome-esteso'] ?? ''),
      order: String(idsOf('editions')(content).length + 1),
      summary: toWrite('una o due frasi: che cosa è questa edizione'),
      fundingStatement: toWrite('la dicitura del finanziamento'),
    }),
  },
};
