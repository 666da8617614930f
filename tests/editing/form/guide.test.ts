import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { guidePage } from '../../../scripts/editing/form/guide.ts';

const main = (markdown: string) => load(guidePage(markdown, 'Prova'))('main');

test.each([
  '<script>alert(1)</script>',
  'Parole <img src=x onerror=alert(1)> e parole',
  '<iframe src="https://a.example"></iframe>',
  '<svg onload=alert(1)>',
  '[qui](javascript:alert(1))',
  '[qui](JaVaScRiPt:alert(1))',
  '[qui](data:text/html,x)',
  '![x](https://a.example/x.png)',
  '![x](" onerror="alert(1))',
  '<meta http-equiv="refresh" content="0;url=https://a.example">',
])('%s is shown as it is written, and does nothing', (markdown) => {
  const html = main(markdown);
  expect(html.find('script, img, iframe, svg, meta, a').toArray()).toEqual([]);
  expect(html.text()).toContain(/[a-z]+/i.exec(markdown.replace(/^!?\[|<\w+/g, ''))?.[0] ?? '');
});

test('the links and pictures of the guide are all there', () => {
  const html = main(readFileSync(join(import.meta.dirname, '../../../content/README.md'), 'utf8'));
  expect(html.find('a[href="errori/"]').length).toBe(1);
  expect(html.find('a[href="#tradurre"]').length).toBeGreaterThan(0);
  expect(html.find('img[src^="README/"][alt]').length).toBeGreaterThan(4);
});

test('a link to another site brings no address of this one along, one inside stays as it is', () => {
  const html = main('[fuori](https://example.org/) e [dentro](#tradurre)');
  expect(
    html
      .find('a')
      .toArray()
      .map((link) => [link.attribs['href'], link.attribs['rel']]),
  ).toEqual([
    ['https://example.org/', 'external noreferrer'],
    ['#tradurre', undefined],
  ]);
});
