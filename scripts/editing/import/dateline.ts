import { isoDate, months } from '../words/dates.ts';

/** Place and day as a note writes them, at the head of its text or on a line of their own. */
export interface Dateline {
  /** The words as they stand: "Palermo, lì 3 novembre 2023". */
  written: string;
  place: string | undefined;
  /** `2023-11-03`; nothing when the year is missing or there is no such day. */
  date: string | undefined;
  /** Why there is no date, or why the one there is may be wrong, in Italian. */
  doubt: string | undefined;
  /** Whether the line says nothing else. */
  isAlone: boolean;
}

const WEEKDAYS = ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'];

/** 1 for "gennaio", "gen", "Genn."; 0 for what is no month. */
const monthOf = (word: string): number => {
  const short = word.toLowerCase().replace('.', '');
  return short.length < 3 ? 0 : months.findIndex((month) => month.startsWith(short)) + 1;
};

const weekdayOf = (word: string): number =>
  WEEKDAYS.findIndex((day) => day.replace('ì', 'i') === word.toLowerCase().replace(/ì|i['’]|í/, 'i'));

const DATE = [
  `(?<day>\\d{1,2}|[Pp]rimo|1[°º])[°º]?\\s+(?<month>\\p{L}{3,10})\\.?(?:\\s+(?<year>\\d{4}|['’]\\d{2})(?!\\d))?`,
  `(?<dayNumber>\\d{1,2})[/.-](?<monthNumber>\\d{1,2})[/.-](?<yearNumber>\\d{4}|\\d{2})(?!\\d)`,
].join('|');
const WEEKDAY = `(?:(?<weekday>[LMGVSDlmgvsd]\\p{L}{4,8}['’]?)\\s*,?\\s+)?`;
const WHEN = `(?:[Ll][iìíÌ]['’]?|[Aa]dd[iì]['’]?|[Dd][iì]['’]?|[Ii]l)?\\s*,?\\s*${WEEKDAY}(?:${DATE})`;
const PLACE = `(?<place>\\p{Lu}[\\p{L}’' ./-]{1,50}?)(?:\\s*\\(\\p{Lu}{2}\\))?`;
const LINE = new RegExp(
  `^[(\\[–—-]?\\s*(?:${PLACE}\\s*(?:,|\\s[–—-]|\\s)\\s*)?${WHEN}\\s*(?<close>[)\\]])?\\s*(?<end>[–—:.,;-]+(?=\\s|$|\\p{Lu}|[«“"])|$)?`,
  'u',
);
const ANYWHERE = new RegExp(`(?<![\\p{L}\\d/])(?:${DATE})`, 'u');

type Groups = Record<string, string | undefined>;

const fullYear = (year: string): string => (/^\d{4}$/.test(year) ? year : `20${year.replace(/\D/g, '')}`);

/** The day that the words name, or why they name none. */
const dayOf = (groups: Groups, written: string): Pick<Dateline, 'date' | 'doubt'> | undefined => {
  const month = groups['month'] === undefined ? Number(groups['monthNumber']) : monthOf(groups['month']);
  if (groups['month'] !== undefined && month === 0) return undefined;
  const day = (groups['day'] ?? groups['dayNumber'] ?? '').replace(/primo/i, '1').replace(/\D/g, '');
  const year = groups['year'] ?? groups['yearNumber'];
  if (year === undefined)
    return { date: undefined, doubt: `In «${written}» manca l’anno: non lo tiro a indovinare.` };
  const date = isoDate(`${day}/${month}/${fullYear(year)}`);
  if (date === undefined)
    return { date, doubt: `«${written}»: questo giorno non esiste nel calendario. Chiedi la data giusta.` };
  const weekday = groups['weekday'];
  const real = new Date(`${date}T00:00:00Z`).getUTCDay();
  const said = weekday === undefined ? real : weekdayOf(weekday);
  return {
    date,
    doubt: said === real ? undefined : `«${written}»: quel giorno era ${WEEKDAYS[real]}. Controlla la data.`,
  };
};

/** Place and day at the start of a text; nothing when it does not start so. */
export const datelineOf = (text: string): Dateline | undefined => {
  const line = LINE.exec(text);
  const groups = line?.groups as Groups | undefined;
  if (!line || !groups) return undefined;
  // What stands before the day has to be one.
  if (groups['weekday'] !== undefined && weekdayOf(groups['weekday']) < 0) return undefined;
  const rest = text.slice(line[0].length).trim();
  const place = groups['place']?.trim();
  const isClosed = groups['close'] !== undefined || groups['end'] !== undefined;
  const goesOn = place !== undefined && /^[\p{Lu}«“"]/u.test(rest);
  if (rest !== '' && !isClosed && !goesOn) return undefined;
  // "Palermo, 3 novembre 2023, ha aperto …" is a sentence.
  if (rest !== '' && groups['end'] === ',' && groups['close'] === undefined && /^\p{Ll}/u.test(rest))
    return undefined;
  const written = line[0].replace(/^[([–—-]\s*|[\s)\]–—:.,;-]+$/g, '').trim();
  const day = dayOf(groups, written);
  return day && { written, place, ...day, isAlone: rest === '' };
};

/** A day anywhere in a short line: "COMUNICATO STAMPA DEL 3 NOVEMBRE 2023". */
export const dayIn = (text: string): Pick<Dateline, 'date' | 'doubt' | 'written'> | undefined => {
  const found = ANYWHERE.exec(text);
  const day = found && dayOf(found.groups as Groups, found[0]);
  return day ? { written: found[0], ...day } : undefined;
};
