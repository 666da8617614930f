/**
 * Fills the `{name}`s of a text. What is put in is never looked through again.
 * @throws Error when a name has no value, so that no reader ever sees the braces
 */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The text "${text}" needs ${placeholder}.`);
    return value;
  });
