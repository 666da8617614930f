import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

export { launchBrowser } from '../../scripts/building/tests/browser.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
};

/** The first and the last byte that a `Range` header asks for, in a file of so many bytes. */
const askedRange = (header: string | undefined, size: number): { start: number; end: number } | undefined => {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  return first === undefined
    ? undefined
    : { start: Number(first), end: last ? Math.min(Number(last), size - 1) : size - 1 };
};

/** Serves a folder on a free port of this machine, as a plain static host would: parts of files too. */
export const serveFolder = async (folder: string): Promise<{ origin: string; close: () => void }> => {
  const server: Server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = existsSync(file) && statSync(file).isFile();
    const sent = found ? file : join(folder, '404.html');
    const { size } = statSync(sent);
    const range = askedRange(request.headers.range, size);
    response.writeHead(found ? (range ? 206 : 200) : 404, {
      'content-type': contentTypes[extname(sent)] ?? 'application/octet-stream',
      'accept-ranges': 'bytes',
      'content-length': range ? range.end - range.start + 1 : size,
      ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
    });
    createReadStream(sent, range).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
};
