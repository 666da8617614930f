import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import StyleGuide from '../../src/components/style-guide/StyleGuide.astro';

/** Shown inside another component, or made of a whole page or film: looked at in the site itself. */
const elsewhere = [
  ...['ChangedOn', 'Phrase', 'Responsibles', 'Words'],
  ...['FactGroup', 'FactSource', 'Callout', 'Inlines', 'Quote', 'Simple', 'EmbedCodes'],
  ...['LanguageMenu', 'LanguageOffer', 'NotFound', 'OpenDataTable', 'PreviewBanner', 'SearchMarks'],
  ...['MapExplorer', 'NetworkMap', 'Plate', 'NoteHeader', 'NoteLetterhead'],
  'NotesByEdition',
  ...['Picture', 'Video', 'Film', 'Moment', 'Player', 'Transcript', 'VideoCard'],
];

const render = async (lang: string) => {
  const container = await AstroContainer.create();
  return load(await container.renderToString(StyleGuide as AstroComponentFactory, { props: { lang } }));
};

describe.each(['it', 'ar'])('the style guide in %s', (lang) => {
  test('shows every component, each with something in it', async () => {
    const $ = await render(lang);
    const shown = new Set(
      $('[data-component]')
        .toArray()
        .map((element) => $(element).attr('data-component')),
    );
    const all = globSync('src/components/**/*.astro')
      .filter((file) => !file.includes('style-guide'))
      .map((file) => basename(file, '.astro'));
    expect(all.filter((name) => !shown.has(name) && !elsewhere.includes(name))).toEqual([]);
    expect(elsewhere.filter((name) => !all.includes(name))).toEqual([]);
    const empty = $('[data-component]:not([data-component=ReadingTools], [data-state=public])')
      .toArray()
      .filter((element) => !$(element).find('> div').html()?.trim());
    expect(empty.map((element) => $(element).attr('data-component'))).toEqual([]);
  });
});
