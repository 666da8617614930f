import { expect, test } from 'vitest';
import { unusedStrings } from '../../../scripts/building/unused/strings.ts';

const code =
  't(\'nav.home\'); t(`region.${city.region}`); t(`video.${kind}-of`); const a = { b: "nav.map" };';

test.each([
  ['stands in the code', 'nav.home', []],
  ['stands in double quotes', 'nav.map', []],
  ['is composed', 'region.lazio', []],
  ['is composed in the middle', 'video.clip-of', []],
  ['is the beginning of one in the code', 'nav', ['nav']],
  ['goes on after one in the code', 'nav.home.title', ['nav.home.title']],
  ['has a word more than the composed ones', 'region.lazio.name', ['region.lazio.name']],
  ['stands nowhere', 'footer.legal', ['footer.legal']],
])('a key that %s', (_what, key, unused) => {
  expect(unusedStrings([key], code, ['region.*', 'video.*-of']).unused).toEqual(unused);
});

test('a composed key that the code no longer composes is reported', () => {
  expect(unusedStrings([], code, ['region.*', 'figure.*', 'video.*-of']).notComposed).toEqual(['figure.*']);
});
