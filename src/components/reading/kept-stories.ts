import type { Story } from '../../lib/kept-story.ts';
import { fetchWords, formatTime, type ReadingWords } from './words.ts';

/** A story as it lies on the phone. */
export interface KeptStory {
  story: Story;
  /** ISO 8601. */
  since: string;
  /** Of all that is kept for it. */
  bytes: number;
}

/** Also known to `public/kept-worker.js`. */
const cacheName = (page: string): string => `kept ${page}`;
const recordPath = '/kept-story.json';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Adds to a page the day on which it was kept: only the kept copy says so. */
const datedPage = (html: string, notice: string): string =>
  html.replace(
    /<main[^>]*>/,
    (main) => `${main}<div class="wrap"><p class="notice" data-kept-copy>${escaped(notice)}</p></div>`,
  );

/** Addresses of the scripts that a page or a script names. */
const scriptsIn = (text: string, base: string): string[] =>
  [...text.matchAll(/["'`]((?:\.{0,2}\/)[\w@./-]+\.js)["'`]/g)].map(
    ([, path = '']) => new URL(path, base).pathname,
  );

const get = async (path: string): Promise<Response> => {
  // What the browser may hold from before is asked anew: what is kept is of today.
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
};

/** What a page needs to be shown and printed: its scripts, pictures, typefaces and style sheets. */
const neededBy = (html: string, base: string): string[] => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const addresses = [
    ...page.querySelectorAll('img[src], link:is([rel=preload], [rel=icon], [rel=stylesheet])'),
  ].map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
  return [
    ...addresses.filter((address) => address.startsWith('/')),
    ...scriptsIn(html, base).filter((path) => path.startsWith('/_astro/')),
  ];
};

/**
 * Keeps a story: all of it, or nothing.
 * @throws Error when a part does not come, or the phone has no room
 */
export const keepStory = async (story: Story): Promise<KeptStory> => {
  await navigator.serviceWorker.register('/kept-worker.js', { updateViaCache: 'none' });
  try {
    const since = new Date().toISOString();
    const words = await fetchWords(story.words);
    const notice = words.copy.replace('{date}', formatTime(words.locale, since));
    const parts = new Map<string, Response>();
    let bytes = 0;
    const put = (path: string, body: string | ArrayBuffer, type: string): void => {
      bytes += typeof body === 'string' ? new Blob([body]).size : body.byteLength;
      parts.set(path, new Response(body, { headers: { 'content-type': type } }));
    };
    const needed = new Set(story.files);
    for (const path of new Set([story.page, ...story.pages])) {
      const html = await (await get(path)).text();
      for (const address of neededBy(html, new URL(path, location.href).href)) needed.add(address);
      put(path, datedPage(html, notice), 'text/html; charset=utf-8');
    }
    // A set that grows while it is read: scripts name further scripts.
    for (const path of needed) {
      const response = await get(path);
      const type = response.headers.get('content-type') ?? '';
      const body = await response.arrayBuffer();
      if (path.endsWith('.js'))
        for (const other of scriptsIn(new TextDecoder().decode(body), new URL(path, location.href).href))
          if (other.startsWith('/_astro/')) needed.add(other);
      put(path, body, type);
    }
    const kept: KeptStory = { story, since, bytes };
    parts.set(recordPath, Response.json(kept));
    await navigator.serviceWorker.ready;
    await caches.delete(cacheName(story.page));
    const cache = await caches.open(cacheName(story.page));
    for (const [path, response] of parts) await cache.put(path, response);
    return kept;
  } catch (error) {
    await tidy();
    throw error;
  }
};

/** What is kept on this phone, the newest first. */
export const keptStories = async (): Promise<KeptStory[]> => {
  const kept = await Promise.all(
    (await caches.keys())
      .filter((name) => name.startsWith(cacheName('')))
      .map(async (name) => (await caches.open(name)).match(recordPath)),
  );
  const records = await Promise.all(
    kept.filter((record) => record !== undefined).map((record) => record.json() as Promise<KeptStory>),
  );
  return records.sort((a, b) => b.since.localeCompare(a.since));
};

/** Takes a story from the phone, and the worker too when it was the last. */
export const removeStory = async (page: string): Promise<void> => {
  await caches.delete(cacheName(page));
  await tidy();
};

/** No worker stays where nothing is kept. */
const tidy = async (): Promise<void> => {
  if ((await keptStories()).length > 0) return;
  const worker = await navigator.serviceWorker.getRegistration('/');
  await worker?.unregister();
};

/** The line that says since when. */
export const sinceWords = (words: ReadingWords, since: string): string =>
  words.since.replace('{date}', formatTime(words.locale, since));
