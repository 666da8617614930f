import { glob, type Loader } from 'astro/loaders';

/**
 * Files of the content as data. Astro's own loader finds and watches them; what it would compile, an MDX file, stays the
 * text that it is: no module is made of it, so nothing that stands in it can ever run.
 */
export const contentFiles = (options: Parameters<typeof glob>[0]): Loader => {
  const files = glob(options);
  return {
    ...files,
    load: (context) =>
      files.load({
        ...context,
        store: {
          ...context.store,
          set: ({ deferredRender: _compiled, ...entry }) => context.store.set(entry),
        },
      }),
  };
};
