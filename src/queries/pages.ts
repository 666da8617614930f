import { plainPagePath } from '../lib/addresses.ts';
import { byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { entryIn, languagesOf, localisedIn, type Localised } from './entries.ts';
import { figureViews, type FigureView } from './figure-views.ts';

/** A plain page, with its texts in a language. */
export type PageView = Localised<'pages'> & { path: string; languages: string[]; figureViews: FigureView[] };

const view = async (lang: string, page: Localised<'pages'>): Promise<PageView> => {
  const path = plainPagePath(page.id);
  return {
    ...page,
    path,
    languages: languagesOf(await entryIn('pages', page.id)),
    figureViews: figureViews(lang, page.contentLang, page.figures, path),
  };
};

/** All plain pages. */
export const pagesIn = oncePerBuild(async (lang: string): Promise<readonly PageView[]> =>
  Promise.all((await localisedIn('pages', lang)).map((page) => view(lang, page))),
);

const index = oncePerBuild(async (lang: string) => byId(await pagesIn(lang)));

/**
 * The plain page with this id.
 * @throws RangeError when there is none
 */
export const pageIn = async (lang: string, id: string): Promise<PageView> => {
  const page = (await index(lang)).get(id);
  if (!page) throw new RangeError(`There is no page "${id}".`);
  return page;
};
