/**
 * The language that devices file a tag under: `it` for `it_IT`, as Android writes it; `fa`, Persian, for `prs`, Dari, which
 * few of them know. Runs in the browser.
 */
export const knownLanguage = (tag: string): string => {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).language;
  } catch {
    return tag;
  }
};
