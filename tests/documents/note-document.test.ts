import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  figuresOf,
  headingsOf,
  NoteDocumentError,
  parseNoteDocument,
  plainText,
  quotesOf,
  readNoteDocument,
  wordCount,
  type NoteProblem,
} from '../../src/documents/note-document/index.ts';

const read = (mdx: string) => readNoteDocument(mdx, 'it.mdx');
const blocksOf = (mdx: string) => parseNoteDocument(mdx, 'it.mdx').blocks;
const codesOf = (mdx: string) => read(mdx).problems.map(({ code }) => code);
const text = (value: string) => ({ type: 'text', value });

describe('what a body may hold', () => {
  test.each([
    [
      'a paragraph over two lines',
      'Prima riga\nseconda riga',
      [{ type: 'paragraph', children: [text('Prima riga seconda riga')] }],
    ],
    [
      'bold, italics and a link',
      'Uno **due** *tre* [quattro](/citta/)',
      [
        {
          type: 'paragraph',
          children: [
            text('Uno '),
            { type: 'strong', children: [text('due')] },
            text(' '),
            { type: 'emphasis', children: [text('tre')] },
            text(' '),
            { type: 'link', url: '/citta/', children: [text('quattro')] },
          ],
        },
      ],
    ],
    ['a heading', '### Che cosa fa', [{ type: 'heading', depth: 3, children: [text('Che cosa fa')] }]],
    [
      'a numbered list with a list inside',
      '3. tre\n4. quattro\n   - dentro',
      [
        {
          type: 'list',
          ordered: true,
          start: 3,
          items: [
            { content: [{ type: 'paragraph', children: [text('tre')] }] },
            {
              content: [
                { type: 'paragraph', children: [text('quattro')] },
                {
                  type: 'list',
                  ordered: false,
                  start: 1,
                  items: [{ content: [{ type: 'paragraph', children: [text('dentro')] }] }],
                },
              ],
            },
          ],
        },
      ],
    ],
    [
      'a figure alone in its paragraph',
      '<Figure id="beneficiari">**200** beneficiari</Figure>',
      [
        {
          type: 'paragraph',
          children: [
            {
              type: 'figureMark',
              id: 'beneficiari',
              children: [{ type: 'strong', children: [text('200')] }, text(' beneficiari')],
            },
          ],
        },
      ],
    ],
    [
      'a quote over lines with its attribution',
      '<Quote id="rossi" speaker="Maria Rossi" role="Sindaca">\n«Prima. <Attribution>– dice –</Attribution> Poi»\n</Quote>',
      [
        {
          type: 'quote',
          id: 'rossi',
          speaker: 'Maria Rossi',
          role: 'Sindaca',
          content: [
            {
              type: 'paragraph',
              children: [
                text('«Prima. '),
                { type: 'attribution', children: [text('– dice –')] },
                text(' Poi»'),
              ],
            },
          ],
        },
      ],
    ],
    [
      'a quote on one line',
      '<Quote id="rossi" speaker="Maria Rossi" role="Sindaca"> «Bene» </Quote>',
      [
        {
          type: 'quote',
          id: 'rossi',
          speaker: 'Maria Rossi',
          role: 'Sindaca',
          content: [{ type: 'paragraph', children: [text('«Bene»')] }],
        },
      ],
    ],
    [
      'a warning with a list',
      '<Callout kind="warning">\nAttenzione:\n\n- uno\n</Callout>',
      [
        {
          type: 'callout',
          kind: 'warning',
          content: [
            { type: 'paragraph', children: [text('Attenzione:')] },
            {
              type: 'list',
              ordered: false,
              start: 1,
              items: [{ content: [{ type: 'paragraph', children: [text('uno')] }] }],
            },
          ],
        },
      ],
    ],
    [
      'a picture and a video',
      '<Picture id="piazza" />\n\n<Video id="palermo" />',
      [
        { type: 'picture', id: 'piazza' },
        { type: 'video', id: 'palermo' },
      ],
    ],
    [
      'a line break',
      'uno\\\ndue',
      [{ type: 'paragraph', children: [text('uno'), { type: 'lineBreak' }, text('due')] }],
    ],
    [
      'signs that are only signs',
      'Il 5 < 10 & "virgolette" l’uso di # $ @ \\{ \\< _ e\u00a0di\u00a0`'.replace('`', '\\`'),
      [
        {
          type: 'paragraph',
          children: [text('Il 5 < 10 & "virgolette" l’uso di # $ @ { < _ e\u00a0di\u00a0`')],
        },
      ],
    ],
    [
      'Arabic with Latin words',
      'شبكة LgNet2 في **باليرمو** (200 مستفيد)',
      [
        {
          type: 'paragraph',
          children: [
            text('شبكة LgNet2 في '),
            { type: 'strong', children: [text('باليرمو')] },
            text(' (200 مستفيد)'),
          ],
        },
      ],
    ],
    ['nothing', '', []],
    ['front matter only', '---\ntitle: "{a} <b>"\n---\n', []],
  ])('%s', (_name, mdx, blocks) => {
    expect(blocksOf(mdx)).toEqual(blocks);
  });
});

