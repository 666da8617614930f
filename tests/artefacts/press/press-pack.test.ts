import { strFromU8, unzipSync } from 'fflate';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { toDocx } from '../../../src/artefacts/docx.ts';
import { toPdf } from '../../../src/artefacts/pdf.ts';
import { pressFile } from '../../../src/artefacts/press-files.ts';
import { pressPack, type PackLabels } from '../../../src/artefacts/press-pack.ts';
import { cached, inputsHash } from '../../../src/artefacts/cache.ts';
import { parseNoteDocument } from '../../../src/documents/note-document/index.ts';
import type { PublishedNote } from '../../../src/documents/published-note.ts';
import { zip } from '../../../src/artefacts/zip.ts';
import { releaseOf } from './helpers/releases.ts';
import { ownCache } from '../../own-folder.ts';
import { dense, output, pdfPages, withFile } from './helpers/readers.ts';

const cache = ownCache();

const labels = (lang: string): PackLabels => ({
  lang,
  contents: 'Che cosa c’è',
  forms: 'la nota in {formats}',
  formats: { pdf: 'PDF', docx: 'Word', txt: 'Testo', md: 'Markdown' },
  quotes: 'le citazioni',
  funding: 'la dicitura',
  emblem: 'l’emblema',
  contacts: 'i contatti',
  plate: 'the picture of the city',
  credit: 'Picture: the network, CC BY 4.0.',
  social: 'the pictures to post',
  pictures: 'le immagini',
  authoritative: 'Fa fede il testo italiano.',
  licence: 'CC BY 4.0',
  picture: {
    caption: 'Didascalia: {text}',
    alt: 'Che cosa si vede: {text}',
    author: 'Autore: {text}',
    terms: 'Condizioni: {text}',
  },
});

/** A photograph as a telephone makes it: turned, and with the place where it was taken. */
const photograph = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#0066cc' } })
      .withMetadata({ orientation: 6 })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 7/1 0/1' }, IFD0: { Model: 'Telefono' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  );

const withPicture = async (lang: string): Promise<PublishedNote> => ({
  ...releaseOf('2023-11-03-palermo', lang),
  document: parseNoteDocument('Testo.\n\n<Picture id="sala" />\n\nAltro.', 'it.mdx'),
  pictures: [
    {
      id: 'sala',
      file: 'sala.jpg',
      alt: 'Una sala vuota',
      caption: 'La sala del centro',
      credit: 'Fotografa di prova',
      licence: 'CC BY 4.0',
      original: await photograph(),
    },
  ],
});

describe('the press pack', () => {
  const languages = ['it', 'en', 'fr'];
  const releases = languages.map((lang) => releaseOf('2023-11-03-palermo', lang));

  test('is a sound archive with every form in every language, and a README in two', async () => {
    const pack = await pressPack(releases, [labels('it'), labels('en')]);
    expect(withFile('pack.zip', pack, (file) => output('unzip', '-t', file))).toContain('No errors');
    const base = 'lgnet2-palermo-2023-11-03';
    expect(Object.keys(unzipSync(pack)).sort()).toEqual(
      [
        'README-en.txt',
        'README-it.txt',
        'eu-emblem.svg',
        ...languages.flatMap((lang) =>
          ['.docx', '.md', '.pdf', '.txt', '-contacts.txt', '-funding.txt', '-quotes.txt'].map(
            (ending) => `${base}-${lang}${ending}`,
          ),
        ),
      ]
        .map((name) => `${base}/${name}`)
        .sort(),
    );
  });

  test('holds the same files that the page offers', async () => {
    const files = unzipSync(await pressPack(releases, []));
    for (const release of releases)
      for (const format of ['pdf', 'docx', 'txt', 'md'] as const) {
        const name = `lgnet2-palermo-2023-11-03/lgnet2-palermo-2023-11-03-${release.lang.code}.${format}`;
        expect(Buffer.compare(files[name] as Uint8Array, await pressFile(release, format))).toBe(0);
      }
  });

  test('names in its README every file that it has', async () => {
    const files = unzipSync(await pressPack(releases, [labels('it')]));
    const readme = strFromU8(files['lgnet2-palermo-2023-11-03/README-it.txt'] as Uint8Array);
    for (const path of Object.keys(files)) {
      const name = path.split('/')[1] as string;
      if (!name.startsWith('README')) expect(readme).toContain(name.replace(/(-(?:it|en|fr))\.\w+$/, '$1.*'));
    }
    expect(readme).toContain(releases[0]?.fundingStatement);
  });

  test('holds a picture in its size, upright, credited, and without the place where it was taken', async () => {
    const release = await withPicture('it');
    const files = unzipSync(await pressPack([release], [labels('it')]));
    const picture = files['lgnet2-palermo-2023-11-03/pictures/sala.jpg'] as Uint8Array;
    const { width, height, exif, orientation } = await sharp(picture).metadata();
    expect([width, height]).toEqual([1200, 1800]);
    expect(exif).toBeUndefined();
    expect(orientation ?? 1).toBe(1);
    expect((await sharp(release.pictures[0]?.original).metadata()).exif).toBeDefined();
    expect(strFromU8(files['lgnet2-palermo-2023-11-03/pictures/README-it.txt'] as Uint8Array)).toBe(
      'sala.jpg\nDidascalia: La sala del centro\nChe cosa si vede: Una sala vuota\nAutore: Fotografa di prova\nCondizioni: CC BY 4.0\n',
    );
  });

  test('shows the picture in the PDF and in the Word document, with its text and its credit', async () => {
    const release = await withPicture('it');
    const pdf = await toPdf(release);
    expect(dense(pdfPages(pdf).join(''))).toContain(
      dense('La sala del centro Foto: Fotografa di prova. CC BY 4.0'),
    );
    withFile('note.pdf', pdf, (file) => {
      expect(output('pdfimages', '-list', file)).toMatch(/image +933 +1400/);
    });
    const docx = unzipSync(await toDocx(release));
    const document = strFromU8(docx['word/document.xml'] as Uint8Array);
    expect(document).toContain('descr="Una sala vuota"');
    expect(document).toContain('<w:pStyle w:val="Caption"/>');
  });

  test('a picture that the note does not have stops the writers', async () => {
    const release = { ...(await withPicture('it')), pictures: [] };
    await expect(pressFile(release, 'pdf')).rejects.toThrow('2023-11-03-palermo (it)');
  });
});

