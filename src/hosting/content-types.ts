/** What the files of the site are, by the ending of their names. `text`: worth compressing, and but for WebAssembly UTF-8. */
export interface ContentType {
  type: string;
  endings: readonly string[];
  text: boolean;
}

export const contentTypes: readonly ContentType[] = [
  { type: 'text/html', endings: ['html'], text: true },
  { type: 'text/css', endings: ['css'], text: true },
  { type: 'text/javascript', endings: ['js', 'mjs'], text: true },
  { type: 'text/plain', endings: ['txt'], text: true },
  { type: 'text/markdown', endings: ['md'], text: true },
  { type: 'text/csv', endings: ['csv'], text: true },
  { type: 'text/calendar', endings: ['ics'], text: true },
  { type: 'text/vtt', endings: ['vtt'], text: true },
  { type: 'application/json', endings: ['json'], text: true },
  { type: 'application/ld+json', endings: ['jsonld'], text: true },
  { type: 'application/geo+json', endings: ['geojson'], text: true },
  { type: 'application/xml', endings: ['xml'], text: true },
  { type: 'image/svg+xml', endings: ['svg'], text: true },
  { type: 'application/wasm', endings: ['wasm'], text: true },
  { type: 'image/png', endings: ['png'], text: false },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], text: false },
  { type: 'image/webp', endings: ['webp'], text: false },
  { type: 'image/avif', endings: ['avif'], text: false },
  { type: 'font/woff2', endings: ['woff2'], text: false },
  { type: 'video/mp4', endings: ['mp4'], text: false },
  { type: 'video/webm', endings: ['webm'], text: false },
  { type: 'audio/mpeg', endings: ['mp3'], text: false },
  { type: 'application/pdf', endings: ['pdf'], text: false },
  { type: 'application/zip', endings: ['zip'], text: false },
  { type: 'application/epub+zip', endings: ['epub'], text: false },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    text: false,
  },
];

/** Files whose name says more than its ending. */
export const namedTypes = [
  { name: 'feed.xml', type: 'application/rss+xml' },
  { name: 'feed.json', type: 'application/feed+json' },
] as const;

const compressible = new Set(
  contentTypes.filter(({ text }) => text).flatMap(({ endings }) => endings.map((ending) => `.${ending}`)),
);

/** Whether a file of this name becomes smaller when it is compressed. */
export const isCompressible = (path: string): boolean =>
  compressible.has(/\.[^./]+$/.exec(path.toLowerCase())?.[0] ?? '');

/** Whether a file is the compressed copy of the one beside it, which the server sends in its stead. */
export const isCompressedCopy = (path: string): boolean => /\.(?:br|gz)$/.test(path);
