import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectionId, contentPath, pathOf } from '../../src/schemas/content-path.ts';

const content = join(import.meta.dirname, '../../content');
const files = globSync('*/**/*.{yaml,mdx}', { cwd: content }).map((path) => path.replaceAll('\\', '/'));

test.each([
  ['cities/palermo.yaml', { concept: 'cities', id: 'palermo', language: 'it', isRecord: true }],
  ['cities/palermo.en.yaml', { concept: 'cities', id: 'palermo', language: 'en', isRecord: false }],
  ['cities/palermo.it.yaml', { concept: 'cities', id: 'palermo', language: 'it', isRecord: false }],
  [
    'activities/palermo/safe-space.fr.yaml',
    { concept: 'activities', id: 'palermo/safe-space', language: 'fr', isRecord: false },
  ],
  [
    'pages/progetto/lgnetea/it.mdx',
    { concept: 'pages', id: 'progetto/lgnetea', language: 'it', isRecord: true },
  ],
  [
    'press-notes/2023-11-03-palermo/ar.mdx',
    { concept: 'press-notes', id: '2023-11-03-palermo', language: 'ar', isRecord: false },
  ],
])('%s', (path, expected) => {
  expect(contentPath(path, 'it')).toEqual(expected);
});

test.each([
  'cities/palermo.yml',
  'cities/palermo.old.copy.yaml',
  'cities/palermo.mdx',
  'press-notes/it.mdx',
  'press-notes/2023-11-03-palermo/testo.mdx',
  'press-notes/2023-11-03-palermo/foto.jpg',
  'towns/palermo.yaml',
  'constructor/palermo.yaml',
  'glossary/it.yaml',
  'languages/it.yaml',
])('%s is no text of an entry', (path) => {
  expect(contentPath(path, 'it')).toBeUndefined();
  expect(() => collectionId(path, 'it')).toThrow(path);
});

describe('on the files of the site', () => {
  const known = files.flatMap((path) => contentPath(path, 'it') ?? []);

  test('a path and what it says are the same', () => {
    expect(known.length).toBeGreaterThan(300);
    for (const found of known) expect(contentPath(pathOf(found), 'it')).toEqual(found);
  });
});
