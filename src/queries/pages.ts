import { render } from 'astro:content';
import { entriesOf, languagesOf, localise, type Localised } from './entries.ts';
import { figureViews, type FigureView } from './figure-views.ts';

/** A plain page, with its texts in a language. */
export type PageView = Localised<'pages'> & { path: string; languages: string[]; figureViews: FigureView[] };

/** All plain pages. */
export const pagesIn = async (lang: string): Promise<PageView[]> =>
  (await entriesOf('pages')).map((entry) => {
    const page = localise(entry, lang);
    const path = `/${entry.id}/`;
    return {
      ...page,
      path,
      languages: languagesOf(entry),
      figureViews: figureViews(lang, page.contentLang, page.figures, path),
    };
  });

/**
 * The plain page with this id.
 * @throws RangeError when there is none
 */
export const pageIn = async (lang: string, id: string): Promise<PageView> => {
  const page = (await pagesIn(lang)).find((candidate) => candidate.id === id);
  if (!page) throw new RangeError(`There is no page "${id}".`);
  return page;
};

/** The body of a plain page as a component. */
export const pageContent = async (lang: string, id: string) => {
  const entry = (await entriesOf('pages')).find((candidate) => candidate.id === id);
  if (!entry) throw new RangeError(`There is no page "${id}".`);
  return (await render((entry.translations.get(lang) ?? entry.record).rendered)).Content;
};
