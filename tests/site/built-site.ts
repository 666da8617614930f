import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { chromium, type Browser } from 'playwright-core';

/** The folder of the built site that the tests look at. */
export const builtDir = resolve(process.env['SITE_OUT_DIR'] ?? 'dist');

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** All files of the site, as addresses. */
export const files = (): string[] => walk(builtDir).map((file) => file.slice(builtDir.length));

/** A page of the site: its address, its file and its text. */
export interface BuiltPage {
  path: string;
  file: string;
  html: string;
  $: CheerioAPI;
}

/** All pages of the site in a folder. */
export const pagesIn = (dir: string): BuiltPage[] =>
  walk(dir)
    .map((file) => file.slice(dir.length))
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(dir, file), 'utf8');
      return { path: file.replace(/index\.html$/, ''), file, html, $: load(html) };
    });

/** All pages of the site. */
export const pages: readonly BuiltPage[] = pagesIn(builtDir);

/**
 * The page at an address.
 * @throws RangeError when there is none
 */
export const pageAt = (path: string): BuiltPage => {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new RangeError(`The built site has no page ${path}.`);
  return page;
};

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves a built site on a free port of this machine, as a plain static host would. */
export const serve = async (dir = builtDir): Promise<{ origin: string; close: () => void }> => {
  const server: Server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    const found = existsSync(file) && statSync(file).isFile();
    const sent = found ? file : join(dir, '404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': contentTypes[extname(sent)] ?? 'application/octet-stream',
    });
    createReadStream(sent).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
};

/** Debian's Chromium, told not to talk to anybody. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