describe('an archive', () => {
  const files: [string, Uint8Array][] = [['a.txt', new Uint8Array([65])]];

  test('is the same in every time zone', () => {
    const here = zip(files);
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    const there = zip(files);
    vi.unstubAllEnvs();
    expect(Buffer.compare(here, there)).toBe(0);
  });

  test('refuses two files of one name', () => {
    expect(() => zip([...files, ...files])).toThrow(RangeError);
  });
});

describe('what is kept from one build to the next', () => {
  const file = (hash: string): string =>
    join(cache.folder, 'artefacts', hash.slice(0, 2), `${hash.slice(2)}.x`);

  test('is made once from the same data', async () => {
    let made = 0;
    const make = () => {
      made += 1;
      return new Uint8Array([made]);
    };
    const first = await cached('x', { a: 1, b: [new Uint8Array([7])] }, make);
    const second = await cached('x', { a: 1, b: [new Uint8Array([7])] }, make);
    expect([made, ...first, ...second]).toEqual([1, 1, 1]);
    await cached('x', { a: 1, b: [new Uint8Array([8])] }, make);
    expect(made).toBe(2);
  });

  test('is made once when two pages ask at the same time', async () => {
    let made = 0;
    const make = async () => {
      made += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return new Uint8Array();
    };
    await Promise.all([cached('x', 'both', make), cached('x', 'both', make)]);
    expect(made).toBe(1);
  });

  test('is not kept when it could not be made', async () => {
    await expect(cached('x', 'broken', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cached('x', 'broken', () => new Uint8Array([1]))).toEqual(new Uint8Array([1]));
  });

  test('is read from its file', async () => {
    const hash = inputsHash('x', 'kept');
    await cached('x', 'kept', () => new Uint8Array([1]));
    const made = statSync(file(hash)).size;
    expect(await cached('x', 'kept', () => new Uint8Array([2]))).toEqual(new Uint8Array([1]));
    expect(statSync(file(hash)).size).toBe(made);
    const beside = readdirSync(join(cache.folder, 'artefacts', hash.slice(0, 2)));
    expect(beside.filter((name) => name.startsWith(hash.slice(2)))).toEqual([`${hash.slice(2)}.x`]);
  });

  test.each([
    ['a number and its text', 1, '1'],
    ['a list and its parts', ['a', 'b'], ['ab']],
    ['nesting', [['a'], 'b'], [['a', 'b']]],
    ['nothing and an empty text', null, ''],
    ['fields', { a: 'b' }, { ab: '' }],
  ])('%s are told apart', (_, one, other) => {
    expect(inputsHash('x', one)).not.toBe(inputsHash('x', other));
  });

  test('another form of the same data is another file', () => {
    expect(inputsHash('pdf', 1)).not.toBe(inputsHash('docx', 1));
  });
});
