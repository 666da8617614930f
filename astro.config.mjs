import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages, sourceLanguage } from './src/i18n/languages.ts';
import { devAddressOf } from './src/integrations/dev-server/file-addresses.ts';
import { pageCache } from './src/integrations/page-cache/index.ts';
import { pageLinks } from './src/integrations/sitemap/page-links.ts';
import { inDevRequest } from './src/lib/dev-request.ts';
import { packageFile } from './src/lib/package-files.ts';
import { siteConfig } from './src/site.config.ts';

/** Where Astro really writes: the build works in a staging folder first. */
let builtDir = '';
/** @type {readonly { type: string, patternRegex: RegExp }[]} */
let devRoutes = [];
/** @param {number} weight */
const fontVariant = (weight) => {
  const file = packageFile(`@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff2`);
  return {
    weight,
    style: /** @type {const} */ ('normal'),
    // A text that somebody reads never moves: a font that comes late is there for the next page.
    display: /** @type {const} */ ('optional'),
    // Astro names the family by this path, and pages must be the same bytes wherever the project lies.
    src: /** @type {[string]} */ ([`./${relative(process.cwd(), file).split(sep).join('/')}`]),
  };
};

export default defineConfig({
  site: siteConfig.url,
  outDir: process.env['SITE_OUT_DIR'] ?? './dist',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', concurrency: 8 },
  // Notes are published word for word: no character of theirs is made prettier.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    pageCache(),
    {
      name: 'lgnet',
      hooks: {
        'astro:config:setup': ({ command, injectRoute }) => {
          // Every component in every state, for whoever works on the site and for its pictures; never a page that is published.
          if (command === 'dev' || process.env['SITE_STYLE_GUIDE'] === '1')
            injectRoute({
              pattern: '/[...lang]/stile',
              entrypoint: './src/components/style-guide/page.astro',
            });
          // Read by src/queries/publication.ts. Whatever the environment says, a build shows only what is public.
          process.env['SITE_DEV_SERVER'] = command === 'dev' ? '1' : '';
        },
        'astro:routes:resolved': ({ routes }) => {
          devRoutes = routes;
        },
        'astro:server:setup': async ({ server }) => {
          const { serveEditorForm } = await import('./scripts/editing/form/serve.ts');
          server.middlewares.use('/admin', serveEditorForm());
          server.middlewares.use((request, _response, next) => {
            request.url = devAddressOf(request.url ?? '/', devRoutes);
            next();
          });
          // Each page is made of the content as it is when it is asked for (src/lib/once-per-build.ts).
          server.middlewares.use((_request, _response, next) => {
            inDevRequest(next);
          });
        },
        'astro:config:done': ({ config }) => {
          builtDir = fileURLToPath(config.outDir);
        },
      },
    },
    // Alternates and exclusions are read from the pages themselves, so that the sitemap can never say anything else.
    sitemap({
      serialize: async (item) => {
        const page = await pageLinks(builtDir, new URL(item.url).pathname);
        return page.listed
          ? {
              ...item,
              links: page.alternates.map(({ lang, href }) => ({ lang, url: href })),
              ...(page.modified && { lastmod: page.modified }),
              ...(page.video && { video: [{ tag: [], ...page.video }] }),
            }
          : undefined;
      },
      entryLimit: 1000,
      // A sitemap for each language; Astro's own name, `pages`, is left for the first one.
      chunks: Object.fromEntries(
        languages
          .filter((language) => language !== sourceLanguage)
          .map(({ code }) => [
            code,
            (/** @type {{ url: string }} */ item) =>
              new URL(item.url).pathname.startsWith(`/${code}/`) ? item : undefined,
          ]),
      ),
    }),
  ],
  vite: {
    build: {
      // What only the notes use is kept by the browser for the next note; small scripts of every page are in the page.
      assetsInlineLimit: (file) => (file.includes('NoteTools') ? false : undefined),
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
        // An operator's tile server may answer once a reader has asked for it.
        `img-src 'self' data:${siteConfig.map.tiles ? ` https://${siteConfig.map.tiles.host}` : ''}`,
        "font-src 'self'",
        "connect-src 'self'",
        // The worker of who keeps a story on the phone.
        "worker-src 'self'",
        // Frames: the layout says for each page whose, and on nearly all pages nobody's.
      ],
    },
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Titillium Web',
      cssVariable: '--font-titillium',
      // The first is a phone's own font in the measures of ours (src/styles/base.css).
      fallbacks: ['Measured Roboto', 'system-ui', 'sans-serif'],
      // Phones have no Arial, and a font that comes late moves nothing: no more of these are needed.
      optimizedFallbacks: false,
      options: {
        variants: [fontVariant(400), fontVariant(700)],
      },
    },
  ],
});
