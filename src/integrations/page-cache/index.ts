import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { contentDir } from '../../lib/content-dir.ts';
import { digest } from '../../lib/digest.ts';
import { withOwnHashes } from '../policy/own-hashes.ts';
import { recorded, stillAnsweredSo } from './asked.ts';
import { baseOf } from './base.ts';
import { KeptPages } from './kept-pages.ts';
import { askedPlugin } from './plugin.ts';

/** What is written from the queries' answers alone; other files have a cache of their own (src/artefacts/cache.ts). */
const KEPT = /^(?:text\/html|application\/(?:\w+\+)?(?:xml|json))/;

/** One name for a page, whether Astro calls it by its path or by its address. */
const nameOf = (route: RouteData, path: string): string =>
  `${route.component} ${new URL(path, 'https://page.invalid').pathname.replace(/^\/+|\/+$/g, '')}`;

/** What a page of a route was handed; nothing where that cannot be told. */
const propsOf = (route: RouteData, digestOfProps: string | undefined): string | undefined =>
  route.pathname === undefined ? digestOfProps : 'none';

/**
 * Astro's renderer, which makes a page only where it would be another than the one that was kept.
 * @param astro renders one
 * @param pages those of the last builds
 * @param base digest of what all pages are made of (`baseOf`)
 */
export const keeping = (astro: AstroPrerenderer, pages: KeptPages, base: string): AstroPrerenderer => {
  const props = new Map<string, string | undefined>();
  const unknown = new Map<string, string>();
  let [made, kept] = [0, 0];

  const render: AstroPrerenderer['render'] = async (request, options) => {
    const route = options.routeData;
    const name = nameOf(route, request.url);
    const given = props.get(name);
    const before = given === undefined ? undefined : await pages.find(name);
    if (
      before?.page.base === base &&
      before.page.props === given &&
      (await stillAnsweredSo(before.page.asked))
    ) {
      kept += 1;
      return new Response(before.body, { headers: { 'content-type': before.page.contentType } });
    }
    const { result, record } = await recorded(async () => {
      const rendered = await astro.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      // Its questions end with its last byte.
      return { response, body: new Uint8Array(await response.arrayBuffer()) };
    });
    made += 1;
    const { response } = result;
    const contentType = response.headers.get('content-type') ?? '';
    const body = contentType.startsWith('text/html')
      ? new TextEncoder().encode(withOwnHashes(new TextDecoder().decode(result.body)))
      : result.body;
    if (given !== undefined && response.status === 200 && KEPT.test(contentType)) {
      if (record.unknown === undefined)
        await pages.keep(name, { base, props: given, asked: record.asked, contentType }, body);
      else unknown.set(route.component, record.unknown);
    }
    return body.length === 0 ? response : new Response(body, response);
  };

  return {
    name: 'lgnet:page-cache',
    setup: async () => astro.setup?.(),
    getStaticPaths: async () => {
      const paths = await astro.getStaticPaths();
      for (const { pathname, route, cacheKey } of paths)
        props.set(nameOf(route, pathname), propsOf(route, cacheKey));
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

/** A page whose questions are all answered as in the last build is the page of the last build; any other is made anew. */
export const pageCache = (): AstroIntegration => {
  let root = '';
  return {
    name: 'lgnet:page-cache',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root).replace(/\/$/, '');
        if (command === 'build') updateConfig({ vite: { plugins: [askedPlugin(root)] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const content = contentDir();
        const cacheDir = resolve(process.env['SITE_CACHE_DIR'] ?? '.cache');
        // Two contents that are built by turns do not push each other's pages out.
        const folder = resolve(cacheDir, 'pages', digest(relative(root, content)).slice(1, 13));
        setPrerenderer((astro) => keeping(astro, new KeptPages(folder), baseOf(root, content)));
      },
    },
  };
};
