/** Articles that are written onto the word, and that alphabetical lists skip, by language. */
const articles: Readonly<Record<string, RegExp>> = { ar: /^ال(?=\p{Script=Arabic}{2})/u };

/** What a text is filed under: without the marks at its head and an article that is skipped. */
export const sortKey = (locale: string, text: string): string => {
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '');
  return bare.replace(articles[locale.split('-')[0] ?? ''] ?? /^$/, '');
};

/** Compares two texts in the alphabetical order of a locale. Runs in the browser too. */
export const collation = (locale: string): ((a: string, b: string) => number) => {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) => compare(sortKey(locale, a), sortKey(locale, b));
};
