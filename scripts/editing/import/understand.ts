import type { Content } from '../content/read.ts';
import { textAt } from '../content/values.ts';
import { slugOf } from '../../../src/lib/slug.ts';
import { datelineOf, dayIn, type Dateline } from './dateline.ts';
import { textOf, type Run, type SetApart, type SourceDocument, type SourceParagraph } from './document.ts';
import { comparable, editionOf, letterheadLines } from './edition.ts';
import { attributionIn, seemsQuote } from './quotes.ts';

/** Somebody's words in a note. */
export interface UnderstoodQuote {
  id: string;
  speaker: string;
  /** Empty when the document does not say it. */
  role: string;
  /** Where the paragraph says who speaks. */
  start: number;
  end: number;
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
  /** Empty when the note has none. */
  citySummary: string;
  city: string | undefined;
  edition: string | undefined;
  date: string | undefined;
  blocks: UnderstoodBlock[];
  figures: ProposedFigure[];
  /** Words of the document that are not in the note's file. */
  setApart: SetApart[];
  /** For the editor, in Italian. */
  understood: string[];
  uncertain: string[];
}

const KICKER =
  /^[–—*\s-]*(?:comunicato|nota|notizia|invito|avviso)\s+(?:(?:alla|per la|di)\s+)?stampa(?![\p{L}\p{N}])/iu;
/** What else stands above the title: the office that sends the note, to whom, with what request. */
const ABOVE_TITLE = new RegExp(
  [
    '^(?:per la stampa|alla stampa|ai giornalisti|agli organi di (?:informazione|stampa)|alle redazioni|(?:con )?(?:cortese )?preghiera di .{3,40}|(?:per la )?(?:pubblicazione|diffusione) immediata|comunicato)[.!]?$',
    '^(?:ufficio|servizio|area|settore|direzione|dipartimento|assessorato|gabinetto|segreteria|u\\.?o\\.?)\\s.{2,90}$',
    "^(?:il |la )?(?:comune|città|municipio|città metropolitana|provincia|regione|libero consorzio comunale)\\s+(?:di|del|della|dell[’']|d[’'])\\s?\\p{Lu}[\\p{L}’' -]{1,40}$",
    '^(?:prot(?:ocollo)?\\.?|n\\.|rif\\.)\\s*[\\w./° -]{1,40}$',
  ].join('|'),
  'iu',
);
const CONTACT =
  /(?:^|\s)(?:tel(?:efono)?\.?|fax|cell\.?|e-?mail|pec|sito)\s*[:.]?\s*\S|^[\w.+-]+@[\w.-]+$|^(?:https?:\/\/|www\.)\S+$/i;
const EMBARGO = /\bembargo\b/i;
const SUBJECT = /^oggetto\s*:\s*/i;
const CITY_SUMMARY = /^(?:Nella città|Nel Comune|A \p{Lu})/u;
/** A paragraph with more letters is no line of a letterhead, and no summary unless it is emphasised. */
const LONG_LINE = 120;
const LONG_SUMMARY = 700;

const records = ({ entries }: Content, concept: string) =>
  entries.filter((entry) => entry.isRecord && entry.concept === concept);

