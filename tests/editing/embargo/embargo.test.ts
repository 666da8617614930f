import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { embarghi } from '../../../scripts/embarghi.ts';
import { romeOffset } from '../../../src/lib/rome-time.ts';
import { soundContent } from '../check/broken-content.ts';
import { runCommand } from '../run-command.ts';

test.each([
  ['a winter day', '2026-03-01T11:00:00', '+01:00'],
  ['a summer day', '2026-07-01T11:00', '+02:00'],
  ['the hour before the leap', '2026-03-29T01:59:59', '+01:00'],
  ['the hour after the leap', '2026-03-29T03:00:00', '+02:00'],
  ['the last hour of summer', '2026-10-25T01:59:59', '+02:00'],
  ['the morning after', '2026-10-25T03:00:00', '+01:00'],
])('Rome’s clocks on %s', (_, local, offset) => expect(romeOffset(local)).toBe(offset));

let root = '';
let server: Server;
let site = '';
let pages: string[] = [];

beforeEach(async () => {
  root = soundContent();
  server = createServer(({ url }, answer) => answer.writeHead(pages.includes(url ?? '') ? 200 : 404).end());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const note = (id: string, field: string): void => {
  mkdirSync(join(root, 'press-notes', id), { recursive: true });
  const text = readFileSync(join(root, 'press-notes/2023-11-03-palermo/it.mdx'), 'utf8');
  writeFileSync(
    join(root, 'press-notes', id, 'it.mdx'),
    text.replace('date: 2023-11-03\n', `date: ${id.slice(0, 10)}\n${field}\n`),
  );
};

const due = async (): Promise<string> =>
  (await runCommand(embarghi, '--content', root, '--sito', site)).out.trim();

describe('the hourly run', () => {
  const old = '/note-stampa/2023-11-03-palermo/';

  test('has nothing to do while the site has all that is public', async () => {
    pages = [old];
    note('2999-01-01-palermo', '');
    note('2024-01-01-palermo', 'status: draft');
    note('2024-01-02-palermo', 'embargo: "2999-07-01T11:00:00+02:00"');
    expect(await due()).toBe('due=no');
  });

  test('publishes when an embargo has ended, however long ago the last run was', async () => {
    pages = [old];
    note('2024-01-03-palermo', 'embargo: "2024-02-01T11:00:00+01:00"');
    expect(await due()).toBe('due=yes');
    pages.push('/note-stampa/2024-01-03-palermo/');
    expect(await due()).toBe('due=no');
  });
});

test('the notes that wait are listed with their hour in Italy', async () => {
  note('2024-01-02-palermo', 'embargo: "2999-07-01T11:00:00+02:00"');
  expect((await runCommand(embarghi, '--content', root)).out).toBe(
    '2024-01-02-palermo: esce lunedì 1 luglio 2999 alle ore 11:00, ora italiana\n',
  );
});

test.each([
  ['an address that is none', 'boh', '--sito vuole l’indirizzo del sito pubblicato'],
  ['no address', '', '--sito vuole l’indirizzo del sito pubblicato'],
  ['a site that does not answer', 'http://127.0.0.1:9/', 'Il sito non risponde: http://127.0.0.1:9/'],
])('%s is told in a sentence, and nothing is said to be due', async (_, address, sentence) => {
  const { status, out, told } = await runCommand(embarghi, '--content', root, '--sito', address);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(told).toContain(sentence);
});
