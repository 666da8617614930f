/** What the tools for reading say, in the language of the page: `lettura.json` beside the pages of a language. */
export interface ReadingWords {
  /** BCP 47 tag for dates and sizes. */
  locale: string;
  title: string;
  pause: string;
  resume: string;
  stop: string;
  speed: string;
  voice: string;
  remember: string;
  finished: string;
  voiceFailed: string;
  keep: string;
  working: string;
  kept: string;
  /** With `{date}`. */
  since: string;
  /** With `{date}`: on the kept page itself. */
  copy: string;
  keepFailed: string;
  remove: string;
  removed: string;
  update: string;
  none: string;
  /** With `{size}`. */
  total: string;
  see: string;
  /** Address of the page that lists what is kept. */
  list: string;
}

/**
 * Asks for the words of a language.
 * @throws Error when they do not come
 */
export const fetchWords = async (href: string): Promise<ReadingWords> => {
  const response = await fetch(href);
  if (!response.ok) throw new Error(href);
  return (await response.json()) as ReadingWords;
};

/** A time in the language's words. */
export const formatTime = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));

/** A size in the language's words. */
export const formatSize = (locale: string, bytes: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    Math.max(1, bytes / 1000),
  );
