import type { Content, ContentEntry } from '../content/read.ts';
import { editionsNamed } from '../content/edition-names.ts';
import { editionsIn, runningOn } from '../content/running-editions.ts';
import { textAt, valueAt } from '../content/values.ts';

/** Texts are compared without what a word processor changes: quotation marks, blanks, capitals. */
export const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[«»“”"'’‘]/g, '')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The ids of the editions, the first one first. */
export const editionIds = (content: Content): string[] =>
  editionsIn(content)
    .toSorted((a, b) => Number(valueAt(a.yaml.value, ['order'])) - Number(valueAt(b.yaml.value, ['order'])))
    .map(({ id }) => id);

/** The lines of the editions' letterheads, which the site sets by itself. */
export const letterheadLines = (content: Content): Set<string> =>
  new Set(
    editionsIn(content)
      .flatMap(({ yaml }) =>
        Object.values((valueAt(yaml.value, ['letterhead']) ?? {}) as Record<string, unknown>),
      )
      .filter((line) => typeof line === 'string')
      .map(comparable),
  );

/** The editions whose motto a line is. Fund, objectives and "NOTA STAMPA" may be those of any edition. */
const mottoOf = (line: string, content: Content): string[] =>
  editionsIn(content)
    .filter(({ yaml }) => comparable(textAt(yaml.value, ['letterhead', 'motto']) ?? '') === comparable(line))
    .map(({ id }) => id);

const yearsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\b(20\d\d)\s?[-–/]\s?(20\d\d)\b/g)].map(([, from, to]) => `${from}-${to}`));

const fundYears = ({ yaml }: ContentEntry): Set<string> =>
  yearsIn(
    [textAt(yaml.value, ['fundingStatement']) ?? '', textAt(yaml.value, ['letterhead', 'fund']) ?? ''].join(
      '\n',
    ),
  );

/** The parts of a note that tell its edition, from the one that counts most. */
export interface NoteParts {
  /** Lines above the title, in the margins, and those of a letterhead. */
  letterhead: readonly string[];
  /** Title and summaries. */
  head: string;
  body: string;
  /** Its day, `2023-11-03`. */
  date?: string | undefined;
}

/**
 * The edition of a note, or why nobody can tell; then the editor chooses. `toConfirm`: the document does not name it, and the
 * editor is told what it was concluded from.
 */
export type EditionChoice =
  { edition: string; because: string; toConfirm?: string } | { edition?: undefined; doubt: string };

/** The one edition that was running on the day of a note that names none. */
const byDate = (date: string | undefined, editions: readonly ContentEntry[]): EditionChoice => {
  const nothing = 'Il documento non nomina nessuna edizione della rete';
  if (date === undefined) return { doubt: `${nothing}.` };
  const running = runningOn(date, editions).map(({ id }) => id);
  const [edition] = running;
  if (edition !== undefined && running.length === 1)
    return {
      edition,
      because: 'dalla data',
      toConfirm: `${nothing}. Il ${date} era in corso solo ${edition}: è scritta quella, controlla che sia giusta.`,
    };
  return {
    doubt:
      running.length === 0
        ? `${nothing}, e il ${date} non ce n’era nessuna in corso.`
        : `${nothing}, e il ${date} potevano essere in corso ${running.join(', ')}.`,
  };
};

/** Reads the edition of a note from its letterhead, its title and its text, else from its day; it is never guessed. */
export const editionOf = (parts: NoteParts, content: Content): EditionChoice => {
  const editions = editionsIn(content);
  const letterhead = editionsNamed(parts.letterhead.join('\n'), content);
  for (const line of parts.letterhead)
    for (const id of line === '' ? [] : mottoOf(line, content))
      letterhead.known.set(id, (letterhead.known.get(id) ?? 0) + 1);
  const head = editionsNamed(parts.head, content);
  const body = editionsNamed(parts.body, content);
  const inParts = [
    { ...letterhead, where: 'l’intestazione' },
    { ...head, where: 'il titolo o il sommario' },
    { ...body, where: 'il testo' },
  ];
  const named = inParts.filter(({ known, unknown }) => known.size + unknown.length > 0);
  const [first] = named;
  if (!first) return byDate(parts.date, editions);
  const shown = ({ known, unknown, where }: (typeof inParts)[number]): string =>
    `${where} nomina ${[...known.keys(), ...unknown].join(', ')}`;
  const [edition, ...others] = first.known.keys();
  if (edition === undefined || first.unknown.length > 0)
    return {
      doubt: `${capital(first.where)} nomina ${first.unknown.join(', ')}, che non è fra le edizioni del sito.`,
    };
  if (others.length > 0) return { doubt: `${capital(shown(first))}.` };
  const against = named.find(({ known }) => !known.has(edition));
  if (against) return { doubt: `${capital(shown(first))}, ma ${shown(against)}.` };
  const years = yearsIn([...parts.letterhead, parts.head, parts.body].join('\n'));
  const own = editions.find(({ id }) => id === edition);
  const other = editions.find(
    (entry) => entry.id !== edition && [...fundYears(entry)].some((span) => years.has(span)),
  );
  if (own && other && fundYears(own).size > 0 && ![...fundYears(own)].some((span) => years.has(span)))
    return {
      doubt: `${capital(shown(first))}, ma il fondo che nomina (${[...years].join(', ')}) è quello di ${other.id}.`,
    };
  const isAway =
    parts.date !== undefined &&
    own !== undefined &&
    !runningOn(parts.date, editions).some(({ id }) => id === edition);
  return {
    edition,
    because: `lo dice ${first.where}`,
    ...(isAway && { toConfirm: `Il ${parts.date} ${edition} non era in corso: controlla data ed edizione.` }),
  };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
