import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importa as command } from '../../../scripts/importa.ts';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import {
  parseNoteDocument,
  plainText,
  quotesOf,
  type Inline,
  type NoteDocument,
} from '../../../src/documents/note-document/index.ts';
import { runCommand } from '../run-command.ts';
import { paragraphsOfNote, wordOfNote } from './word-of-note.ts';

const real = join(import.meta.dirname, '../../../content');
const notes = readdirSync(join(real, 'press-notes')).sort();
let folder = '';
let content = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'importa-'));
  content = join(folder, 'content');
  cpSync(real, content, { recursive: true });
  // Here the notes have never been published: an import makes drafts of them.
  rmSync(join(content, 'addresses.yaml'));
  rmSync(join(content, 'press-notes'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const importa = (name: string, bytes: Uint8Array | string, ...options: string[]) => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return runCommand(command, file, '--content', content, ...options);
};

const frontOf = (mdx: string): Record<string, string> =>
  parse(/^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? '') as Record<string, string>;
const read = (root: string, id: string): { front: Record<string, string>; document: NoteDocument } => {
  const mdx = readFileSync(join(root, 'press-notes', id, 'it.mdx'), 'utf8');
  return { front: frontOf(mdx), document: parseNoteDocument(mdx, id) };
};

/** Every word with its emphasis; blanks have none. */
const emphasis = (document: NoteDocument): string => {
  const words = (nodes: readonly Inline[], bold: boolean): string =>
    nodes
      .map((node) =>
        node.type === 'text'
          ? [...node.value.replace(/\s+/g, '')].map((letter) => (bold ? `${letter}*` : letter)).join('')
          : node.type === 'lineBreak'
            ? ''
            : words(node.children, bold || node.type === 'strong'),
      )
      .join('');
  return document.blocks
    .map((block) =>
      block.type === 'paragraph'
        ? words(block.children, false)
        : block.type === 'quote'
          ? block.content
              .map((inner) => (inner.type === 'paragraph' ? words(inner.children, false) : ''))
              .join('\n')
          : '',
    )
    .join('\n');
};
const withoutBlanks = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe.each(notes)('the note %s, sent in Word', (id) => {
  test('comes back as it was published: words, emphasis, head, city, date, quotes', async () => {
    const { status, out, told } = await importa(`${id}.docx`, await wordOfNote(id));
    expect(told).toBe('');
    expect(status).toBe(0);
    expect(out).toContain('il testo è arrivato parola per parola');
    const [published, imported] = [read(real, id), read(content, id)];
    for (const field of ['title', 'subtitle', 'citySummary', 'city', 'edition', 'date'])
      expect(withoutBlanks(String(imported.front[field])), field).toBe(
        withoutBlanks(String(published.front[field])),
      );
    expect(withoutBlanks(plainText(imported.document))).toBe(withoutBlanks(plainText(published.document)));
    expect(emphasis(imported.document)).toBe(emphasis(published.document));
    const quotes = (document: NoteDocument) =>
      quotesOf(document).map(({ id: name, speaker, role }) => ({ name, speaker, role }));
    expect(quotes(imported.document)).toEqual(quotes(published.document));
  });

  test('proposes the figures that were published', () => {
    const mdx = readFileSync(join(content, 'press-notes', id, 'it.mdx'), 'utf8');
    const published = readFileSync(join(real, 'press-notes', id, 'it.mdx'), 'utf8');
    const values = [...published.matchAll(/^ {4}value: (\d+)$/gm)].map(([, value]) => value);
    for (const value of values) expect(mdx).toContain(`#     value: ${value}`);
  });
});

test('imported notes lack nothing but what the editor has to write', () => {
  expect(checkContent(content).filter(({ file }) => file.startsWith('press-notes/'))).toEqual([]);
});

describe('other files', () => {
  const id = notes[0] as string;
  const again = async (name: string, bytes: Uint8Array | string): Promise<void> => {
    const { status, told } = await importa(name, bytes, '--sostituisci');
    expect(told).toBe('');
    expect(status).toBe(0);
    expect(withoutBlanks(plainText(read(content, id).document))).toBe(
      withoutBlanks(plainText(read(real, id).document)),
    );
  };
  const plain = (): string => {
    const { head, body } = paragraphsOfNote(id);
    return [...head, ...body.map((runs) => runs.map(({ text }) => text).join(''))].join('\n\n');
  };

  test('OpenDocument, with its emphasis', async () => {
    writeFileSync(join(folder, 'nota.docx'), await wordOfNote(id));
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/office`,
        '--convert-to',
        'odt',
        '--outdir',
        folder,
        join(folder, 'nota.docx'),
      ],
      {
        // The typesetter hides the machine's fonts from this process; LibreOffice wants them.
        env: { ...process.env, FONTCONFIG_FILE: undefined },
      },
    );
    await again('nota.odt', readFileSync(join(folder, 'nota.odt')));
    expect(emphasis(read(content, id).document)).toBe(emphasis(read(real, id).document));
  }, 120_000);

  test('plain text', () => again('nota.txt', plain()));

  test('plain text in the old encoding of Windows', () =>
    again(
      'nota.txt',
      Buffer.from(
        plain().replace(/[–“”’]/g, (sign) =>
          String.fromCharCode({ '–': 0x96, '“': 0x93, '”': 0x94, '’': 0x92 }[sign] ?? 63),
        ),
        'latin1',
      ),
    ));

  test('Markdown', () => again('nota.md', plain().replace(/[\\*_<>[\]]/g, '\\$&')));
});

test('signs that mean something in MDX stay text, pictures get a place and what they need', async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#abc' } })
    .jpeg()
    .toBuffer();
  const strange = 'Un testo con <b>segni</b> {graffe}, * asterischi * e _trattini_ & [parentesi](x).';
  const bytes = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('Un titolo'),
            new Paragraph('Un sommario'),
            new Paragraph('Nella città di Roma, in particolare, una prova.'),
            new Paragraph({
              children: [
                new TextRun({ text: 'Roma, 5 marzo 2026', bold: true }),
                new TextRun(` – ${strange}`),
              ],
            }),
            new Paragraph({
              children: [
                new ImageRun({ type: 'jpg', data: picture, transformation: { width: 40, height: 30 } }),
              ],
            }),
            new Paragraph('import fs from "fs"'),
          ],
        },
      ],
    }),
  );
  const { status, out } = await importa('strana.docx', bytes);
  expect(status).toBe(0);
  expect(out).toContain('Immagini: 1, nel punto del testo');
  const { front, document } = read(content, '2026-03-05-roma');
  expect(plainText(document)).toContain(strange);
  expect(plainText(document)).toContain('import fs from "fs"');
  expect(JSON.stringify(front['pictures'])).toContain('foto-1.jpg');
  expect(existsSync(join(content, 'press-notes/2026-03-05-roma/foto-1.jpg'))).toBe(true);
});

describe('what cannot be read is told in one sentence, and nothing is written', () => {
  test.each([
    ['nota.pdf', '%PDF-1.7', 'è un PDF'],
    ['nota.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'vecchio formato'],
    ['nota.rtf', '{\\rtf1}', 'vecchio formato'],
    ['vuota.docx', '', 'è vuoto'],
    ['rotta.docx', 'PK\u0003\u0004xxxx', 'si apre'],
    ['foto.png', '\u0089PNG', 'Non so leggere'],
    ['senza-data.txt', 'Un titolo\n\nUn testo senza data.', 'non so come chiamare la cartella'],
    [
      'giorno-impossibile.txt',
      'Un titolo\n\nRoma, 31 febbraio 2026 – Un testo.',
      '«Roma, 31 febbraio 2026»: questo giorno non esiste nel calendario',
    ],
  ])('%s', async (name, bytes, told) => {
    const before = readdirSync(join(content, 'press-notes')).length;
    const done = await importa(name, bytes);
    expect(done.status).toBe(1);
    expect(done.told).toContain(told);
    expect(done.told).not.toContain('    at ');
    expect(readdirSync(join(content, 'press-notes'))).toHaveLength(before);
  });

  test('a note that is there is left alone', async () => {
    const id = notes[1] as string;
    const done = await importa('di-nuovo.docx', await wordOfNote(id));
    expect(done.status).toBe(1);
    expect(done.told).toContain('--sostituisci');
    expect(done.told).toContain(`--cartella ${id}-2`);
  });

  test('a published note does not become a draft, whatever is asked', async () => {
    const id = notes[1] as string;
    const path = join(content, 'press-notes', id, 'it.mdx');
    const draft = readFileSync(path, 'utf8');
    const published = draft.replace(/^status: draft.*\n/m, '');
    writeFileSync(path, published);
    const word = await wordOfNote(id);
    const refused = await importa('di-nuovo.docx', word, '--sostituisci');
    expect(refused.status).toBe(1);
    expect(refused.told).toContain('non è una bozza');
    expect(refused.told).toContain(`--cartella ${id}-2`);
    expect(readFileSync(path, 'utf8')).toBe(published);
    const beside = await importa('di-nuovo.docx', word, '--cartella', `${id}-2`);
    expect(beside.status).toBe(0);
    expect(existsSync(join(content, 'press-notes', `${id}-2`, 'it.mdx'))).toBe(true);
    writeFileSync(path, draft);
    rmSync(join(content, 'press-notes', `${id}-2`), { recursive: true });
  });

  test('a day that does not exist is asked for', async () => {
    const text = 'Un titolo\n\nPalermo, 31 novembre 2023 – Una prova di testo.';
    const refused = await importa('impossibile.txt', text);
    expect(refused.status).toBe(1);
    expect(refused.told).toContain('«Palermo, 31 novembre 2023»: questo giorno non esiste nel calendario');
    expect(refused.told).toContain('--cartella 2026-03-01-palermo');
    const answered = await importa('impossibile.txt', text, '--cartella', '2023-11-30-palermo');
    expect(answered.status).toBe(0);
    expect(
      frontOf(readFileSync(join(content, 'press-notes/2023-11-30-palermo/it.mdx'), 'utf8'))['date'],
    ).toBe('2023-11-30');
    rmSync(join(content, 'press-notes/2023-11-30-palermo'), { recursive: true });
  });
});
