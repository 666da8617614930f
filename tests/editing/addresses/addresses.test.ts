import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { movedPages } from '../../../scripts/building/steps/moved-pages.ts';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import { indirizzi } from '../../../scripts/indirizzi.ts';
import { sposta } from '../../../scripts/sposta.ts';
import { redirectsFile } from '../../../src/hosting/static-host.ts';
import { soundContent } from '../check/broken-content.ts';
import { runCommand } from '../run-command.ts';

let root = '';
beforeEach(async () => {
  root = soundContent();
  await runCommand(indirizzi, '--content', root);
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const edit = (path: string, from: string, to: string): void => {
  expect(read(path)).toContain(from);
  writeFileSync(join(root, path), read(path).replace(from, to));
};
const told = (): string[] => checkContent(root).map(({ file, code }) => `${file} ${code}`);
const move = (from: string, to: string) => runCommand(sposta, from, to, '--content', root);
const folder = 'press-notes/2023-11-03-palermo';

test('what is public is registered, what is not is not named', async () => {
  expect(read('addresses.yaml')).toContain('  - /note-stampa/2023-11-03-palermo/\n');
  expect(read('addresses.yaml')).toContain('  - /citta/palermo/\n');
  cpSync(join(root, folder), join(root, 'press-notes/2023-11-04-palermo'), { recursive: true });
  edit('press-notes/2023-11-04-palermo/it.mdx', 'date: 2023-11-03', 'date: 2023-11-04\nstatus: draft');
  cpSync(join(root, folder), join(root, 'press-notes/2999-11-05-palermo'), { recursive: true });
  edit('press-notes/2999-11-05-palermo/it.mdx', 'date: 2023-11-03', 'date: 2999-11-05');
  expect(told().filter((line) => line.includes('address'))).toEqual([]);
  expect((await runCommand(indirizzi, '--content', root)).out).toBe(
    'Il registro degli indirizzi è completo.\n',
  );
});

describe('a published address does not disappear', () => {
  test('by deleting its folder', () => {
    rmSync(join(root, folder), { recursive: true });
    expect(told()).toContain('addresses.yaml published-address-gone');
  });

  test('by renaming its folder: the way out is named', () => {
    renameSync(join(root, folder), join(root, 'press-notes/2023-11-04-palermo'));
    expect(checkContent(root).find(({ code }) => code === 'published-address-gone')?.fix).toBe(
      'npm run sposta -- /note-stampa/2023-11-03-palermo/ /note-stampa/2023-11-04-palermo/',
    );
  });

  test.each([
    ['a draft', 'status: draft'],
    ['a note under embargo', 'embargo: "2999-01-01T11:00:00+01:00"'],
  ])('by making %s of it', (_, field) => {
    edit(`${folder}/it.mdx`, 'figures:', `${field}\nfigures:`);
    expect(told()).toEqual([`${folder}/it.mdx published-note-hidden`]);
  });

  test('and a withdrawn note still has its own', () => {
    edit(
      `${folder}/it.mdx`,
      'figures:',
      'status: withdrawn\nwithdrawal:\n  date: 2023-12-01\n  reason: "Un errore."\nfigures:',
    );
    expect(told().filter((line) => !/translation-may-wait|rests-on/.test(line))).toEqual([]);
  });
});

describe('a move', () => {
  test('takes files, translations and references along, and leaves a sign', async () => {
    edit(
      'pages/privacy/it.mdx',
      '\n---\n\n',
      '\n---\n\nVedi [la nota](/note-stampa/2023-11-03-palermo/#cifra-beneficiari).\n\n',
    );
    const { status, out } = await move(folder, 'press-notes/2023-11-04-palermo');
    expect({ status, moved: /File spostati: (\d)/.exec(out)?.[1] }).toEqual({ status: 0, moved: '3' });
    expect(existsSync(join(root, folder))).toBe(false);
    // A note lies under its day: the day goes along.
    expect(out).toContain('Corretta anche la data della nota: 2023-11-04.');
    expect(read('pages/privacy/it.mdx')).toContain('/note-stampa/2023-11-04-palermo/#cifra-beneficiari');
    expect(read('activities/palermo/safe-space.yaml')).not.toContain('2023-11-03-palermo');
    expect(read('addresses.yaml')).toContain(
      '  /note-stampa/2023-11-03-palermo/: /note-stampa/2023-11-04-palermo/\n',
    );
    await runCommand(indirizzi, '--content', root);
    expect(told()).toEqual([]);
  });

  test('of a folder that somebody has renamed already does the rest', async () => {
    renameSync(join(root, folder), join(root, 'press-notes/2023-11-04-palermo'));
    expect((await move('/note-stampa/2023-11-03-palermo/', '/note-stampa/2023-11-04-palermo/')).status).toBe(
      0,
    );
    await runCommand(indirizzi, '--content', root);
    expect(told()).toEqual([]);
  });

  test('twice leads from the first address to the last, and back to the first has no sign there', async () => {
    await move('pages/privacy', 'pages/riservatezza');
    await move('pages/riservatezza', 'pages/dati-personali');
    expect(read('addresses.yaml')).toContain('  /privacy/: /dati-personali/\n');
    await move('pages/dati-personali', 'pages/privacy');
    expect(read('addresses.yaml')).not.toContain('  /privacy/:');
    expect(told()).toEqual([]);
  });

  test('to a list, of what is gone for good', async () => {
    rmSync(join(root, 'videos/palermo.yaml'));
    expect(told()).toContain('addresses.yaml published-address-gone');
    expect((await move('/video/palermo/', '/video/')).out).toBe('/video/palermo/ ora porta a /video/.\n');
    expect(told()).toEqual([]);
  });

  test.each([
    ['of nothing', 'press-notes/2020-01-01-palermo', 'press-notes/2020-01-02-palermo', 'Non c’è niente'],
    ['onto what is there', folder, folder, 'uguale'],
    ['of a city', 'cities/palermo', 'cities/panormo', 'città'],
    ['to another kind', folder, 'pages/palermo', 'generi diversi'],
    ['of what nobody knows', 'foto/palermo', folder, 'non è la cartella'],
  ])('%s is refused in Italian', async (_, from, to, words) => {
    const { status, told: said } = await move(from, to);
    expect(status).toBe(1);
    expect(said).toContain(words);
  });
});

test('hosts and browsers are sent on, in every language', () => {
  const moved = movedPages({ '/video/palermo/': '/video/' }, 'https://example.org/');
  expect(redirectsFile([], moved)).toContain('/en/video/palermo/ /en/video/ 301\n');
  const english = moved.find(({ from }) => from === '/en/video/palermo/')?.html;
  expect(english).toContain('<link rel="canonical" href="https://example.org/en/video/">');
  expect(english).toContain('content="0; url=/en/video/"');
  expect(english).toContain('lang="en"');
});
