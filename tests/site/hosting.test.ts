/** The built site as Debian's nginx serves it with `deploy/nginx.conf`, judged by Mozilla's and Google's rules. */
import fs, { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNginx, type RunningNginx } from '../../scripts/building/hosting/run-nginx.ts';
import { contentTypes, isCompressible } from '../../src/hosting/content-types.ts';
import { everywhere, revalidate } from '../../src/hosting/headers.ts';
import { redirects } from '../../src/hosting/redirects.ts';
import { languages, sourceLanguage } from '../../src/i18n/languages.ts';
import { builtDir, files, pages } from './built-site.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Every value of a header, in their order. */
  all: (name: string) => string[];
  body: Buffer;
}

let nginx: RunningNginx;

/** Asks without `fetch`, which would decompress, follow, and join headers. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((answered, failed) => {
    request(`${nginx.origin}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        answered({
          status: response.statusCode ?? 0,
          headers: response.headers,
          all: (name) =>
            response.rawHeaders.flatMap((raw, index) =>
              index % 2 === 0 && raw.toLowerCase() === name ? [response.rawHeaders[index + 1] as string] : [],
            ),
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', failed)
      .end();
  });

const film = '/test-film.mp4';

beforeAll(async () => {
  // The site has no film of its own yet: any bytes are good enough to ask for a part of.
  writeFileSync(join(builtDir, film), Buffer.alloc(4096, 'film'));
  nginx = await runNginx(builtDir, `include ${resolve('deploy/nginx.conf')};`);
});

afterAll(async () => {
  await nginx.stop();
  rmSync(join(builtDir, film), { force: true });
});

/** One page of each kind: the shortest addresses of the source language, a deep one of another, and the form's two. */
const kinds = [
  ...new Map(
    pages
      .filter(({ path }) => !/^\/[a-z]{2,3}\//.test(path))
      .map(({ path }) => [
        path
          .split('/')
          .map((part, index) => (index === 2 && part ? '*' : part))
          .join('/'),
        path,
      ]),
  ).values(),
  ...['/ar/', '/ar/citta/palermo/', '/ar/404.html', '/admin/', '/admin/guida/'],
];

describe('every address', () => {
  test.each([...kinds, '/robots.txt', '/favicon.svg', '/dati/', '/no-such-page/'])(
    '%s comes with the headers that hold everywhere',
    async (path) => {
      const { all } = await ask(path);
      for (const [name, value] of Object.entries(everywhere))
        expect(all(name.toLowerCase())).toContain(value);
      expect(all('cache-control')).toEqual([revalidate]);
    },
  );

  test.each([...new Set(files().map((file) => /\.[^./]+$/.exec(file)?.[0]))])(
    'a %s file is what it is',
    async (ending) => {
      const file = files().find(
        (path) => path.endsWith(ending ?? '/_headers') && !/feed\.|\/_|\/\.lgnet-site$/.test(path),
      );
      const expected = contentTypes.find(({ endings }) => endings.includes((ending ?? '').slice(1)));
      if (!file) return;
      const { status, headers } = await ask(file);
      expect(status).toBe(200);
      expect(headers['content-type']?.replace('; charset=utf-8', '')).toBe(
        expected?.type ?? 'application/octet-stream',
      );
      if (headers['content-type']?.startsWith('text/')) expect(headers['content-type']).toContain('utf-8');
    },
  );

  test.each([
    ['/note-stampa/feed.xml', 'application/rss+xml'],
    ['/en/note-stampa/feed.json', 'application/feed+json'],
    ['/.well-known/security.txt', 'text/plain'],
  ])('%s is %s', async (path, type) => {
    const { status, headers } = await ask(path);
    expect([status, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
  });
});

describe('what is missing', () => {
  test.each(languages.map(({ code }) => [code]))('is said in %s under its addresses', async (code) => {
    const prefix = code === sourceLanguage.code ? '' : `/${code}`;
    const { status, body, headers } = await ask(`${prefix}/citta/atlantide/`);
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(load(body.toString())('html').attr('lang')).toBe(code);
  });

  test.each([
    ...['/_astro/', '/citta/palermo/nothing.pdf', '/xx/nothing/', '/_headers', '/_redirects', '/.git/config'],
    ...['/index.html.br', '/index.html.gz', '/pagefind/'],
  ])('%s is not there, and no folder is listed', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toMatch(/Index of|nginx/);
  });

  test('a folder without its stroke leads to the page, on whatever host and port', async () => {
    const { status, headers } = await ask('/citta');
    expect([status, headers.location]).toEqual([301, '/citta/']);
  });

  test.each(redirects.map(({ from, to }) => [from, to]))('%s leads to %s', async (from, to) => {
    const { status, headers } = await ask(from);
    expect([status, headers.location]).toEqual([301, to]);
    expect((await ask(to)).status).toBe(200);
  });
});

describe('caches', () => {
  test('a page that has not changed is not sent again', async () => {
    const { headers } = await ask('/');
    const { etag = '', 'last-modified': modified = '' } = headers;
    expect((await ask('/', { 'If-None-Match': etag })).status).toBe(304);
    expect((await ask('/', { 'If-Modified-Since': modified })).status).toBe(304);
    expect((await ask('/', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test.each(files().filter((path) => /^\/_astro\/|^\/admin\/assets\//.test(path)))(
    '%s has its content in its name and is kept for ever',
    async (path) => {
      expect((await ask(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    },
  );

  test('a part of a film is sent', async () => {
    const { status, headers, body } = await ask(film, { Range: 'bytes=100-199' });
    expect([status, headers['content-range'], body.length]).toEqual([206, 'bytes 100-199/4096', 100]);
    expect((await ask(film, { Range: 'bytes=9999-' })).status).toBe(416);
  });
});

describe('compressed copies', () => {
  test.each(['/', '/ar/citta/palermo/', '/no-such-page/', '/sitemap-pages-0.xml', '/dati/'])(
    '%s is sent compressed, and says that it depends on who asks',
    async (path) => {
      const plain = await ask(path);
      for (const [encoding, open] of [
        ['br', brotliDecompressSync],
        ['gzip', gunzipSync],
      ] as const) {
        const { headers, body } = await ask(path, { 'Accept-Encoding': encoding });
        expect(headers['content-encoding']).toBe(encoding);
        expect(headers.vary).toContain('Accept-Encoding');
        expect(headers['content-type']).toBe(plain.headers['content-type']);
        expect(open(body).equals(plain.body)).toBe(true);
        expect(body.length).toBeLessThan(plain.body.length / 2);
      }
    },
  );

  test('are those of the files beside them, and no text is without', () => {
    const wrong = files()
      .filter(isCompressible)
      .filter((path) => {
        const bytes = readFileSync(join(builtDir, path));
        const [br, gz] = [`${join(builtDir, path)}.br`, `${join(builtDir, path)}.gz`];
        if (!existsSync(br) || !existsSync(gz)) return bytes.length > 4000;
        return (
          !brotliDecompressSync(readFileSync(br)).equals(bytes) || !gunzipSync(readFileSync(gz)).equals(bytes)
        );
      });
    expect(wrong).toEqual([]);
  });
});

test('the form has a policy of its own beside that of all addresses, and is not for search engines', async () => {
  const { all, headers } = await ask('/admin/');
  expect(all('content-security-policy')).toHaveLength(2);
  expect(all('content-security-policy')[1]).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(headers['x-robots-tag']).toBe('noindex, nofollow');
});

test('open data may be read by programs on other sites', async () => {
  const { headers } = await ask(files().find((path) => /^\/dati\/.*\.csv$/.test(path)) as string);
  expect(headers['access-control-allow-origin']).toBe('*');
});

const metaPolicy = (html: string): string =>
  load(html)('meta[http-equiv=content-security-policy i]').attr('content') ?? '';

describe('Mozilla’s Observatory', () => {
  /** What its scanner would have seen on a server with a certificate; it asks nobody. */
  const grade = async (
    path: string,
    withHeaders = true,
  ): Promise<{ grade: string; score: number; failed: string[] }> => {
    // Nobody is on the browsers' list of hosts with HTTPS: the headers alone must be worth the grade.
    const real = fs.readFileSync;
    fs.readFileSync = ((file: fs.PathOrFileDescriptor, ...rest: []) =>
      String(file).endsWith('hsts-preload.json') ? '{}' : real(file, ...rest)) as typeof fs.readFileSync;
    try {
      const rules = 'node_modules/@mdn/mdn-http-observatory/src';
      const load = (file: string): Promise<unknown> => import(/* @vite-ignore */ resolve(rules, file));
      const { ALL_TESTS } = (await load('constants.js')) as {
        ALL_TESTS: ((seen: unknown) => { result: string; pass: boolean })[];
      };
      const { getGradeForScore, getScoreModifier } = (await load('grader/grader.js')) as {
        getGradeForScore: (score: number) => { grade: string; score: number };
        getScoreModifier: (result: string) => number;
      };
      const { Requests } = (await load('types.js')) as {
        Requests: new (host: string) => { responses: object; resources: object; session: object };
      };
      const answer = await ask(path);
      const headers = Object.fromEntries(
        Object.keys(withHeaders ? answer.headers : {}).map((name) => {
          const values = answer.all(name);
          return [name, values.length === 1 ? values[0] : values];
        }),
      );
      const url = new URL(path, 'https://lgnet.example');
      const policy = metaPolicy(answer.body.toString());
      const https = {
        ...{ status: answer.status, headers, verified: true, request: { headers: {} } },
        httpEquiv: new Map([['content-security-policy', policy ? [policy] : []]]),
      };
      const seen = new Requests(url.hostname);
      const http = new URL(url);
      http.protocol = 'http:';
      Object.assign(seen.responses, {
        ...{ auto: https, https, cors: https, http: https },
        // docs/hosting/nginx.md: port 80 sends everybody on.
        httpRedirects: [
          { url: http, status: 301 },
          { url, status: 200 },
        ],
      });
      Object.assign(seen.resources, { path: answer.body.toString() });
      seen.session = { url, jar: undefined };
      const results = ALL_TESTS.map((rule) => rule(seen));
      const modifiers = results.map(({ result }) => getScoreModifier(result));
      const without = 100 + modifiers.filter((points) => points < 0).reduce((sum, points) => sum + points, 0);
      // Extra points count from 90 on (src/grader/charts.js).
      const score = without >= 90 ? 100 + modifiers.reduce((sum, points) => sum + points, 0) : without;
      return {
        ...getGradeForScore(score),
        failed: results.filter(({ pass }) => !pass).map(({ result }) => result),
      };
    } finally {
      fs.readFileSync = real;
    }
  };

  test('would not be content with what a host sends that knows nothing of them', async () => {
    expect((await grade('/', false)).grade).not.toMatch(/^A/);
  });

  test.each(kinds)('gives %s an A+', async (path) => {
    const seen = await grade(path);
    if (process.env['SHOW_GRADES']) console.log(path, JSON.stringify(seen));
    expect(seen).toMatchObject({ grade: 'A+', failed: [] });
  });
});

describe('Google’s evaluator of policies', () => {
  test.each(kinds)('finds nothing of medium severity in the policies of %s', async (path) => {
    const { all, body } = await ask(path);
    // Browsers apply all of them: of a directive, the page's own word is the narrower one.
    const together = new Map(
      [...all('content-security-policy'), metaPolicy(body.toString())].flatMap((policy) =>
        policy
          .split(';')
          .map((directive) => directive.trim())
          .filter(Boolean)
          .map((directive) => [directive.split(' ')[0], directive] as const),
      ),
    );
    const findings = new CspEvaluator(new CspParser([...together.values()].join('; ')).csp).evaluate();
    if (process.env['SHOW_GRADES'])
      console.log(
        path,
        findings.map(({ severity, directive, description }) => [severity, directive, description]),
      );
    expect(
      findings.filter(({ severity }) => severity <= Severity.MEDIUM).map(({ description }) => description),
    ).toEqual([]);
  });
});