const cityNamed = (content: Content, place: string | undefined): string | undefined => {
  if (place === undefined) return undefined;
  const bare = place.replace(
    /^(?:il |la )?(?:comune|città|municipio|città metropolitana|provincia)\s+(?:di|del|della|dell[’'])\s*/iu,
    '',
  );
  return records(content, 'cities').find(
    ({ id, yaml }) =>
      comparable(textAt(yaml.value, ['name']) ?? '') === comparable(bare) || id === slugOf(bare),
  )?.id;
};

const citiesIn = (content: Content, text: string): string[] =>
  records(content, 'cities')
    .filter(({ yaml }) => {
      const name = textAt(yaml.value, ['name']) ?? '';
      return name !== '' && new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'iu').test(text);
    })
    .map(({ id }) => id);

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

/** A document taken apart: what stands above the title, head and body. */
interface Parts {
  setApart: SetApart[];
  head: SourceParagraph[];
  body: SourceParagraph[];
  dateline: Pick<Dateline, 'written' | 'date' | 'doubt'> | undefined;
  place: string | undefined;
  /** Lines in which a letterhead names its edition and its city. */
  above: string[];
  embargo: string | undefined;
}

const isEmphasised = ({ runs, kind, role }: SourceParagraph): boolean =>
  kind === 'heading' ||
  role === 'subtitle' ||
  runs.every(({ bold, text }) => bold || text.trim() === '') ||
  runs.every(({ italic, text }) => italic || text.trim() === '');

const takeApart = (source: SourceDocument, content: Content): Parts => {
  const lines = letterheadLines(content);
  const parts: Parts = {
    ...{ setApart: [], head: [], body: [], dateline: undefined, place: undefined },
    ...{ above: [...source.margins], embargo: undefined },
  };
  const apart = (what: string, words: string): void => {
    parts.setApart.push({ what, words, inText: true });
    parts.above.push(words);
  };
  // How many paragraphs stand above the last line of the letterhead.
  let aboveLetterhead = 0;
  const rest: SourceParagraph[] = [];
  for (const paragraph of source.paragraphs) {
    const text = textOf(paragraph);
    if (paragraph.kind === 'picture' || !lines.has(comparable(text))) rest.push(paragraph);
    else {
      apart('Intestazione, che il sito mette da sé', text);
      if (rest.length < 8) aboveLetterhead = rest.length;
    }
  }
  const early: SourceParagraph[] = [];
  const note = ({ written, date, doubt, place }: Partial<Dateline>): void => {
    parts.dateline ??= { written: written ?? '', date, doubt };
    parts.place ??= place;
  };

  // Above the title: whatever is above «COMUNICATO STAMPA» is of the letterhead.
  const kickerAt = rest.findIndex(
    (paragraph, index) =>
      index < 8 && textOf(paragraph).length <= LONG_LINE && KICKER.test(textOf(paragraph)),
  );
  let start = 0;
  for (; start < rest.length - 1; start += 1) {
    const paragraph = rest[start] as SourceParagraph;
    const text = textOf(paragraph);
    if (paragraph.kind === 'picture') {
      early.push(paragraph);
      continue;
    }
    if (paragraph.role === 'caption' && early.length > 0) {
      early.push(paragraph);
      continue;
    }
    if (paragraph.role === 'title' || text.length > LONG_LINE) break;
    const kicker = KICKER.exec(text);
    const title = kicker && /^\s*[:–—-]\s*(?=\p{Lu})(.{25,})$/u.exec(text.slice(kicker[0].length))?.[1];
    if (kicker && title !== undefined && title !== null && !dayIn(title)) {
      apart('Tipo di documento', kicker[0].trim());
      rest[start] = { ...paragraph, runs: cut(paragraph.runs, text.length - title.length) };
      break;
    }
    const line = datelineOf(text);
    if (kicker) {
      apart('Tipo di documento', text);
      const day = dayIn(text);
      if (day) note(day);
    } else if (EMBARGO.test(text)) {
      parts.embargo = text;
      apart('Embargo', text);
    } else if (line?.isAlone) {
      apart('Luogo e data, che stanno nei campi', text);
      note(line);
    } else if (start < Math.max(kickerAt, aboveLetterhead) || ABOVE_TITLE.test(text) || CONTACT.test(text))
      apart('Intestazione dell’ufficio', text);
    else break;
  }

  // The head ends where the text begins with place and day.
  const below = rest.slice(start);
  const datelineAt = below.findIndex(
    (paragraph, index) => index < 8 && paragraph.kind !== 'picture' && datelineOf(textOf(paragraph)),
  );
  const found = datelineAt < 0 ? undefined : datelineOf(textOf(below[datelineAt] as SourceParagraph));
  const hasText = below
    .slice(1, Math.max(datelineAt, 1))
    .some((paragraph) => !isEmphasised(paragraph) && textOf(paragraph).length > LONG_SUMMARY);
  const lettersIn = (from: number, to?: number): number =>
    below.slice(from, to).reduce((sum, paragraph) => sum + textOf(paragraph).length, 0);
  // Under the text, place and day stand with the signature.
  const isClosing = found?.isAlone === true && lettersIn(datelineAt + 1) < lettersIn(1, datelineAt);
  const isHead = found !== undefined && !hasText && !isClosing;
  let end = datelineAt;
  if (!isHead) {
    end = Math.min(1, below.length - 1);
    while (
      end < Math.min(4, below.length - 1) &&
      isHeadLine(below[end] as SourceParagraph, below.slice(end + 1))
    )
      end += 1;
  }
  const head = below.slice(0, Math.max(end, 0));
  parts.head = head.filter(({ kind, role }) => kind !== 'picture' && role !== 'caption');
  parts.body = [
    ...early,
    ...head.filter(({ kind, role }) => kind === 'picture' || role === 'caption'),
    ...below.slice(Math.max(end, 0)),
  ];
  if (found) note(found);
  // «Palermo, 3 novembre 2023» under the text.
  if (!parts.dateline)
    for (const paragraph of parts.body.slice(-5).toReversed()) {
      const line = datelineOf(textOf(paragraph));
      if (line?.isAlone) note(line);
    }
  return parts;
};

const isHeadLine = (paragraph: SourceParagraph, after: readonly SourceParagraph[]): boolean =>
  paragraph.kind === 'picture' ||
  paragraph.role === 'subtitle' ||
  (paragraph.kind === 'paragraph' &&
    textOf(paragraph).length < LONG_SUMMARY &&
    (CITY_SUMMARY.test(textOf(paragraph)) ? after.length > 1 : isEmphasised(paragraph)) &&
    !/^[«“"]/.test(textOf(paragraph)));

/** The runs without their first letters. */
const cut = (runs: readonly Run[], letters: number): Run[] => {
  let left = letters;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.min(left, run.text.length));
    left -= Math.min(left, run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
};

/** The caption under a picture goes with the picture. */
const withCaptions = (body: readonly SourceParagraph[], source: SourceDocument): SourceParagraph[] =>
  body.filter((paragraph, index) => {
    const before = body[index - 1];
    const picture =
      paragraph.role === 'caption' && before?.kind === 'picture'
        ? source.pictures[before.picture ?? -1]
        : undefined;
    if (!picture || picture.caption !== '') return true;
    picture.caption = textOf(paragraph);
    return false;
  });

const uniqueId = (speaker: string, taken: Set<string>): string => {
  const base = slugOf(speaker.split(' ').at(-1) ?? speaker) || 'citazione';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
};

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60)}…`);

const ALL_CAPITALS = /^(?=(?:.*\p{Lu}){12})\P{Ll}*$/u;

/** What a document says, as far as a program can tell; everything uncertain is said to be so. */
export const understand = (source: SourceDocument, content: Content): UnderstoodNote => {
  const understood: string[] = [];
  const uncertain: string[] = [];
  const parts = takeApart(source, content);

  const [first, ...others] = parts.head.map(textOf);
  const subject = SUBJECT.exec(first ?? '')?.[0] ?? '';
  const title = (first ?? '').slice(subject.length);
  if (subject) parts.setApart.push({ what: 'Davanti al titolo', words: subject.trim(), inText: true });
  const summaryAt = others.findIndex((text) => CITY_SUMMARY.test(text));
  const citySummary = summaryAt < 0 ? '' : (others[summaryAt] ?? '');
  const subtitle = others.filter((_, index) => index !== summaryAt).join(' ');
  if (title) understood.push(`Titolo: ${title}`);
  else uncertain.push('Non ho trovato il titolo.');
  if (ALL_CAPITALS.test(title))
    uncertain.push('Il titolo è tutto in maiuscole, come nel documento: si legge male. Decidi tu.');
  if (!subtitle) uncertain.push('Non ho trovato il sommario.');
  if (others.length > 2)
    uncertain.push('Fra il titolo e il testo ci sono più di due capoversi: controlla il sommario.');

  const { date, doubt, written } = parts.dateline ?? {};
  if (date) understood.push(`Data: ${date} (da «${written}»).`);
  if (doubt) uncertain.push(doubt);
  if (!parts.dateline) uncertain.push('Non ho trovato la data («Palermo, 3 novembre 2023 – …»).');

  const fromLetterhead = parts.above.map((line) => cityNamed(content, line)).find(Boolean);
  const inTitle = citiesIn(content, title);
  const city =
    cityNamed(content, parts.place) ?? fromLetterhead ?? (inTitle.length === 1 ? inTitle[0] : undefined);
  if (city && cityNamed(content, parts.place) === city) understood.push(`Città: ${city}.`);
  else if (city)
    uncertain.push(
      `Città: ${city}, dalle parole ${city === fromLetterhead ? 'dell’intestazione' : 'del titolo'}. Controlla.`,
    );
  else if (parts.place) uncertain.push(`La città «${parts.place}» non è fra quelle del sito.`);
  else uncertain.push('Non ho capito di quale città è la nota.');

  const body = withCaptions(parts.body, source);
  const choice = editionOf(
    {
      letterhead: parts.above,
      head: [title, subtitle, citySummary].join('\n'),
      body: body.map(textOf).join('\n'),
      date,
    },
    content,
  );
  if (choice.edition !== undefined) understood.push(`Edizione: ${choice.edition} (${choice.because}).`);
  else uncertain.push(`Edizione: non la tiro a indovinare. ${choice.doubt}`);
  if (choice.edition !== undefined && choice.toConfirm !== undefined)
    uncertain.push(`Edizione: ${choice.toConfirm}`);
  if (parts.embargo !== undefined)
    uncertain.push(
      `Il documento è sotto embargo («${parts.embargo}»): scrivi "embargo:" e non metterlo in un deposito pubblico prima.`,
    );

  const taken = new Set<string>();
  const roles = new Map<string, string>();
  const blocks = body.map((paragraph): UnderstoodBlock => {
    const text = textOf(paragraph);
    if (paragraph.kind !== 'paragraph') return paragraph;
    const said = attributionIn(text);
    if (!said) {
      if (seemsQuote(text))
        uncertain.push(
          `Parole fra virgolette: se sono una dichiarazione, mettile in <Quote>: ${shortened(text)}`,
        );
      return paragraph;
    }
    // Who spoke before keeps the office that was said then.
    const role = said.role || (roles.get(said.speaker) ?? '');
    roles.set(said.speaker, role);
    uncertain.push(
      role === ''
        ? `Citazione di ${said.speaker}: il documento non ne dice il ruolo, scrivilo tu.`
        : `Citazione di ${said.speaker}, ${role}: controlla nome e ruolo.`,
    );
    return { ...paragraph, quote: { ...said, role, id: uniqueId(said.speaker, taken) } };
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
    ...{ title, subtitle, citySummary, city, date, blocks, figures, understood, uncertain },
    edition: choice.edition,
    setApart: [
      ...parts.setApart,
      ...source.setApart,
      ...source.margins.map((words) => ({ what: 'In testa o in fondo alle pagine', words, inText: false })),
    ],
  };
};

/** The runs of a quote before, inside and after the words that say who speaks. */
export const splitAttribution = ({
  runs,
  quote,
}: UnderstoodBlock): { before: Run[]; inside: Run[]; after: Run[] } => {
  const { start, end } = quote ?? { start: 0, end: 0 };
  const part = (from: number, to: number): Run[] => {
    let at = 0;
    return runs.flatMap((run) => {
      const begin = at;
      at += run.text.length;
      const text = run.text.slice(Math.max(0, from - begin), Math.max(0, to - begin));
      return text === '' ? [] : [{ ...run, text }];
    });
  };
  return { before: part(0, start), inside: part(start, end), after: part(end, Infinity) };
};
