import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainText, parseNoteDocument } from '../../src/documents/note-document/index.ts';
import { pdfPages } from '../artefacts/press/helpers/readers.ts';
import { pagesIn, type BuiltPage } from './built-site.ts';
import { builtFixtureSite } from './fixture-site.ts';
import { speakFew } from '../few-languages.ts';

const note = '2023-12-02-palermo';

/** Everything that a text may hold, beside the pictures that only notes have. */
const bodies = {
  it: `Un capoverso con **parole forti**, *parole inclinate* e [un collegamento](/citta/).

## Un titolo

### Un titolo più piccolo

- prima voce
- seconda voce
  - voce annidata

3. terza riga
4. quarta riga

<Figure id="persone">Sono state 12 le persone</Figure> di prova.

<Quote id="rossi" speaker="Maria Rossi" role="Sindaca di prova">
«Parole dette. <Attribution>– dichiara la sindaca –</Attribution> Altre parole».

Un secondo capoverso.
</Quote>

<Callout>
Un riquadro semplice.
</Callout>

<Callout kind="warning">
Un riquadro che avverte.

- con una voce
</Callout>

<Video id="docufilm" />

## Un titolo
`,
  en: `A paragraph with **strong words**, *slanted words* and [a link](/en/citta/).

## A heading

### A smaller heading

- first item
- second item
  - nested item

3. third line
4. fourth line

<Figure id="persone">There were 12 people</Figure> in the trial.

<Quote id="rossi" speaker="Maria Rossi" role="Mayor of the trial">
“Words said. <Attribution>– says the mayor –</Attribution> Other words”.

A second paragraph.
</Quote>

<Callout>
A plain box.
</Callout>

<Callout kind="warning">
A box that warns.

- with an item
</Callout>

<Video id="docufilm" />

## A heading
`,
} as const;
type Lang = keyof typeof bodies;

const translation = 'translation:\n  by: machine\n  reviewed: no\n  source: "0000000000000000"\n';
const figures = {
  it: 'figures:\n  persone:\n    value: 12\n    qualifier: exactly\n    areas: [presa-in-carico]\n    label: "persone di prova"\n',
  en: 'figures:\n  persone:\n    label: "people of the trial"\n',
};

const pageFile = (lang: Lang): string =>
  `---\ntitle: "Testi ${lang}"\ndescription: "Una pagina con tutto quello che un testo può avere, ${lang}."\n${figures[lang]}${lang === 'it' ? '' : translation}---\n\n${bodies[lang]}`;

const noteFile = (lang: Lang): string => `---
title: "Una nota ${lang} con tutto"
subtitle: "Sommario, summary (${lang})."
citySummary: "Palermo, in particolare, in particular (${lang})."
description: "Una nota con tutto quello che un testo può avere, ${lang}."
${lang === 'it' ? 'city: palermo\nedition: lgnet2\ndate: 2023-12-02\n' : ''}${figures[lang]}pictures:
  foto:
    alt: "Un rettangolo (${lang})"
    caption: "Didascalia di prova (${lang})."
${lang === 'it' ? '    file: foto.jpg\n    credit: "Comune di Palermo"\n    licence: "CC BY 4.0"\n    release: "nessuna persona riconoscibile"\n' : translation}---

${bodies[lang]}
<Picture id="foto" />
`;

let dir = '';
let pages: BuiltPage[];
const pageAt = (path: string): BuiltPage => pages.find((page) => page.path === path) as BuiltPage;
const prefix = (lang: string): string => (lang === 'it' ? '' : `/${lang}`);
const notePage = (lang: string): BuiltPage => pageAt(`${prefix(lang)}/note-stampa/${note}/`);
const plainPage = (lang: string): BuiltPage => pageAt(`${prefix(lang)}/testi/`);

/** Words alone, so that marks and line ends of a format make no difference. */
const words = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** The parts of a text, each as the words that every form of it has to say. */
const parts = (lang: Lang): string[] =>
  plainText(parseNoteDocument(bodies[lang], 'prova.mdx'))
    .split(/\n+/)
    .map((line) => words(line.replace(/^\s*(?:-|\d+\.)\s/, '')));

const noteFileText = async (lang: Lang, ending: 'txt' | 'md' | 'docx' | 'pdf'): Promise<string> => {
  const [file] = globSync(`${prefix(lang).slice(1) || '.'}/note-stampa/${note}/*.${ending}`, { cwd: dir });
  const path = join(dir, file as string);
  if (ending === 'pdf') return pdfPages(new Uint8Array(readFileSync(path))).join('\n');
  return ending === 'docx' ? (await mammoth.extractRawText({ path })).value : readFileSync(path, 'utf8');
};

