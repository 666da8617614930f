/**
 * What a text is filed under: without the marks at its head and an article that is written onto it.
 * @param article the one that the language skips, if any
 */
export const sortKey = (text: string, article?: string): string => {
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '');
  // What is left must still be a word.
  return article && bare.startsWith(article) && /^\p{L}{2}/u.test(bare.slice(article.length))
    ? bare.slice(article.length)
    : bare;
};

/** Compares two texts in the alphabetical order of a locale. Runs in the browser too. */
export const collation = (locale: string, article?: string): ((a: string, b: string) => number) => {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) => compare(sortKey(a, article), sortKey(b, article));
};
