/** As many as the texts of a large site, and those of a day's work at the editors' desk. */
const MOST = 12_000;

/**
 * Makes something of a text once, and gives the same again for the same text: the desk checks all of the content at every
 * save, of which one file has changed. Nobody may change what is given.
 * @param make makes it of the text and of what else it depends on
 */
export const remembered = <Rest extends readonly (string | number)[], Made>(
  make: (text: string, ...rest: Rest) => Made,
): ((text: string, ...rest: Rest) => Made) => {
  const made = new Map<string, Made>();
  return (text, ...rest) => {
    const key = [...rest, text].join('\0');
    const known = made.get(key);
    if (known !== undefined) {
      // The one that is asked for least stands first, and goes first.
      made.delete(key);
      made.set(key, known);
      return known;
    }
    const result = make(text, ...rest);
    made.set(key, result);
    if (made.size > MOST) made.delete(made.keys().next().value as string);
    return result;
  };
};
