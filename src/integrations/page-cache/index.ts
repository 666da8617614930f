import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { contentDir } from '../../lib/content-dir.ts';
import { digest } from '../../lib/digest.ts';
import { Answers, recorded } from './asked.ts';
import { baseOf } from './base.ts';
import { KeptPages, type KeptForm } from './kept-pages.ts';
import { LastOutput, publishedRecord, writeMade } from './last-output.ts';
import { Bundle, folderOf } from './bundle.ts';
import { askedPlugin, contentStorePlugin } from './plugin.ts';
import { slimPages, type Finish } from './slim-pages.ts';

/** What is kept here with its bytes; other files have a cache of their own (src/artefacts/cache.ts). */
const KEPT = /^(?:text\/html|application\/(?:\w+\+)?(?:xml|json))/;

const isHtml = (contentType: string): boolean => contentType.startsWith('text/html');

const pathOf = (address: string): string => new URL(address, 'https://page.invalid').pathname;

/** One name for a page, whether Astro calls it by its path or by its address. */
const nameOf = (route: RouteData, address: string): string =>
  `${route.component} ${pathOf(address).replace(/^\/+|\/+$/g, '')}`;

/** Where Astro writes a page, below the output folder. */
const fileOf = (route: RouteData, address: string): string => {
  const path = decodeURI(pathOf(address)).replace(/^\/+|\/+$/g, '');
  if (route.type !== 'page') return path;
  return path === '404' ? '404.html' : `${path === '' ? '' : `${path}/`}index.html`;
};

/** What a page of a route was handed; nothing where that cannot be told. */
const propsOf = (route: RouteData, digestOfProps: string | undefined): string | undefined =>
  route.pathname === undefined ? digestOfProps : 'none';

/** What a build has beside Astro's renderer. */
export interface Keeping {
  /** Pages of the last builds. */
  pages: KeptPages;
  /** What becomes of a page that is made. */
  finish: Finish;
  /** The site that is out, if it can be taken from, and the folder of the one that is made. */
  last?: { output: LastOutput; into: string; record: string };
}

/**
 * Astro's renderer, which makes a page only where it would be another than those that were kept.
 * @param astro renders one
 */
export const keeping = (astro: AstroPrerenderer, { pages, finish, last }: Keeping): AstroPrerenderer => {
  /** What tells a page from all others, by its name: where its route is, and what that hands to it. */
  const keys = new Map<string, string>();
  const unknown = new Map<string, string>();
  /** What the files of this build are made of. */
  const forms: Record<string, string> = {};
  let [made, kept] = [0, 0];
  const answers = new Answers();

  const formName = (key: string, { id }: Pick<KeptForm, 'id'>): string => digest([key, id]);

  /** The page as the site that is out has it, if it would be made the same again. */
  const fromLastOutput = async (key: string, file: string): Promise<boolean> => {
    const published = last?.output.formOf(file);
    if (!last || published === undefined) return false;
    const [id = ''] = published.split(' ');
    const form = await pages.form(key, id);
    if (!form || published !== `${id} ${formName(key, form)}` || !(await answers.areStill(form.asked)))
      return false;
    if (isHtml(form.contentType) && !finish.brought(await readFile(last.output.placeOf(file), 'utf8')))
      return false;
    return last.output.link(file, last.into);
  };

  const fromKept = async (
    key: string,
  ): Promise<(KeptForm & { body: Uint8Array<ArrayBuffer> }) | undefined> => {
    for await (const form of pages.formsOf(key)) {
      if (!(await answers.areStill(form.asked))) continue;
      const body = await pages.bodyOf(key, form);
      if (!body || (isHtml(form.contentType) && !finish.brought(new TextDecoder().decode(body)))) continue;
      return { ...form, body };
    }
    return undefined;
  };

  const finishedHtml = (html: Uint8Array): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(finish.finished(new TextDecoder().decode(html)));

  const render: AstroPrerenderer['render'] = async (request, options) => {
    const route = options.routeData;
    const file = fileOf(route, request.url);
    const key = keys.get(nameOf(route, request.url));
    const madeOf = (form: Pick<KeptForm, 'id'>): void => {
      forms[file] = `${form.id} ${formName(key ?? '', form)}`;
    };
    if (key !== undefined && (await fromLastOutput(key, file))) {
      kept += 1;
      forms[file] = last?.output.formOf(file) ?? '';
      // Astro writes nothing where there is nothing to write.
      return new Response(null);
    }
    const form = key === undefined ? undefined : await fromKept(key);
    if (form) {
      kept += 1;
      madeOf(form);
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
    if (key !== undefined && response.status === 200) {
      const { asked } = record;
      if (record.unknown === undefined)
        madeOf({
          id: await pages.keep(key, { asked, contentType, body: KEPT.test(contentType) ? body : undefined }),
        });
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
      console.log(`  ${made} file scritti di nuovo, ${kept} rimasti com’erano`);
      for (const [component, why] of unknown) console.log(`  ${component}: ${why}`);
      if (last) writeMade(last.record, forms);
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
        const published = process.env['SITE_OUT_DIR'];
        const record = publishedRecord(folders.cacheDir);
        const copies = process.env['SITE_COMPRESS'] !== 'no';
        const last =
          published !== undefined && published !== folders.outDir
            ? { output: new LastOutput(record, published, copies), into: folders.outDir, record }
            : undefined;
        setPrerenderer((astro) =>
          keeping(bundle.keptBefore(astro), { pages, finish, ...(last && { last }) }),
        );
      },
      'astro:build:setup': (setup) => bundle.wrap(setup),
    },
  };
};
