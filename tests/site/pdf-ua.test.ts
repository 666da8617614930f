import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtDir } from './built-site.ts';
import { looksAtEverything } from './depth.ts';
import { pdfObjects, pdfUaFaults, type PdfObjects } from './pdf-ua.ts';

const files = globSync('**/*.pdf', { cwd: builtDir })
  // Sheets to fold are for printers: the book itself is beside them.
  .filter((file) => !file.endsWith('-a5.pdf'))
  .filter(
    (file) => looksAtEverything || /libro\/|^(?:ar\/)?(?:citta\/palermo|note-stampa\/2023-11-03)/.test(file),
  )
  .sort();

test('there are books, notes and sheets to look at', () => {
  for (const kind of ['libro/', 'note-stampa/', 'citta/'])
    expect(files.filter((file) => file.includes(kind)).length).toBeGreaterThanOrEqual(2);
});

test.each(files)('%s keeps of PDF/UA-1 what a machine can see', (file) => {
  expect(pdfUaFaults(pdfObjects(join(builtDir, file)))).toEqual([]);
});

describe('a file that breaks it is found out', () => {
  const [book = ''] = globSync('libro/*-it.pdf', { cwd: builtDir });
  const whole = pdfObjects(join(builtDir, book));
  const objectWith = (objects: PdfObjects, key: string, value: string): Record<string, unknown> => {
    const found = Object.values(objects).find(
      ({ value: own, stream }) => ((own ?? stream?.dict) as Record<string, unknown> | null)?.[key] === value,
    );
    return (found?.value ?? found?.stream?.dict) as Record<string, unknown>;
  };
  const contentOf = (objects: PdfObjects): { data?: string } => {
    const page = objectWith(objects, '/Type', '/Page');
    return objects[`obj:${String(page['/Contents'])}`]?.stream as { data?: string };
  };
  const rewrite = (objects: PdfObjects, change: (content: string) => string): void => {
    const stream = contentOf(objects);
    const content = Buffer.from(stream.data ?? '', 'base64').toString('latin1');
    stream.data = Buffer.from(change(content), 'latin1').toString('base64');
  };

  test.each<[string, string, (objects: PdfObjects) => void]>([
    ['no language', '11-006', (objects) => delete objectWith(objects, '/Type', '/Catalog')['/Lang']],
    [
      'a hidden title',
      '07-001',
      (objects) => delete objectWith(objects, '/Type', '/Catalog')['/ViewerPreferences'],
    ],
    ['a picture without words', '13-004', (objects) => delete objectWith(objects, '/S', '/Figure')['/Alt']],
    ['a heading that skips', '14-003', (objects) => (objectWith(objects, '/S', '/H2')['/S'] = '/H4')],
    ['an unknown structure', '02-001', (objects) => (objectWith(objects, '/S', '/P')['/S'] = '/Poem')],
    ['a table without headers', '15-003', (objects) => (objectWith(objects, '/S', '/P')['/S'] = '/Table')],
    ['a list item on its own', '09-004', (objects) => (objectWith(objects, '/S', '/L')['/S'] = '/Div')],
    [
      'a link without words',
      '28-004',
      (objects) => delete objectWith(objects, '/Subtype', '/Link')['/Contents'],
    ],
    [
      'a line that nobody is told of',
      '01-003',
      (objects) => rewrite(objects, (content) => `${content}\n0 0 m 9 9 l S`),
    ],
    [
      'words that nobody is told of',
      '01-003',
      (objects) => rewrite(objects, (content) => content.replace(/\/MCID \d+/, '/X 1')),
    ],
    [
      'decoration inside words',
      '01-001',
      (objects) =>
        rewrite(objects, (content) =>
          content
            .replace('BDC\nq', 'BDC\n/Artifact BMC EMC\nq')
            .replace(/^([\s\S]*?\/MCID[\s\S]*?BDC)/, '$1 /Artifact BMC EMC'),
        ),
    ],
    [
      'a font that is elsewhere',
      '31-009',
      (objects) => {
        const descriptor = objectWith(objects, '/Type', '/FontDescriptor');
        for (const key of Object.keys(descriptor)) if (key.startsWith('/FontFile')) delete descriptor[key];
      },
    ],
  ])('%s', (_, fault, damage) => {
    const objects = structuredClone(whole);
    damage(objects);
    expect(pdfUaFaults(objects).join('\n')).toContain(fault);
  });
});

test.each(files.filter((file) => file.includes('libro/')))(
  'every bookmark of %s opens the page of its heading',
  (file) => {
    const objects = pdfObjects(join(builtDir, file));
    const all = Object.values(objects).map(
      ({ value, stream }) => (value ?? stream?.dict ?? {}) as Record<string, unknown>,
    );
    const headings = all
      .filter((own) => /^\/H\d$/.test(String(own['/S'])))
      .map((own) => `${String(own['/T'])} ${String(own['/Pg'])}`);
    const destination = (dest: unknown): unknown => {
      const found = typeof dest === 'string' ? objects[`obj:${dest}`]?.value : dest;
      return Array.isArray(found) ? found[0] : undefined;
    };
    const bookmarks = all
      .filter((own) => '/Title' in own && '/Dest' in own)
      .map((own) => `${String(own['/Title'])} ${String(destination(own['/Dest']))}`);
    expect(bookmarks.length).toBeGreaterThan(25);
    expect(bookmarks.filter((mark) => !headings.includes(mark))).toEqual([]);
  },
);