beforeAll(async () => {
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a6f97' } })
    .jpeg()
    .toBuffer();
  ({ dir } = await builtFixtureSite('bodies', ({ dir: content, write, writeBytes }) => {
    speakFew(content, ['it', 'en', 'ar']);
    for (const lang of ['it', 'en'] as const) {
      write(`pages/testi/${lang}.mdx`, pageFile(lang));
      write(`press-notes/${note}/${lang}.mdx`, noteFile(lang));
    }
    writeBytes(`press-notes/${note}/foto.jpg`, photo);
  }));
  pages = pagesIn(dir);
}, 240_000);

const permalinks = { it: 'Indirizzo di questa citazione', en: 'Address of this quote' };
const planned = { it: 'non ancora qui', en: 'not here yet' };

describe.each(['it', 'en'] as const)('a text with everything, in %s', (lang) => {
  test.each([
    ['note', notePage],
    ['plain page', plainPage],
  ] as const)('is whole on the page of a %s', (_, pageOf) => {
    const { $ } = pageOf(lang);
    const prose = $('.prose');
    const shown = words(prose.text());
    for (const part of parts(lang)) expect(shown).toContain(part);
    expect(prose.find('strong').first().text()).toMatch(/forti|strong/);
    expect(prose.find('em').text()).toMatch(/inclinate|slanted/);
    expect(prose.find(`a[href="${prefix(lang)}/citta/"]`).text()).toMatch(/collegamento|link/);
    expect(
      prose
        .children('h2, h3')
        .toArray()
        .map(({ attribs }) => attribs['id']),
    ).toEqual(
      lang === 'it'
        ? ['un-titolo', 'un-titolo-più-piccolo', 'un-titolo-1']
        : ['a-heading', 'a-smaller-heading', 'a-heading-1'],
    );
    expect(prose.find('li > ul > li')).toHaveLength(1);
    expect(prose.find('ol').attr('start')).toBe('3');
    expect(prose.find('#cifra-persone.stated').text()).toMatch(/12/);
    expect(prose.find('#citazione-rossi blockquote > p')).toHaveLength(2);
    expect(prose.find('#citazione-rossi .attribution').text()).toMatch(/dichiara|says/);
    expect(prose.find('#citazione-rossi figcaption').text()).toContain('Maria Rossi');
    expect(
      prose
        .find('.callout')
        .toArray()
        .map((aside) => $(aside).hasClass('callout--warning')),
    ).toEqual([false, true]);
  });

  test.each([
    ['note', notePage],
    ['plain page', plainPage],
  ] as const)('speaks the language of the page of a %s', (_, pageOf) => {
    const prose = pageOf(lang).$('.prose');
    expect(prose.find('.permalink').text()).toContain(permalinks[lang]);
    expect(prose.find('.permalink').attr('lang')).toBe(lang);
    expect(prose.find('.video-card').text()).toContain(planned[lang]);
    expect(prose.find('.video-card a').first().attr('href')).toBe(`${prefix(lang)}/video/docufilm/`);
  });

  test('is the same on both, but for what only a note has', () => {
    const ofNote = load(notePage(lang).html);
    ofNote('.prose .note-subtitle, .prose figure.picture').remove();
    expect(ofNote('.prose').html()?.trim()).toBe(plainPage(lang).$('.prose').html()?.trim());
  });

  test.each(['txt', 'md', 'docx', 'pdf'] as const)('says on the page what its .%s says', async (ending) => {
    const file = words((await noteFileText(lang, ending)).replace(/\]\([^)]*\)/g, ']'));
    for (const part of parts(lang)) expect(file).toContain(part);
    expect(file).toContain(words(`Didascalia di prova (${lang})`));
    expect(words(notePage(lang).$('.prose').text())).toContain(words(`Didascalia di prova (${lang})`));
  });
});

test('a text that is not translated keeps its words, and what stands around them speaks the language of the page', () => {
  for (const page of [notePage('ar'), plainPage('ar')]) {
    const prose = page.$('.prose');
    expect(prose.attr('lang')).toBe('it');
    expect(prose.text()).toContain('Un capoverso con parole forti');
    expect(prose.find('.permalink').attr('lang')).toBe('ar');
    expect(prose.find('.permalink').text()).not.toContain(permalinks.it);
    expect(prose.find('.video-card').text()).not.toContain(planned.it);
  }
});
