import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { anteprima } from '../../../scripts/anteprima.ts';
import { previewComment } from '../../../scripts/editing/preview/comment.ts';
import { changedWords } from '../../../scripts/editing/preview/changed-words.ts';
import { compareSites } from '../../../scripts/editing/preview/compare-sites.ts';
import { readContent } from '../../../scripts/editing/content/read.ts';
import { untoldFiles } from '../../../scripts/editing/preview/told.ts';
import { brokenLinks } from '../../../scripts/editing/preview/outside-links.ts';
import { runCommand } from '../run-command.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const site = (files: Record<string, string>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'site-'));
  folders.push(dir);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
};

const page = (title: string, main: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1>${main}</main></body></html>`;

const before = {
  'index.html': page('Home', '<p>Benvenuti</p>'),
  'citta/roma/index.html': page('Roma', '<p>Tre unità mobili</p>'),
  'citta/napoli/index.html': page('Napoli', '<p>Prima</p>', '<link rel="stylesheet" href="/_astro/a.css">'),
  'vecchia/index.html': page('Vecchia', '<p>Via</p>'),
  'vecchia/nota.pdf': '%PDF',
  'pagefind/pagefind.js': 'a',
};
const after = {
  'index.html': page('Home', '<p>Benvenuti</p>', '<link rel="stylesheet" href="/_astro/b.css">'),
  'citta/roma/index.html': page('Roma', '<p>Quattro unità mobili</p>'),
  'citta/napoli/index.html': page('Napoli', '<p>Prima</p><a href="/x/">altro</a>'),
  'nuova/index.html': page('Nuova [nota]', '<p>Qui</p>'),
  'nuova/nota.pdf': '%PDF-1.7',
  'pagefind/pagefind.js': 'b',
};

test('two sites are compared as their readers would see them', () => {
  expect(compareSites(site(before), site(after))).toEqual({
    added: [{ path: '/nuova/', title: 'Nuova [nota]' }],
    // A new style is no change of the page; a new link is.
    changed: [
      { path: '/citta/napoli/', title: 'Napoli', words: [] },
      {
        path: '/citta/roma/',
        title: 'Roma',
        words: [{ before: 'Tre unità mobili', after: 'Quattro unità mobili' }],
      },
    ],
    removed: [{ path: '/vecchia/', title: 'Vecchia' }],
    newDownloads: [{ path: '/nuova/nota.pdf', bytes: 8 }],
    removedDownloads: ['/vecchia/nota.pdf'],
  });
});

test('pages in the language that the texts are written in come first, and a file’s size is no change', () => {
  const inLanguage = (language: string, main: string): string =>
    page('Nota', main).replace('<html>', `<html lang="${language}">`);
  const file = (size: string): string => `<li>Da stampare <span>PDF (${size})</span></li>`;
  const built = (word: string, size: string): string =>
    site({
      'index.html': inLanguage('it', '<p>Qui</p>'),
      'ar/nota/index.html': inLanguage('ar', `<p>Un giorno ${word}</p>`),
      'nota/index.html': inLanguage('it', `<p>Un giorno ${word}</p>${file(size)}`),
      'file/index.html': inLanguage('it', file(size)),
    });
  expect(compareSites(built('prima', '\u206878 kB\u2069'), built('dopo', '80 kB')).changed).toEqual([
    { path: '/nota/', title: 'Nota', words: [{ before: 'Un giorno prima', after: 'Un giorno dopo' }] },
    { path: '/ar/nota/', title: 'Nota', words: [{ before: 'Un giorno prima', after: 'Un giorno dopo' }] },
  ]);
});

test.each([
  ['a second site without the first', ['--dopo', 'nuovo'], 'Di’ anche dove sta il sito com’è adesso'],
  ['a folder that is not there', ['--prima', '/nowhere'], 'La cartella /nowhere non esiste.'],
  ['a folder without a site', ['--prima', import.meta.dirname], 'non c’è un sito: manca index.html'],
  ['a version nobody knows', ['--da', 'ramo-che-non-c-e'], 'Git non conosce "ramo-che-non-c-e".'],
  ['two things to compare with', ['--da', 'HEAD', '--prima', '/nowhere'], 'Scegli fra --da'],
  ['a word too many', ['nuovo'], 'Non capisco "nuovo".'],
])('%s is refused in a sentence', async (_, typed, sentence) => {
  const { status, out, told } = await runCommand(anteprima, ...typed, '--content', site({ 'a.yaml': '[' }));
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(told).toContain(sentence);
});

test('without a site before, everything is new', () => {
  expect(compareSites('/nowhere', site(after)).added).toHaveLength(4);
});

test('the comment tells pages, files, problems and outside addresses, and keeps text text', () => {
  const comment = previewComment(
    compareSites(site(before), site(after)),
    [
      {
        file: 'cities/roma.yaml',
        line: 3,
        column: 1,
        code: 'wrong-region',
        what: 'La regione non esiste.',
        why: '…',
        fix: 'region: lazio',
      },
    ],
    [{ url: 'https://example.org/', why: 'risponde 404', pages: ['/citta/roma/'] }],
  );
  expect(comment).toContain('🛑 **Fermati: il sito non si può ancora pubblicare');
  expect(comment).toContain('  - «Tre unità mobili» → «Quattro unità mobili»');
  expect(comment).toContain('  - le parole sono le stesse: cambiano collegamenti o immagini');
  expect(comment).toContain(
    '- `content/cities/roma.yaml`, riga 3: La regione non esiste. Correggi così: region: lazio',
  );
  expect(comment).toContain('### Pagine nuove (1)\n\n- `/nuova/` – Nuova \\[nota\\]');
  expect(comment).toContain('### Pagine cambiate (2)');
  expect(comment).toContain('### Pagine tolte (1)');
  expect(comment).toContain('- `/nuova/nota.pdf` (1 kB)');
  expect(comment).toContain('- https://example.org/ risponde 404 (/citta/roma/)');
});

test('a warning does not stop the site, and the comment does not say so', () => {
  const warning = {
    level: 'warning',
    file: 'videos/docufilm/it.vtt',
    line: 14,
    column: 1,
    code: 'long-line',
    what: 'La riga ha 58 lettere.',
    why: '…',
    fix: 'Dividila.',
  } as const;
  const same = site(before);
  const comment = previewComment(compareSites(same, same), [warning], []);
  expect(comment).not.toContain('non si può');
  expect(comment).not.toContain('Problemi da correggere');
  expect(comment).toContain('### Avvisi, che non fermano il sito (1)');
  expect(comment).toContain('- `content/videos/docufilm/it.vtt`, riga 14: La riga ha 58 lettere.');
  expect(comment).toContain('✅ **Niente da temere');
});

test('a proposal without effect says so', () => {
  const same = site(before);
  expect(previewComment(compareSites(same, same), [], [])).toBe(
    '## Che cosa cambierebbe nel sito\n\n✅ **Niente da temere: per chi legge non cambia niente.**\n',
  );
});

test('a proposal that cannot be built is told to stop, one that changes pages to be looked at', () => {
  const same = site(before);
  expect(previewComment(compareSites(same, same), [], [], new Set(), false)).toContain(
    '🛑 **Fermati: il sito non si genera.',
  );
  expect(previewComment(compareSites(same, site({ ...before, ...after })), [], [])).toContain(
    '👀 **Cambiano queste pagine: guardale',
  );
});

test('changed words are told with those around them, passages that moved are not', () => {
  const long = 'uno due tre quattro cinque sei sette otto nove dieci';
  expect(
    changedWords(['Titolo', long, 'Via'], [long.replace('sei', 'SEI'), 'Titolo', 'Nuovo punto']),
  ).toEqual([
    {
      before: '… due tre quattro cinque sei sette otto nove dieci',
      after: '… due tre quattro cinque SEI sette otto nove dieci',
    },
    { before: 'Via', after: '' },
    { before: '', after: 'Nuovo punto' },
  ]);
});

test('outside addresses are asked, and those that do not answer are told', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/gone') response.writeHead(404).end();
    else if (request.url === '/no-head' && request.method === 'HEAD') response.writeHead(405).end();
    else response.writeHead(200).end('ok');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const links = ['/here', '/gone', '/no-head'].map((path) => ({ url: `${origin}${path}`, pages: ['/x/'] }));
    const closed = { url: 'http://127.0.0.1:9/', pages: [] };
    expect(await brokenLinks([...links, closed])).toEqual([
      { url: `${origin}/gone`, pages: ['/x/'], why: 'risponde 404' },
      { ...closed, why: 'non si raggiunge' },
    ]);
  } finally {
    server.close();
  }
});

test('the words of a note under embargo, and of what it is the source of, are not quoted in the comment', () => {
  const note = (date: string, more: string): string =>
    `---\ntitle: Titolo Zqsegreto\ncity: palermo\nedition: lgnet2\ndate: ${date}\n${more}\n---\n\nTesto <img> Zqsegreto.\n`;
  const content = site({
    'press-notes/2023-11-03-palermo/it.mdx': note('2023-11-03', 'status: published'),
    'press-notes/2099-11-03-roma/it.mdx': note('2099-11-03', 'status: published'),
    'press-notes/2099-11-03-roma/en.mdx': note('2099-11-03', ''),
    'press-notes/2023-11-04-bozza/it.mdx': note('2023-11-04', 'status: draft'),
    'press-notes/2023-11-05-rotta/it.mdx': note('"', ''),
    'activities/roma/segreta.yaml': 'title: Zqsegreto\nsource:\n  note: 2099-11-03-roma\n',
    'activities/roma/nota.yaml': 'title: Nota\nsource:\n  note: 2023-11-03-palermo\n',
  });
  const untold = untoldFiles(readContent(content));
  expect([...untold].sort()).toEqual([
    'activities/roma/segreta.yaml',
    'press-notes/2023-11-04-bozza/it.mdx',
    'press-notes/2023-11-05-rotta/it.mdx',
    'press-notes/2099-11-03-roma/en.mdx',
    'press-notes/2099-11-03-roma/it.mdx',
  ]);
  const problem = (file: string, what: string) => ({
    file,
    line: 3,
    column: 1,
    code: 'x',
    what,
    why: '',
    fix: what,
  });
  const nothing = { added: [], changed: [], removed: [], newDownloads: [], removedDownloads: [] };
  const comment = previewComment(
    nothing,
    [
      problem('press-notes/2099-11-03-roma/it.mdx', 'Zqsegreto'),
      problem('activities/roma/nota.yaml', 'Zqaperto'),
    ],
    [],
    untold,
  );
  expect(comment).not.toContain('Zqsegreto');
  expect(comment).toContain('riga 3: il testo non è ancora pubblico');
  expect(comment).toContain('Zqaperto');
});
