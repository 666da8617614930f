/**
 * What every host of the site is asked to send along: the only list. `nginx.ts` and `static-host.ts` write it in the words
 * of the hosts.
 */
export type Headers = Readonly<Record<string, string>>;

/**
 * The policy of every address. Each page has another in a `<meta>`, with the hashes of its own scripts and styles; browsers
 * keep both, so this one says what holds for all addresses alike and what a `<meta>` cannot say: who may frame it. It names no
 * sources of scripts or styles, since without a page's hashes it would forbid the page's own.
 */
const policy = ["base-uri 'none'", "object-src 'none'", "form-action 'self'", "script-src-attr 'none'"].join(
  '; ',
);

/** Nobody may show a page in a frame of theirs, but for those that are made for it. */
export const unframed = `${policy}; frame-ancestors 'none'`;
export const framed = `${policy}; frame-ancestors *`;

/** Beside the one above: the editors' form has no script in its page, so that its header can bind scripts too. */
const formPolicy = [
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "form-action 'none'",
].join('; ');

/** What the site never asks of a device. Films ask for the full screen, which is left to browsers. */
const neverAsked = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
];

export const everywhere: Headers = {
  'Content-Security-Policy': unframed,
  // Two years. Not for the subdomains: they are other people's.
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  // Nobody learns from which page a reader came: a page's address can say that its reader is in need.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': neverAsked.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  // All that is here is public, and nobody is logged in: feed readers and newsrooms may show its pictures.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Kept, and asked for anew every time: a correction is read at once. Also what Netlify and Cloudflare do by themselves. */
export const revalidate = 'public, max-age=0, must-revalidate';

/** Never asked for again: another content has another name. */
const forever: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** What other sites may show in a frame has another policy instead of the one of all others. */
export const inFrames: Headers = { 'Content-Security-Policy': framed, 'X-Robots-Tag': 'noindex' };

/** What a folder has beside `everywhere`. A second policy does not replace the first: browsers keep both. */
export const inFolders: readonly { folder: string; headers: Headers }[] = [
  { folder: '/_astro/', headers: forever },
  { folder: '/pagefind/filter/', headers: forever },
  { folder: '/pagefind/fragment/', headers: forever },
  { folder: '/pagefind/index/', headers: forever },
  // Open data are for programs on other sites too.
  { folder: '/dati/', headers: { 'Access-Control-Allow-Origin': '*' } },
  {
    folder: '/admin/',
    headers: { 'Content-Security-Policy': formPolicy, 'X-Robots-Tag': 'noindex, nofollow' },
  },
  { folder: '/admin/assets/', headers: { 'Content-Security-Policy': formPolicy, ...forever } },
];
