import { describe, expect, test } from 'vitest';
import { apartIn, isolated, isolatedTexts, withoutMarks } from '../../src/i18n/bidi.ts';

/** The marks as brackets, to be seen. */
const seen = (text: string): string => text.replace(/[\u2066-\u2068]/g, '[').replace(/\u2069/g, ']');

describe('a text that runs from right to left', () => {
  test.each([
    ['في LgNet2 ثم LGNetEA', 'في [LgNet2] ثم [LGNetEA]'],
    ['مع one stop shop، أي', 'مع [one stop shop]، أي'],
    // The last full stop belongs to the abbreviation, that of a sentence does not.
    ['جمعية A.R.C.S.C. في', 'جمعية [A.R.C.S.C.] في'],
    ['في LgNet2.', 'في [LgNet2].'],
    ['(ASL) و38,4', '([ASL]) و38,4'],
    ['صندوق FAMI 2014-2020', 'صندوق [FAMI 2014-2020]'],
    ['في 2014-2020، وفي 2021–2027', 'في [2014-2020]، وفي [2021–2027]'],
    ['{city} وLgNet2', '{city} و[LgNet2]'],
    ['روما', 'روما'],
  ])('%s', (text, shown) => {
    expect(seen(isolated('ar', text))).toBe(shown);
    expect(isolated('ar', isolated('ar', text))).toBe(isolated('ar', text));
    expect(withoutMarks(isolated('ar', text))).toBe(text);
  });
});

test('a text that runs from left to right stays as it is', () => {
  expect(isolated('it', 'LgNet2, 2014-2020')).toBe('LgNet2, 2014-2020');
  expect(apartIn('fr', 'روما')).toBe('روما');
});

test('records and bodies are set apart as a whole, addresses are not', () => {
  const document = {
    blocks: [{ type: 'link', url: '/a/b', children: [{ type: 'text', value: 'في LgNet2' }] }],
  };
  expect(seen(JSON.stringify(isolatedTexts('ar', document)))).toBe(
    '{"blocks":[{"type":"link","url":"/a/b","children":[{"type":"text","value":"في [LgNet2]"}]}]}',
  );
});
