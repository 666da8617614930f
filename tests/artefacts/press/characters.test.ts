import { describe, expect, test } from 'vitest';
import { toPdf } from '../../../src/artefacts/pdf.ts';
import { glyphlessIn } from '../../../src/artefacts/typst/worker.ts';
import { releaseOf } from './helpers/releases.ts';
import { pdfPages } from './helpers/readers.ts';

const release = releaseOf('2023-11-03-palermo');

describe('a note is typeset whatever its characters', () => {
  test.each([
    ['an emoji', 'Benvenuti 😀 a tutti', '😀'],
    ['Chinese', 'Scuola 中文学校 di Palermo', '中文学校'],
    ['Tifinagh', 'In amazigh ⵜⵉⴼⵉⵏⴰⵖ si scrive così', 'ⵜⵉⴼⵉⵏⴰⵖ'],
    ['Bengali', 'In bengalese বই vuol dire libro', 'বই'],
    ['full-width digits', 'Hanno partecipato ２００ persone', '２００'],
    ['Greek, Cyrillic and arrows', 'Ω, ж → ✓', 'ж →'],
    ['a letter that no font has: its number stands there', 'Un segno 𓀀 egizio', 'Un segno [U+13000] egizio'],
    [
      'a script that no font has, with marks on its letters',
      'Qui ยินดี a tutti',
      'Qui [U+0E22][U+0E34][U+0E19][U+0E14][U+0E35] a tutti',
    ],
    ['a mark of it on a blank', 'Qui \u0e34 a tutti', '[U+0E34] a tutti'],
  ])('%s', async (_, subtitle, words) => {
    const text = pdfPages(await toPdf({ ...release, subtitle })).join('\n');
    expect(text.replace(/\s+/g, ' ')).toContain(words);
  });

  test('a family of four, a flag and a tick with its selector', async () => {
    const text = pdfPages(await toPdf({ ...release, subtitle: 'Qui 👨‍👩‍👧‍👦 🇮🇹 ✔️ fine' })).join('\n');
    expect(text.replace(/\s+/g, ' ')).toMatch(/Qui .*fine/);
    expect(text).not.toContain('[U+');
  });
});

test('what no document can show is known before', () => {
  const fonts = { text: ['Titillium Web', 'Amiri'], pictures: [], scripts: [] };
  expect(glyphlessIn('Già «così» – 200 € عربي', fonts)).toEqual([]);
  expect(glyphlessIn('😀 中文 বই 𓀀 ᚠ', fonts)).toEqual(['𓀀', 'ᚠ']);
  // A mark is told with the blank that it stands on; the blank is not missing.
  expect(glyphlessIn('ย \u0e34 น', fonts).sort()).toEqual(['ย', 'น', '\u0e34'].sort());
});
