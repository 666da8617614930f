import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { brokenContent, soundContent } from './broken-content.ts';

const root = join(import.meta.dirname, '../../..');
const folders: string[] = [];

/** Runs the command as an editor or a check on the web would. */
const controlla = (content: string, ...options: string[]) => {
  folders.push(content);
  const { GITHUB_ACTIONS: _, ...env } = process.env;
  const done = spawnSync(process.execPath, ['scripts/controlla.ts', '--content', content, ...options], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { status: done.status, out: done.stdout, told: done.stderr };
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('sound content ends well, in one sentence', () => {
  expect(controlla(soundContent())).toEqual({ status: 0, out: 'I contenuti sono a posto.\n', told: '' });
});

test('a mistake ends with exit code 1 and its words on the error stream', () => {
  const { status, out, told } = controlla(brokenContent('italian-date'));
  expect(status).toBe(1);
  expect(out).toBe('');
  expect(told).toContain('Correggi così: date: 2023-11-03');
  expect(told).toContain('C’è 1 problema, in un file.');
});

test('the annotations for a check on the web name file, line and column', () => {
  const { status, out } = controlla(brokenContent('italian-date'), '--github');
  expect(status).toBe(1);
  expect(out).toMatch(/^::error file=.*press-notes\/2023-11-03-palermo\/it\.mdx,line=8,col=7,title=/m);
});

test('a warning is told and lets everything go on', () => {
  const { status, out, told } = controlla(brokenContent('captions-with-a-line-too-long'), '--github');
  expect(status).toBe(0);
  expect(told).toBe('');
  expect(out).toContain('Avviso: La riga ha 58 lettere');
  expect(out).toContain('C’è 1 avviso, in un file. Il sito si può generare lo stesso.');
  expect(out).toMatch(/^::warning file=.*videos\/docufilm\/it\.vtt,line=14,/m);
});

test('other programs read the same problems as JSON', () => {
  const { status, out } = controlla(brokenContent('italian-date'), '--json');
  expect(status).toBe(1);
  expect(JSON.stringify(JSON.parse(out))).toContain('"code":"wrong-date"');
});

test('a folder that is not there is named', () => {
  const { status, told } = controlla('/nowhere/content');
  expect(status).toBe(1);
  expect(told).toContain('non esiste');
});

test.each([
  ['scripts/controlla.ts', ['--jsn'], 'L’opzione --jsn non esiste. Forse intendevi --json.'],
  ['scripts/controlla.ts', ['--json=si'], 'L’opzione --json non vuole un valore.'],
  ['scripts/importa.ts', [], 'Di’ quale file importare'],
  ['scripts/importa.ts', ['nota.docx', '--cartela', 'x'], 'Forse intendevi --cartella.'],
  ['scripts/importa.ts', ['nota.docx', '--cartella'], 'Dopo --cartella manca il valore'],
  ['scripts/importa.ts', ['nota', 'stampa.docx'], 'fra virgolette'],
  ['scripts/traduzioni.ts', ['--stam', 'x'], 'Forse intendevi --stamp.'],
  ['scripts/traduzioni.ts', ['--content', '/nowhere'], 'non esiste'],
])('%s %j is refused in one sentence', (script, options, words) => {
  const done = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
  expect(done.status).toBe(1);
  expect(done.stderr).toContain(words);
  expect(done.stderr.trim().split('\n')).toHaveLength(1);
});