describe('what a body may not hold', () => {
  test.each<[string, string, string[]]>([
    ['code in braces', 'Sono {process.env.HOME}', ['expression']],
    ['an opening brace', 'Una { sola', ['expression']],
    ['a comment in braces', 'Prima {/* appunto */} dopo', ['expression']],
    ['an HTML comment', 'Prima <!-- appunto --> dopo', ['comment']],
    ['an import', 'import fs from "node:fs"\n\nTesto', ['module']],
    ['an export that is not even code', 'export delle merci', ['module']],
    [
      'an address in angle brackets',
      'Scrivi a <stampa@comune.it> o vai su <https://comune.it>',
      ['autolink', 'autolink'],
    ],
    ['a less-than sign before a number', 'Con <3 anni', ['less-than']],
    ['raw HTML', 'Un <b>grassetto</b>', ['html']],
    ['a script', '<script>alert(1)</script>', ['html']],
    [
      'HTML with a handler and a style',
      '<div onclick="x()" style="color: red">z</div>',
      ['html', 'event-handler', 'style'],
    ],
    ['a handler on our component', '<Video id="palermo" onLoad="x()" />', ['event-handler']],
    ['a style on our component', '<Picture id="piazza" style="x" class="y" />', ['style', 'style']],
    ['an attribute with code', '<Video id={"palermo"} />', ['expression']],
    ['attributes spread from code', '<Video id="palermo" {...tutto} />', ['expression']],
    ['a component of no one', '<Carousel />', ['unknown-component']],
    [
      'a component in small letters',
      '<quote id="a" speaker="b" role="c">\nd\n</quote>',
      ['unknown-component'],
    ],
    ['an unknown attribute', '<Video id="palermo" autoplay />', ['unknown-attribute']],
    [
      'a quote without speaker and role',
      '<Quote id="rossi">\n«Bene»\n</Quote>',
      ['missing-attribute', 'missing-attribute'],
    ],
    [
      'a quote with an empty speaker',
      '<Quote id="rossi" speaker=" " role="Sindaca">\n«Bene»\n</Quote>',
      ['bad-attribute'],
    ],
    ['a name with capitals', '<Video id="Palermo 1" />', ['bad-attribute']],
    ['a callout of another kind', '<Callout kind="danger">\nx\n</Callout>', ['bad-attribute']],
    ['an empty quote', '<Quote id="rossi" speaker="a" role="b">\n</Quote>', ['empty-component']],
    ['an empty figure', 'Sono <Figure id="a"></Figure>', ['empty-component']],
    [
      'two quotes with one name',
      '<Quote id="a" speaker="b" role="c">\nd\n</Quote>\n\n<Quote id="a" speaker="b" role="c">\ne\n</Quote>',
      ['duplicate-id'],
    ],
    ['two figures with one name', '<Figure id="a">1</Figure> e <Figure id="a">2</Figure>', ['duplicate-id']],
    ['a figure in a figure', '<Figure id="a">1 <Figure id="b">2</Figure></Figure>', ['misplaced-component']],
    ['a figure around paragraphs', '<Figure id="a">\nuno\n</Figure>', ['misplaced-component']],
    [
      'a quote inside a sentence',
      'Ha detto <Quote id="a" speaker="b" role="c">d</Quote> ieri',
      ['misplaced-component'],
    ],
    [
      'a video inside a quote',
      '<Quote id="a" speaker="b" role="c">\nd\n\n<Video id="x" />\n</Quote>',
      ['misplaced-component'],
    ],
    [
      'a quote inside a list',
      '- uno\n\n  <Quote id="a" speaker="b" role="c">\n  d\n  </Quote>',
      ['misplaced-component'],
    ],
    ['an attribution outside a quote', 'Uno <Attribution>due</Attribution>', ['misplaced-component']],
    ['a link that runs code', '[premi](javascript:alert(1))', ['bad-link']],
    ['a link that runs code, disguised', '[premi](JaVaScRiPt&#58;alert(1))', ['bad-link']],
    ['a link with data', '[premi](data:text/html,x)', ['bad-link']],
    ['a link to another host without protocol', '[premi](//altrove.example)', ['bad-link']],
    ['a link without address', '[premi]()', ['bad-link']],
    ['a link by reference', '[uno][due]\n\n[due]: https://comune.it', ['reference-link', 'reference-link']],
    ['a picture in Markdown', '![foto](foto.jpg)', ['markdown-picture']],
    ['a quote in Markdown', '> ha detto', ['markdown-quote']],
    ['a first-level heading', '# Titolo', ['heading-depth']],
    ['a fifth-level heading', '##### Titolo', ['heading-depth']],
    ['a table', '| a | b |\n|---|---|\n| c | d |', ['table']],
    ['code', 'Usa `x`\n\n```\ny\n```', ['code', 'code']],
    ['a rule', 'uno\n\n---\n\ndue', ['rule']],
    ['text struck through', 'uno ~~due~~', ['strikethrough']],
    ['an invisible character', 'uno\u0007due', ['control-character']],
    ['a mark that turns the direction round', 'uno\u202edue', ['control-character']],
    ['a component that is not closed', '<Quote id="a" speaker="b" role="c">\n«d»\n', ['unclosed-tag']],
    ['a component closed inside bold', 'a **b <Figure id="x">c** d</Figure>', ['unclosed-tag']],
    ['a component that was not opened', 'uno </Quote> due', ['stray-closing-tag']],
    ['an attribute without quotation marks', '<Video id=palermo />', ['broken-tag']],
  ])('%s', (_name, mdx, codes) => {
    expect(codesOf(mdx)).toEqual(codes);
  });

  test('everything that is wrong is said at once, each at its own place of the file', () => {
    const mdx = [
      '---',
      'title: "Nota"',
      '---',
      '',
      'Un <b>grassetto</b> e {codice}.',
      '',
      '<Quote id="rossi" speaker="Maria Rossi" role="Sindaca">',
      '«Mai chiusa»',
      '',
      'Va bene </Figure> così.',
      '',
      '[qui](javascript:x)',
    ].join('\n');
    expect(read(mdx).problems.map(({ line, column, code }: NoteProblem) => [line, column, code])).toEqual([
      [5, 4, 'html'],
      [5, 23, 'expression'],
      [7, 1, 'unclosed-tag'],
      [10, 9, 'stray-closing-tag'],
      [12, 1, 'bad-link'],
    ]);
  });

  test('a body without its front matter counts lines from where it starts', () => {
    const { problems } = readNoteDocument('\nUn <b>grassetto</b>', 'it.mdx', { firstLine: 12 });
    expect(problems[0]).toMatchObject({ file: 'it.mdx', line: 13, column: 4 });
  });

  test('every problem is told in words, with what to write instead', () => {
    const { problems } = read('<b>a</b>\n\n# b\n\n<Quote>c</Quote>');
    for (const { message, fix } of problems) {
      expect(message).toMatch(/^[\p{Lu}<].*\.$|: <.*>\.$/u);
      expect(fix.length).toBeGreaterThan(10);
    }
  });

  test('parsing stops with all problems in its message', () => {
    const parse = () => parseNoteDocument('Un <b>grassetto</b>\n\n# Titolo', 'note/it.mdx');
    expect(parse).toThrow(NoteDocumentError);
    expect(parse).toThrow(/note\/it\.mdx:1:4 .*\nnote\/it\.mdx:3:1 /);
  });
});

