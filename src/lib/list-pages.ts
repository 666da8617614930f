/** A list in pages of at most so many items; one page, without an item, where there is none. */
export const pagesOf = <Item>(items: readonly Item[], perPage: number): readonly (readonly Item[])[] => {
  const pages = Array.from({ length: Math.ceil(items.length / perPage) }, (_, index) =>
    items.slice(index * perPage, (index + 1) * perPage),
  );
  return pages.length > 0 ? pages : [[]];
};

/** The address of a page of a list: the first has the list's own. */
export const listPagePath = (list: string, page: number): string => (page === 1 ? list : `${list}${page}/`);

/** Where a page of a list stands among the others. */
export interface ListPlace {
  page: number;
  pages: number;
  /** Paths without language prefix. */
  path: string;
  previous: string | undefined;
  next: string | undefined;
}

/** The place of a page among the pages of a list. */
export const listPlace = (list: string, page: number, pages: number): ListPlace => ({
  page,
  pages,
  path: listPagePath(list, page),
  previous: page > 1 ? listPagePath(list, page - 1) : undefined,
  next: page < pages ? listPagePath(list, page + 1) : undefined,
});
