/** Keys that the code puts together: `*` stands for what is put in. Every other key stands in the code as it is. */
export const composedKeys: readonly string[] = [
  'city.activities.*',
  'city.sheet-help.*',
  'data.table.*',
  'data.table.*.meaning',
  'data.type.*',
  'date.in-*',
  'embed.*',
  'embed.kind.*',
  'fact.*',
  'figure.*',
  'file.*',
  'help.cost.*',
  'help.topic.*',
  'home.description.*',
  'home.lead.*',
  'partner.role.*',
  'press.words-*',
  'region.*',
  'responsible.*',
  'search.filter.*',
  'social.*',
  'translation.*',
  'video.*-of',
  'video.download.*',
  'video.kind.*',
  'video.state.*',
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The interface strings that no code asks for, and the composed keys that no code composes.
 *
 * @param keys all keys of the Italian strings
 * @param code the text of all code that may ask for them
 * @param composed see {@link composedKeys}
 */
export const unusedStrings = (
  keys: readonly string[],
  code: string,
  composed = composedKeys,
): { unused: string[]; notComposed: string[] } => {
  const literals = new Set([...code.matchAll(/(['"`])([a-z][\w.-]*)\1/gi)].map(([, , text = '']) => text));
  const templates = [...code.matchAll(/`([^`\n]*)`/g)].map(([, text = '']) => text);
  const patterns = composed.map((pattern) => {
    const parts = pattern.split('*').map(escaped);
    return {
      pattern,
      // What is put in is one word, so that `video.*` would not hide `video.kind.old`.
      key: new RegExp(`^${parts.join('[\\w-]+')}$`),
      template: new RegExp(`^${parts.join('(?:\\$\\{.+\\})+')}$`),
    };
  });
  return {
    unused: keys.filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.key.test(key))),
    notComposed: patterns
      .filter(({ template }) => !templates.some((text) => template.test(text)))
      .map(({ pattern }) => pattern),
  };
};