describe('words of a document', () => {
  const mdx = [
    '## Uno **due**',
    'Sono <Figure id="persone">**200** persone</Figure>.',
    '- a\n- b',
    '<Quote id="rossi" speaker="Maria Rossi" role="Sindaca">\n«Bene.<Attribution>– dice **Rossi** -</Attribution> Molto bene».\n</Quote>',
  ].join('\n\n');

  test('plain text is the text word for word', () => {
    expect(plainText(parseNoteDocument(mdx, 'it.mdx'))).toBe(
      'Uno due\n\nSono 200 persone.\n\n- a\n- b\n\n«Bene.– dice Rossi - Molto bene».',
    );
  });

  test('headings, figures and quotes are found', () => {
    const document = parseNoteDocument(mdx, 'it.mdx');
    expect(headingsOf(document)).toEqual([{ depth: 2, text: 'Uno due' }]);
    expect(figuresOf(document)).toEqual([{ id: 'persone', words: '200 persone' }]);
    expect(quotesOf(document)).toEqual([
      { id: 'rossi', words: 'Bene. […] Molto bene.', speaker: 'Maria Rossi', role: 'Sindaca' },
    ]);
    expect(wordCount(parseNoteDocument('L’inclusione è di 200 persone.', 'it.mdx'))).toBe(5);
  });

  test('what is named elsewhere is listed with its place', () => {
    expect(read(mdx).references).toEqual([
      { kind: 'figure', target: 'persone', line: 3, column: 6 },
      { kind: 'quote', target: 'rossi', line: 8, column: 1 },
    ]);
  });

  test.each([
    ['marks around the whole', '«Una frase»', 'Una frase'],
    ['Urdu marks around the whole', '”ایک جملہ۔“', 'ایک جملہ۔'],
    ['a full stop after the mark', '«Una frase».', 'Una frase.'],
    ['a full stop on both sides', '«Una frase.».', 'Una frase.'],
    ['an exclamation', '«Avanti!».', 'Avanti!'],
    ['English marks', '“A sentence”', 'A sentence'],
    ['straight marks', '"Una frase"', 'Una frase'],
    ['an attribution at the end', '«Una frase», <Attribution>ha detto lei.</Attribution>', 'Una frase'],
    ['an attribution at the start', '<Attribution>Ha detto:</Attribution> «Una frase»', 'Una frase'],
    ['marks around a part', '«Una» frase «due»', '«Una» frase «due»'],
    ['no marks', 'Una frase', 'Una frase'],
    ['Arabic', '«هذا المشروع LgNet2»', 'هذا المشروع LgNet2'],
    ['two paragraphs', '«Una.\n\nDue»', 'Una.\n\nDue'],
  ])('the words of a quote: %s', (_name, body, words) => {
    const document = parseNoteDocument(`<Quote id="a" speaker="b" role="c">\n${body}\n</Quote>`, 'it.mdx');
    expect(quotesOf(document)[0]?.words).toBe(words);
  });
});

describe('the published texts', () => {
  const files = globSync('content/{press-notes,pages}/**/*.mdx');

  test('there are some', () =>
    expect(files.filter((file) => file.includes('press-notes')).length).toBeGreaterThanOrEqual(4));

  test.each(files)('%s is read without a problem', (file) => {
    expect(read(readFileSync(file, 'utf8')).problems).toEqual([]);
  });

  test('no word of the file is lost', () => {
    for (const file of files) {
      const source = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      const written = source
        // Inside a paragraph a mark may stand right after a letter, as in Arabic.
        .replace(/<\/?(?:Figure|Attribution)\b[^>]*>|\*\*/g, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/^\d+\. /gm, ' ')
        .match(/[\p{L}\p{N}]+/gu);
      const kept = plainText(parseNoteDocument(source, file))
        .replace(/^\d+\. /gm, ' ')
        .match(/[\p{L}\p{N}]+/gu);
      expect(kept, file).toEqual(written);
    }
  });
});
