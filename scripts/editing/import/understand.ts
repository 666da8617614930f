import type { Content } from '../content/read.ts';
import { textAt, valueAt } from '../content/values.ts';
import { dateInWords, months } from '../words/dates.ts';
import { slugOf } from '../../../src/lib/slug.ts';
import { textOf, type Run, type SourceDocument, type SourceParagraph } from './document.ts';

/** Somebody's words in a note. */
export interface UnderstoodQuote {
  id: string;
  speaker: string;
  role: string;
}

export type UnderstoodBlock = SourceParagraph & { quote?: UnderstoodQuote };

/** A number that the note states and that may be shown as a figure of the city. */
export interface ProposedFigure {
  value: number;
  qualifier: 'exactly' | 'over' | 'about';
  label: string;
}

/** A press note as it was understood. */
export interface UnderstoodNote {
  title: string;
  subtitle: string;
  citySummary: string;
  city: string | undefined;
  edition: string | undefined;
  date: string | undefined;
  blocks: UnderstoodBlock[];
  figures: ProposedFigure[];
  /** Partners of the content that the text names. */
  partners: string[];
  /** For the editor, in Italian. */
  understood: string[];
  uncertain: string[];
  dropped: string[];
}

const DATELINE = new RegExp(
  `^(\\p{Lu}[\\p{L}’' ]*\\p{L}),?\\s+(\\d{1,2})°?\\s+(${months.join('|')})\\s+(\\d{4})\\s*[–—-]`,
  'iu',
);

