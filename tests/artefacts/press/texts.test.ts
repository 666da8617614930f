import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { bibtex, citation } from '../../../src/artefacts/citation.ts';
import { noteFileName, pressPackName } from '../../../src/artefacts/file-names.ts';
import { toHtml } from '../../../src/artefacts/html.ts';
import { toMarkdown } from '../../../src/artefacts/markdown.ts';
import { toPlainText } from '../../../src/artefacts/plain-text.ts';
import type { PublishedNote } from '../../../src/documents/published-note.ts';
import { quotesText, quoteWithAttribution } from '../../../src/artefacts/quotes.ts';
import { blockText, parseNoteDocument, quotesOf } from '../../../src/documents/note-document/index.ts';
import { load } from 'cheerio';
import { arabicRelease, noteIds, releaseOf } from './helpers/releases.ts';
import { dense } from './helpers/readers.ts';

const releases: [string, PublishedNote][] = [
  ...noteIds.flatMap((id) =>
    ['it', 'en', 'fr'].map((lang): [string, PublishedNote] => [`${id} in ${lang}`, releaseOf(id, lang)]),
  ),
  ['a note in Arabic', arabicRelease()],
];

/** The words of a Markdown text, as an independent reader sees them. */
const wordsOfMarkdown = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'html') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsOfMarkdown).join('') : '';
};
const readMarkdown = (text: string) => unified().use(remarkParse).parse(text);

const parts = (release: PublishedNote): string[] => [
  ...(release.letterhead?.lines ?? []),
  release.title,
  release.subtitle,
  ...(release.citySummary ? [release.citySummary] : []),
  ...(release.translationNotice ? [release.translationNotice] : []),
  ...release.document.blocks.map((block) => blockText(block).replace(/^\s*(?:- |\d+\. )/gm, '')),
  ...release.boilerplate,
  release.fundingStatement,
  release.url,
];

describe.each(releases)('the texts of %s', (_, release) => {
  test('plain text has every word, in the order of the page', () => {
    const text = dense(toPlainText(release).replace(/^\s*- /gm, ''));
    let end = 0;
    for (const part of parts(release)) {
      const start = text.indexOf(dense(part), end);
      expect(start, part).toBeGreaterThanOrEqual(end);
      // The funding statement follows the address there.
      if (part !== release.fundingStatement && part !== release.url) end = start;
    }
  });

  test('Markdown is read back as the same words', () => {
    const words = dense(wordsOfMarkdown(readMarkdown(toMarkdown(release))));
    for (const part of parts(release)) expect(words).toContain(dense(part));
  });

  test('HTML is read back as the same words, with whole addresses', () => {
    const $ = load(toHtml(release));
    for (const block of release.document.blocks)
      expect(dense($.text())).toContain(dense(blockText(block).replace(/^\s*(?:- |\d+\. )/gm, '')));
    $('a').each((__, link) => {
      expect($(link).attr('href')).toMatch(/^(?:https|mailto):/);
    });
  });

  test('every quote is filed with its speaker, its source and its permalink', () => {
    const quotes = quotesOf(release.document);
    const text = quotesText(release);
    if (quotes.length === 0) expect(text).toBe('');
    for (const quote of quotes) {
      expect(text).toContain(quoteWithAttribution(release, quote));
      expect(text).toContain(`${release.url}#citazione-${quote.id}`);
      expect(quoteWithAttribution(release, quote)).toContain(quote.words);
    }
  });
});

describe('what a text can never do to another form', () => {
  const nasty = '1. # *Non* `grassetto` [né](javascript:x) <script>alert(1)</script> & _fine_ \\';
  const release = {
    ...releaseOf('2023-11-03-palermo'),
    title: nasty,
    boilerplate: ['- una riga\n+ un’altra\n> terza'],
  };

  test('Markdown shows it as it is', () => {
    const tree = readMarkdown(toMarkdown(release));
    const title = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
    expect(title && wordsOfMarkdown(title)).toBe(nasty);
    expect(JSON.stringify(tree)).not.toMatch(/"type":"html"|javascript:x"/);
  });

  test('HTML shows it as it is', () => {
    const document = parseNoteDocument('Un <Figure id="x">testo & 1 \\< 2</Figure>', 'it.mdx');
    const $ = load(toHtml({ ...release, subtitle: nasty, document }));
    expect($('script')).toHaveLength(0);
    expect($.text()).toContain(nasty);
    expect($.text()).toContain('testo & 1 < 2');
  });

  test('BibTeX keeps its braces', () => {
    const entry = bibtex({ ...release, title: 'Uno {due} % tre_quattro & "cinque" \\ sei' });
    expect(entry).toContain(
      'title        = {{Uno \\{due\\} \\% tre\\_quattro \\& "cinque" \\textbackslash{} sei}},',
    );
    expect(entry.replace(/\\[{}]/g, '').match(/\{/g)?.length).toBe(
      entry.replace(/\\[{}]/g, '').match(/\}/g)?.length,
    );
  });
});

test('a note is cited in one line, in the language of its text', () => {
  const italian = releaseOf('2023-11-03-palermo');
  expect(citation(italian)).toBe(
    'Rete LGNet, «Palermo fra i Comuni della rete LgNet2, il progetto che promuove le politiche di inclusione delle città», nota stampa LgNet2, Palermo, 3 novembre 2023, https://lgnet.example/note-stampa/2023-11-03-palermo/',
  );
  expect(citation(releaseOf('2023-11-03-palermo', 'en'))).toContain(
    'press note LgNet2, Palermo, 3 November 2023',
  );
});

test('files have names that a newsroom can file', () => {
  const release = releaseOf('2023-11-03-palermo');
  expect(noteFileName(release, 'pdf')).toBe('lgnet2-palermo-2023-11-03-it.pdf');
  expect(pressPackName(release)).toBe('lgnet2-palermo-2023-11-03.zip');
});
