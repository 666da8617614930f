import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite, type SiteServer } from '../../../scripts/building/server/serve-site.ts';

let dir: string;
let site: SiteServer;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'served-'));
  mkdirSync(join(dir, 'città'));
  mkdirSync(join(dir, '.well-known'));
  writeFileSync(join(dir, 'index.html'), 'home');
  writeFileSync(join(dir, 'città/index.html'), 'città');
  writeFileSync(join(dir, '404.html'), 'missing');
  writeFileSync(join(dir, 'nota.txt'), '0123456789');
  writeFileSync(join(dir, '.well-known/security.txt'), 'contact');
  writeFileSync(join(tmpdir(), 'outside.txt'), 'outside');
  site = await serveSite(dir, { headersOf: (path) => ({ 'x-path': encodeURI(path) }) });
});
afterAll(() => {
  site.close();
  rmSync(dir, { recursive: true });
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${site.origin}${path}`, { redirect: 'manual', headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

describe('a built site is served as by a static host', () => {
  test.each([
    ['the home page', '/', 200, 'home'],
    ['a page', '/citt%C3%A0/', 200, 'città'],
    ['a page with a query', '/citt%C3%A0/?a=b', 200, 'città'],
    ['a file', '/nota.txt', 200, '0123456789'],
    ['a file in a folder that begins with a dot', '/.well-known/security.txt', 200, 'contact'],
    ['what is not there', '/nowhere/', 404, 'missing'],
    ['a broken address', '/%E0%A4%A', 404, 'missing'],
    ['a file outside', '/..%2foutside.txt', 404, 'missing'],
  ])('%s', async (_what, path, status, text) => {
    const answer = await get(path);
    expect([answer.status, answer.text]).toEqual([status, text]);
  });

  test.each([
    ['/citt%C3%A0', '/citt%C3%A0/'],
    ['/citt%C3%A0?a=b', '/citt%C3%A0/?a=b'],
    ['//citt%C3%A0', '/citt%C3%A0/'],
  ])('%s leads to the page', async (path, location) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, location]);
  });

  test('a part of a file', async () => {
    const { status, text, headers } = await get('/nota.txt', { range: 'bytes=2-4' });
    expect([status, text, headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
  });

  test('text says how it is encoded, and every file has the headers that are asked for', async () => {
    expect((await get('/nota.txt')).headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await get('/')).headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect((await get('/nota.txt')).headers.get('x-path')).toBe('/nota.txt');
    expect((await get('/nowhere')).headers.get('x-path')).toBe('/404.html');
  });
});

test('a port that is taken is left alone: the next free one, or an error', async () => {
  const next = await serveSite(dir, { port: site.port, orNextPort: true });
  expect(next.port).toBeGreaterThan(site.port);
  next.close();
  await expect(serveSite(dir, { port: site.port })).rejects.toThrow('EADDRINUSE');
});
