import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const PREFIX = '\0asked:';
const QUERY_EXPORT = /^export (?:const|function|async function|class) (\w+)/gm;
const PATHS_EXPORT = /^export const getStaticPaths\b/m;

const slashed = (path: string): string => path.split(sep).join('/');

/**
 * Lets every query be written down that a page asks, and nobody else: what lies outside the room of the queries gets the
 * queries by way of `asked`; among themselves they talk as they are written. And gives each page the digest of its props.
 * @param root the project's folder
 */
export const askedPlugin = (root: string): Plugin => {
  const queries = `${slashed(join(root, 'src/queries'))}/`;
  const pages = `${slashed(join(root, 'src/pages'))}/`;
  const runtime = JSON.stringify(slashed(join(root, 'src/integrations/page-cache/asked.ts')));
  return {
    name: 'lgnet:asked',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || importer.startsWith(PREFIX) || importer.startsWith(queries)) return null;
      if (!source.includes('queries/')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id.startsWith(queries) ? { ...resolved, id: `${PREFIX}${resolved.id}` } : null;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const file = id.slice(PREFIX.length);
      const names = [...readFileSync(file, 'utf8').matchAll(QUERY_EXPORT)].map(([, name]) => name as string);
      const query = slashed(relative(queries, file));
      return [
        `import { asked } from ${runtime};`,
        `import * as real from ${JSON.stringify(file)};`,
        ...names.map(
          (name) => `export const ${name} = asked(${JSON.stringify(`${query}#${name}`)}, real.${name});`,
        ),
      ].join('\n');
    },
    transform: {
      order: 'post',
      handler(code, id) {
        if (!id.startsWith(pages) || id.includes('?') || !code.includes('getStaticPaths')) return null;
        if (!PATHS_EXPORT.test(code)) this.error(`${id} exports its paths in a way that is not understood.`);
        return {
          code: [
            `import { withDigests } from ${runtime};`,
            code.replace(PATHS_EXPORT, 'const pathsWithoutDigests'),
            'export const getStaticPaths = withDigests(pathsWithoutDigests);',
          ].join('\n'),
          map: null,
        };
      },
    },
  };
};

/** Astro's name for the module of the content, as it loads it. */
const STORE = '\0astro:data-layer-content';

/**
 * Lets the pages read the content when they run, and not from their bundle: the bundle of the same code stays the same, and
 * no bundler reads what thousands of notes say.
 * @param storeFile where Astro's store of content is
 */
export const contentStorePlugin = (storeFile: () => string): Plugin => ({
  name: 'lgnet:content-store',
  apply: 'build',
  load: {
    order: 'pre',
    handler: (id) =>
      id === STORE
        ? [
            `import { readFileSync } from 'node:fs';`,
            `export default JSON.parse(readFileSync(${JSON.stringify(storeFile())}, 'utf8'));`,
          ].join('\n')
        : null,
  },
});
