import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { forbiddenHtml } from './allowed-html.ts';
import { pages } from './built-site.ts';

test('no page has an element or attribute that could run or fetch what is not ours', () => {
  expect(pages.length).toBeGreaterThan(200);
  expect(pages.flatMap(({ path, $ }) => forbiddenHtml($).map((found) => `${path}: ${found}`))).toEqual([]);
});

describe('the list finds', () => {
  test.each([
    ['<p onclick="x()">', '<p onclick="x()">'],
    ['<img src=x OnError=x()>', '<img onerror="x()">'],
    ['<a href="javascript:x()">', '<a href="javascript:x()">'],
    ['<a href=" &#1;JaVaScRiPt:x()">', '<a href=" \u0001JaVaScRiPt:x()">'],
    ['<svg><a xlink:href="javascript:x()">', '<a xlink:href="javascript:x()">'],
    ['<meta http-equiv=refresh content="0;url=//a.example">', '<meta http-equiv=refresh>'],
    ['<iframe src="https://a.example">', '<iframe>'],
    ['<base href="//a.example">', '<base>'],
    ['<div class=prose><script>1</script></div>', '<script> in a text'],
    ['<div class=prose><p style="color:red">a</p></div>', '<p style> in a text'],
    ['<div class=prose><video></video></div>', '<video> in a text'],
    ['<div class=prose><p class=a lang=it>a <strong>b</strong></p></div>', ''],
  ])('%s', (html, found) => {
    const all = forbiddenHtml(load(html));
    if (found === '') expect(all).toEqual([]);
    else expect(all).toContain(found);
  });
});
