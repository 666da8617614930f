/**
 * Shows what a reader has kept on the phone, and only when the network does not answer. Registered when the reader
 * presses "keep on my phone", gone again when nothing is kept (src/components/reading/kept-stories.ts).
 */
const kept = async () => (await caches.keys()).filter((name) => name.startsWith('kept '));

/** The kept copy of an address, whatever its query asks. */
const copyOf = async (path) => {
  for (const name of await kept()) {
    const copy = await (await caches.open(name)).match(path);
    if (copy) return copy;
  }
  return undefined;
};

/** The page that lists what is kept, for whoever asks for another one without a network. */
const listOfKept = async () => {
  for (const name of await kept()) {
    const list = (await (await caches.open(name)).keys())
      .map(({ url }) => new URL(url).pathname)
      .find((path) => path.endsWith('/salvati/'));
    if (list) return Response.redirect(list);
  }
  return undefined;
};

self.addEventListener('install', () => self.skipWaiting());

// Pages that are open already are served too: theirs may be the one that was just kept.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // A film is asked for in parts, which no copy can answer.
  if (request.method !== 'GET' || origin !== self.location.origin || request.headers.has('range')) return;
  event.respondWith(
    fetch(request).catch(async (failure) => {
      const copy = (await copyOf(pathname)) ?? (request.mode === 'navigate' ? await listOfKept() : undefined);
      if (copy) return copy;
      throw failure;
    }),
  );
});
