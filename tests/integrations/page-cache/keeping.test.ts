import type { AstroPrerenderer, RouteData } from 'astro';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asked, withDigests } from '../../../src/integrations/page-cache/asked.ts';
import { keeping } from '../../../src/integrations/page-cache/index.ts';
import { KeptPages } from '../../../src/integrations/page-cache/kept-pages.ts';

let folder = '';
let base = 'code-1';
/** What the queries answer with. */
let content: { notes: string[]; secret: () => string; gone: boolean };
/** The pages that were really made. */
let made: string[] = [];

const titleOf = asked('test.ts#titleOf', (id: number) => {
  if (content.gone) throw new RangeError('There is no such note.');
  return Promise.resolve(content.notes[id]);
});
const count = asked('test.ts#count', () => content.notes.length);
const opaque = asked('test.ts#opaque', () => ({ call: content.secret }));
const about = asked('test.ts#about', (page: { title: string | undefined }) =>
  Promise.resolve({ title: `${page.title} · LGNet` }),
);

const route = { component: 'src/pages/note.astro', type: 'page' } as RouteData;
const pages: Record<string, (props: unknown) => Promise<string>> = {
  '/one/': async () => (await about({ title: await titleOf(0) })).title,
  '/two/': async () => (await about({ title: await titleOf(1) })).title,
  '/all/': async () => `${await Promise.resolve(count())} ${await titleOf(0)}`,
  '/handed/': (props) => Promise.resolve(JSON.stringify(props)),
  '/opaque/': () => Promise.resolve(opaque().call()),
};

let handed: unknown;

const astro: AstroPrerenderer = {
  name: 'astro:test',
  getStaticPaths: async () => {
    const paths = withDigests(() =>
      Object.keys(pages).map((pathname) => ({
        pathname,
        route,
        props: pathname === '/handed/' ? handed : {},
      })),
    );
    return await paths();
  },
  render: async (request) => {
    const { pathname } = new URL(request.url);
    made.push(pathname);
    const text = await pages[pathname]?.(handed);
    return new Response(text, { headers: { 'content-type': 'text/html' } });
  },
};

/** Whether the style sheets for print are where pages look for them. */
let printed = true;
const finish = { finished: (html: string) => `<!doctype html>${html}`, brought: () => printed };

/** A build: what its pages say. */
const build = async (): Promise<Record<string, string>> => {
  made = [];
  const cache = keeping(astro, { pages: new KeptPages(folder, base), finish });
  await cache.setup?.();
  const said: Record<string, string> = {};
  for (const { pathname, route: routeData } of await cache.getStaticPaths()) {
    const request = new Request(`https://lgnet.example${pathname}`);
    const rendered = await cache.render(request, { routeData }).catch(() => undefined);
    if (rendered instanceof Response) said[pathname] = await rendered.text();
  }
  await cache.teardown?.();
  return said;
};

/** Every file that the cache has written. */
const entries = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'lgnet-pages-'));
  base = 'code-1';
  content = { notes: ['Palermo', 'Roma'], secret: () => 'first', gone: false };
  handed = { id: 1 };
  printed = true;
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('nothing is made again where nothing changed, but what cannot be compared', async () => {
  const first = await build();
  expect(made).toEqual(Object.keys(pages));
  expect(await build()).toEqual(first);
  expect(made).toEqual(['/opaque/']);
});

test('what hides in a function is never taken from the last build', async () => {
  await build();
  content.secret = () => 'second';
  expect((await build())['/opaque/']).toBe('<!doctype html>second');
});

test.each<[string, () => void, string[]]>([
  ['a note is corrected', () => (content.notes = ['Palermo', 'Roma Capitale']), ['/two/', '/opaque/']],
  ['a note is added', () => content.notes.push('Bari'), ['/all/', '/opaque/']],
  ['a page is handed something else', () => (handed = { id: 2 }), ['/handed/', '/opaque/']],
  ['the code changes', () => (base = 'code-2'), Object.keys(pages)],
])('when %s, what touches it is made anew, and nothing else', async (_, change, expected) => {
  await build();
  change();
  const after = await build();
  expect(made).toEqual(expected);
  rmSync(folder, { recursive: true });
  expect(await build()).toEqual(after);
});

test('what is not there any more is not shown from the last build', async () => {
  await build();
  content.gone = true;
  expect(Object.keys(await build())).toEqual(['/handed/', '/opaque/']);
});

test('two contents built by turns do not push each other out', async () => {
  const one = await build();
  content.notes = ['Bari', 'Lecce'];
  const other = await build();
  content.notes = ['Palermo', 'Roma'];
  expect(await build()).toEqual(one);
  expect(made).toEqual(['/opaque/']);
  content.notes = ['Bari', 'Lecce'];
  expect(await build()).toEqual(other);
  expect(made).toEqual(['/opaque/']);
});

test('a page that was damaged on the disk is made anew', async () => {
  const first = await build();
  for (const file of entries()) {
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]));
  }
  expect(await build()).toEqual(first);
  expect(made).toEqual(Object.keys(pages));
});

test('a page is finished once, and made anew where what goes with it is gone', async () => {
  const first = await build();
  expect(first['/one/']).toBe('<!doctype html>Palermo · LGNet');
  printed = false;
  expect(await build()).toEqual(first);
  expect(made).toEqual(Object.keys(pages));
});
