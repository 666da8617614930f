/** The months in Italian, January first. */
export const months = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

const written = (year: string, month: number, day: string): string | undefined => {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
};

/** `23/10/2023`, `23.10.2023` or `2023/10/23` as `2023-10-23`; nothing when it is no date. */
export const isoDate = (text: string): string | undefined => {
  const italian = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (italian) return written(italian[3] as string, Number(italian[2]), italian[1] as string);
  const reversed = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text.trim());
  return reversed ? written(reversed[1] as string, Number(reversed[2]), reversed[3] as string) : undefined;
};

/** For a day that its month does not have (`2026-02-30`), the last one that it has. */
export const lastDayBefore = (text: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) > last ? `${year}-${month}-${last}` : undefined;
};

/** `23 ottobre 2023` (also `1° ottobre 2023`) as `2023-10-23`; nothing when it is no date. */
export const dateInWords = (text: string): string | undefined => {
  const match = /(\d{1,2})[°º]?\s+([a-zà]+)\s+(\d{4})/i.exec(text);
  const month = months.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  return match && month > 0 ? written(match[3] as string, month, match[1] as string) : undefined;
};
