import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../scripts/editing/check/check-content.ts';
import { fuzzing, fuzzingTimeout } from './fuzzing.ts';

const base = join(import.meta.dirname, '../fixtures/content-base');
const paths = [
  'activities/palermo/safe-space.yaml',
  'cities/palermo.en.yaml',
  'cities/palermo.yaml',
  'editions/lgnet2.yaml',
  'facts/palermo.yaml',
  'glossary/en.yaml',
  'languages/en.yaml',
  'pages/privacy/it.mdx',
  'press-notes/2023-11-03-palermo/foto.jpg',
  'press-notes/2023-11-03-palermo/it.mdx',
  'ui/en.json',
  'videos/docufilm.yaml',
  'videos/docufilm/it.txt',
  'videos/docufilm/it.vtt',
];

let content = '';
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'any-bytes-'));
  cpSync(base, content, { recursive: true });
});
afterAll(() => rmSync(content, { recursive: true }));

const original = (path: string): Buffer => {
  try {
    return readFileSync(join(base, path));
  } catch {
    return Buffer.from('[0:05] Prima Voce: Le parole.\n');
  }
};

const signs = fc.constantFrom(
  ...[
    '---\n',
    '\n\n',
    ': ',
    '- ',
    '&a ',
    '*a',
    '"',
    "'",
    '[',
    '{',
    '}',
    ']',
    '<',
    '>',
    '<Quote id="a">',
    '</Quote>',
  ],
  ...[
    '-->',
    '00:00:01.000',
    '<v A>',
    '\\',
    '\\u202e',
    '&#0;',
    '|',
    '!',
    '![a](b)',
    '`',
    '\t',
    '\u202e',
    '\0',
    '\ufeff',
  ],
  ...[
    '__proto__: x',
    'constructor',
    'toString',
    '!!js/function',
    '<<: *a',
    '1e999',
    '.nan',
    '0x10',
    '2023-02-30',
  ],
);

/** A file as people, programs and attackers damage it. */
const damage = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => () => Buffer.from(bytes)),
  fc.array(signs, { maxLength: 60 }).map((parts) => () => Buffer.from(parts.join(''))),
  fc
    .array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: signs }), {
      minLength: 1,
      maxLength: 6,
    })
    .map(
      (edits) => (bytes: Buffer) =>
        edits.reduce((text, { at, cut, put }) => {
          const start = Math.floor(at * text.length);
          return Buffer.concat([text.subarray(0, start), Buffer.from(put), text.subarray(start + cut)]);
        }, bytes),
    ),
);

test(
  'any bytes in any file of the content make a site or a message, and never a crash',
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), damage, (path, damaged) => {
        const file = join(content, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, damaged(original(path)));
        try {
          for (const { file: name, what, why, fix, line, column } of checkContent(content)) {
            expect([name, what, why, fix].every((words) => words.trim() !== '')).toBe(true);
            expect(line >= 1 && column >= 1).toBe(true);
          }
        } finally {
          rmSync(file);
          if (path !== 'videos/docufilm/it.txt') cpSync(join(base, path), file);
        }
      }),
      fuzzing(),
    );
  },
  fuzzingTimeout,
);
