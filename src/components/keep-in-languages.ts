/**
 * Lets whoever changes the language take along what the page was asked: its address in every other language has the same
 * question.
 * @param search the question, `?citta=palermo`; empty for none
 * @param also where else such addresses stand
 */
export const keepInLanguages = (search: string, also?: ParentNode): void => {
  const links = [document.querySelector('header'), document.getElementById('language-offer'), also].flatMap(
    (place) => [...(place?.querySelectorAll<HTMLAnchorElement>('a[hreflang]') ?? [])],
  );
  for (const link of links) link.search = search;
};
