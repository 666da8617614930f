import { join, resolve } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { contentDir } from '../../lib/content-dir.ts';
import { recorded, stillAnsweredSo } from './asked.ts';
import { baseOf } from './base.ts';
import { KeptPages, type KeptPage } from './kept-pages.ts';
import { Bundle, folderOf } from './bundle.ts';
import { askedPlugin, contentStorePlugin } from './plugin.ts';
import { slimPages, type Finish } from './slim-pages.ts';

/** What is written from the queries' answers alone; other files have a cache of their own (src/artefacts/cache.ts). */
const KEPT = /^(?:text\/html|application\/(?:\w+\+)?(?:xml|json))/;

const isHtml = (contentType: string): boolean => contentType.startsWith('text/html');

/** One name for a page, whether Astro calls it by its path or by its address. */
const nameOf = (route: RouteData, path: string): string =>
  `${route.component} ${new URL(path, 'https://page.invalid').pathname.replace(/^\/+|\/+$/g, '')}`;

/** What a page of a route was handed; nothing where that cannot be told. */
const propsOf = (route: RouteData, digestOfProps: string | undefined): string | undefined =>
  route.pathname === undefined ? digestOfProps : 'none';

/**
 * Astro's renderer, which makes a page only where it would be another than those that were kept.
 * @param astro renders one
 * @param pages those of the last builds
 * @param finish what becomes of a page that is made
 */
export const keeping = (astro: AstroPrerenderer, pages: KeptPages, finish: Finish): AstroPrerenderer => {
  /** What tells a page from all others, by its name: where its route is, and what that hands to it. */
  const keys = new Map<string, string>();
  const unknown = new Map<string, string>();
  let [made, kept] = [0, 0];

  const keptForm = async (key: string): Promise<KeptPage | undefined> => {
    for await (const form of pages.formsOf(key)) {
      if (!(await stillAnsweredSo(form.asked))) continue;
      return isHtml(form.contentType) && !finish.brought(new TextDecoder().decode(form.body))
        ? undefined
        : form;
    }
    return undefined;
  };

  const finishedHtml = (html: Uint8Array): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(finish.finished(new TextDecoder().decode(html)));

  const render: AstroPrerenderer['render'] = async (request, options) => {
    const route = options.routeData;
    const key = keys.get(nameOf(route, request.url));
    const form = key === undefined ? undefined : await keptForm(key);
    if (form) {
      kept += 1;
      return new Response(form.body, { headers: { 'content-type': form.contentType } });
    }
    const { result, record } = await recorded(async () => {
      const rendered = await astro.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      // Its questions end with its last byte.
      return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
    });
    made += 1;
    const { response, bytes } = result;
    if (bytes.length === 0) return response;
    const contentType = response.headers.get('content-type') ?? '';
    const body = isHtml(contentType) ? finishedHtml(bytes) : bytes;
    if (key !== undefined && response.status === 200 && KEPT.test(contentType)) {
      if (record.unknown === undefined) await pages.keep(key, { asked: record.asked, contentType, body });
      else unknown.set(route.component, record.unknown);
    }
    return new Response(body, response);
  };

  return {
    name: 'lgnet:page-cache',
    setup: async () => {
      await pages.begin();
      await astro.setup?.();
    },
    getStaticPaths: async () => {
      const paths = await astro.getStaticPaths();
      for (const { pathname, route, cacheKey } of paths) {
        const props = propsOf(route, cacheKey);
        const name = nameOf(route, pathname);
        if (props !== undefined) keys.set(name, `${name} ${props}`);
      }
      return paths.map(({ pathname, route }) => ({ pathname, route }));
    },
    render,
    teardown: async () => {
      console.log(`  ${made} file scritti di nuovo, ${kept} pagine rimaste com’erano`);
      for (const [component, why] of unknown) console.log(`  ${component}: ${why}`);
      await astro.teardown?.();
    },
  };
};

/**
 * A page whose questions are all answered as in the last build is the page of the last build; any other is made anew, by the
 * code as it was bundled before where that is the same.
 */
export const pageCache = (): AstroIntegration => {
  const folders = { root: '', outDir: '', cacheDir: '' };
  const bundle = new Bundle(folders);
  return {
    name: 'lgnet:page-cache',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const root = folderOf(config.root);
        const store = contentStorePlugin(() => join(folders.cacheDir, 'data-store.json'));
        if (command === 'build') updateConfig({ vite: { plugins: [askedPlugin(root), store] } });
      },
      'astro:config:done': ({ config }) => {
        folders.root = folderOf(config.root);
        folders.outDir = folderOf(config.outDir);
        folders.cacheDir = folderOf(config.cacheDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const folder = resolve(process.env['SITE_CACHE_DIR'] ?? '.cache', 'pages');
        const base = baseOf(folders.root, contentDir());
        const finish = slimPages(join(folders.outDir, '_astro'), join(folder, base, 'print'));
        const pages = new KeptPages(folder, base);
        setPrerenderer((astro) => keeping(bundle.keptBefore(astro), pages, finish));
      },
      'astro:build:setup': (setup) => bundle.wrap(setup),
    },
  };
};
