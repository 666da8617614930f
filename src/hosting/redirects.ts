/** Addresses that programs and people try, and where the answer is. */
export const redirects: readonly { from: string; to: string }[] = [
  { from: '/feed.xml', to: '/note-stampa/feed.xml' },
  { from: '/feed.json', to: '/note-stampa/feed.json' },
  { from: '/sitemap.xml', to: '/sitemap-index.xml' },
  { from: '/security.txt', to: '/.well-known/security.txt' },
  { from: '/favicon.ico', to: '/favicon.svg' },
];