/** Texts are compared without what a word processor changes: quotation marks, blanks, capitals. */
const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[«»“”"'’‘]/g, '')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const records = ({ entries }: Content, concept: string) =>
  entries.filter((entry) => entry.isRecord && entry.concept === concept);

const letterheadLines = (content: Content): Map<string, string> =>
  new Map(
    records(content, 'editions').flatMap(({ id, yaml }) =>
      Object.values((valueAt(yaml.value, ['letterhead']) ?? {}) as Record<string, string>).map(
        (line) => [comparable(line), id] as const,
      ),
    ),
  );

const SAYS =
  /^(?:ha |hanno )?(?:dichiarat|dichiar|afferm|spieg|sottoline|comment|racconta|dett[oa]|dice|conclud|aggiun)/i;
/** Words in capitals, at least two: a person's name. */
const NAME = /\p{Lu}\p{Ll}+(?: (?:de |di |del |della |d['’])?\p{Lu}[\p{L}'’]+)+/gu;

/** The stretch between dashes that says who speaks, as positions in the text. */
const attributionIn = (text: string): { start: number; end: number; words: string } | undefined => {
  for (const match of text.matchAll(/[–—-] ?([^–—]{5,200}?) ?[–—-](?=\s)/gu)) {
    const words = (match[1] ?? '').trim();
    if (SAYS.test(words)) return { start: match.index, end: match.index + match[0].length, words };
  }
  return undefined;
};

const speakerIn = (words: string): { speaker: string; role: string } | undefined => {
  const said = words.replace(/^(?:ha |hanno )?\S+\s+/, '');
  const [before, ...after] = said.split(/,\s*/);
  const beforeName = [...(before ?? '').matchAll(NAME)].map(([name]) => name);
  // «ha dichiarato Carlo Marino, Sindaco di Caserta»
  if (after.length > 0 && beforeName.length === 1 && before?.trim() === beforeName[0])
    return { speaker: beforeName[0] as string, role: after.join(', ').trim() };
  // «ha dichiarato l’avv. Carlo Marino Sindaco di Caserta»
  const office = /^\s(\p{Lu}\p{Ll}+ (?:di|del|della|alle|alla|ai|per|dell['’]).*)$/u;
  for (const [name] of (before ?? '').matchAll(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu)) {
    const after = office.exec((before ?? '').slice((before ?? '').indexOf(name) + name.length));
    if (after) return { speaker: name, role: after[1] as string };
  }
  // «dichiara l'Assessore alle Politiche Migratorie del Comune di Palermo Antonella Tirrito»
  const tail = /^(.*?)\s(\p{Lu}[\p{L}'’]+ \p{Lu}[\p{L}'’]+)$/u.exec(said);
  if (tail)
    return {
      speaker: tail[2] as string,
      role: (tail[1] ?? '').replace(/^(?:l['’]|il |la |lo |i |gli |le )/i, '').trim(),
    };
  return undefined;
};

const FIGURE = /\b(oltre|più di|circa|quasi)?\s*(\d{1,3}(?:\.\d{3})+|\d{2,6})\s+(\p{L}+)/giu;
const COUNTED =
  /^(beneficiari|persone|cittadini|migranti|minori|donne|utenti|famiglie|partecipanti|interventi)$/i;

const figuresIn = (text: string): ProposedFigure[] =>
  [...text.matchAll(FIGURE)]
    .filter(([, , , counted = '']) => COUNTED.test(counted))
    .map(([, before = '', number = '', label = '']) => ({
      value: Number(number.replaceAll('.', '')),
      qualifier: /oltre|più/i.test(before) ? 'over' : /circa|quasi/i.test(before) ? 'about' : 'exactly',
      label: label.toLowerCase(),
    }));

/** What a document says, as far as a program can tell; everything uncertain is said to be so. */
export const understand = (source: SourceDocument, content: Content): UnderstoodNote => {
  const understood: string[] = [];
  const uncertain: string[] = [];
  const letterhead = letterheadLines(content);
  let edition: string | undefined;
  const rest = source.paragraphs.filter((paragraph) => {
    const own = letterhead.get(comparable(textOf(paragraph)));
    edition ??= own;
    return own === undefined;
  });
  const recognised = source.paragraphs.length - rest.length;
  if (recognised > 0)
    understood.push(`Intestazione: ${recognised} righe dell’edizione ${edition}, che il sito mette da sé.`);

  const start = rest.findIndex((paragraph) => DATELINE.test(textOf(paragraph)));
  const dateline = start < 0 ? undefined : DATELINE.exec(textOf(rest[start] as SourceParagraph));
  let city: string | undefined;
  let date: string | undefined;
  if (dateline) {
    const [, place = '', day = '', month = '', year = ''] = dateline;
    date = dateInWords(`${day} ${month} ${year}`);
    city = records(content, 'cities').find(
      ({ id, yaml }) =>
        comparable(textAt(yaml.value, ['name']) ?? '') === comparable(place) || id === slugOf(place),
    )?.id;
    if (date) understood.push(`Data: ${date}.`);
    else uncertain.push(`Il ${day} ${month} ${year} non esiste nel calendario: scrivi il giorno in "date:".`);
    if (city) understood.push(`Città: ${city}.`);
    else uncertain.push(`La città "${place}" non è fra quelle del sito: scrivi il suo nome in "city:".`);
  } else
    uncertain.push('Non ho trovato la riga che comincia con città e data («Palermo, 3 novembre 2023 – …»).');

  const headLength = dateline ? start : Math.min(3, Math.max(rest.length - 1, 0));
  const [title = '', ...head] = rest.slice(0, headLength).map(textOf);
  const summaryAt = head.findIndex((text) => /^(?:Nella città|Nel Comune|A \p{Lu})/u.test(text));
  const citySummary = summaryAt < 0 ? '' : (head[summaryAt] ?? '');
  const subtitle = head.filter((_, index) => index !== summaryAt).join(' ');
  if (title) understood.push(`Titolo: ${title}`);
  else uncertain.push('Non ho trovato il titolo.');
  if (!subtitle) uncertain.push('Non ho trovato il sommario.');
  if (!citySummary) uncertain.push('Non ho trovato il sommario della città («Nella città di …»).');
  if (head.length > 2) uncertain.push('Sopra il testo ci sono più di tre capoversi: controlla il sommario.');

  const blocks = rest.slice(headLength).map((paragraph): UnderstoodBlock => {
    const text = textOf(paragraph);
    if (!/^[«“"]/.test(text)) return paragraph;
    const attribution = attributionIn(text);
    const said = attribution && speakerIn(attribution.words);
    if (!said) {
      uncertain.push(`Sembra una citazione, ma non ho capito chi parla: ${text.slice(0, 60)}…`);
      return paragraph;
    }
    const quote = { id: slugOf(said.speaker.split(' ').at(-1) ?? said.speaker), ...said };
    uncertain.push(`Citazione di ${quote.speaker}, ${quote.role}: controlla nome e ruolo.`);
    return { ...paragraph, quote };
  });

  const whole = blocks.map(textOf).join('\n');
  const figures = figuresIn(whole);
  for (const { value, label } of figures) uncertain.push(`Forse una cifra da mostrare: ${value} ${label}.`);
  const partners = records(content, 'partners')
    .filter(({ yaml }) => {
      const name = textAt(yaml.value, ['name']) ?? '';
      return name.length > 3 && comparable(whole).includes(comparable(name));
    })
    .map(({ id }) => id);
  if (partners.length > 0)
    understood.push(`Partner già nel sito che il testo nomina: ${partners.join(', ')}.`);

  return {
    ...{
      title,
      subtitle,
      citySummary,
      city,
      edition,
      date,
      blocks,
      figures,
      partners,
      understood,
      uncertain,
    },
    dropped: source.dropped,
  };
};

/** The runs of a quote before, inside and after the words that say who speaks. */
export const splitAttribution = (block: UnderstoodBlock): { before: Run[]; inside: Run[]; after: Run[] } => {
  const found = attributionIn(textOf(block));
  if (!found) return { before: block.runs, inside: [], after: [] };
  const part = (from: number, to: number): Run[] => {
    let at = 0;
    return block.runs.flatMap((run) => {
      const start = at;
      at += run.text.length;
      const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
      return text === '' ? [] : [{ ...run, text }];
    });
  };
  return {
    before: part(0, found.start),
    inside: part(found.start, found.end),
    after: part(found.end, Infinity),
  };
};
