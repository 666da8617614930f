import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ownStyles } from '../../src/integrations/policy/own-styles.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (styles: readonly string[], body: string, allowed = styles): string =>
  [
    `<meta http-equiv="content-security-policy" content="style-src 'self' ${allowed.map(hash).join(' ')};">`,
    ...styles.map((css) => `<style>${css}</style>`),
    body,
  ].join('');

/** The page and the sheets for print that come of it. */
const slim = (html: string, scripts: string[] = []): { html: string; css: string; print: string[] } => {
  const print: string[] = [];
  const own = ownStyles((css) => `/print.${print.push(css)}.css`)(html, scripts);
  return { html: own, css: /<style>([\s\S]*?)<\/style>/.exec(own)?.[1] ?? '', print };
};

describe('a page has the rules that something on it can meet', () => {
  test.each([
    ['a class of an element', '<p class="a">', [], '.a{color:red}'],
    ['a class that a script gives', '<p>', ["p.classList.add('a')"], '.a{color:red}'],
    ['no class that nothing names', '<p class="ab">', [], ''],
  ])('%s', (_name, body, scripts, expected) => {
    expect(slim(page(['.a{color:red}'], body), scripts).css).toBe(expected);
  });

  test.each(["'leaflet-' + name + '-pane'", '`leaflet-${name}-pane`'])(
    'and whose name %s puts together',
    (script) => {
      const rules = '.leaflet-tile-pane{z-index:200}.leaf{color:red}';
      expect(slim(page([rules], '<p>'), [script]).css).toBe('.leaflet-tile-pane{z-index:200}');
    },
  );

  test('and no declaration goes whose name is that of a class which is not there', () => {
    const rules =
      '.columns{color:red}.list{columns:3 18rem}.list{animation:1s turn}@keyframes turn{to{color:red}}.turn{top:0}';
    const { css } = slim(page([rules], '<ul class="list">'));
    expect(css).toContain('columns:3 18rem');
    expect(css).toMatch(/animation:[^}]*turn/);
    expect(css).toContain('@keyframes turn');
  });

  test('and none is lost by what it is not', () => {
    const rules = 'p:not(.a){color:red}[data-state=x]{color:red}a:hover{color:red}';
    const { css } = slim(page([rules], '<p>'));
    for (const rule of ['p:not(.a)', '[data-state=x]', 'a:hover']) expect(css).toContain(rule);
  });
});

test('the policy allows the one style element that is left, and none that it did not allow before', () => {
  const { html, css } = slim(
    page(['a{color:red}', 'b{color:#00f}'], '<style>i{color:red}</style>', ['a{color:red}', 'b{color:#00f}']),
  );
  expect(css).toBe('a{color:red}b{color:#00f}');
  expect(html).toContain(`style-src 'self' ${hash(css)};`);
  expect(html).toContain('<style>i{color:red}</style>');
  expect(html).not.toContain(hash('i{color:red}'));
});

test('what is for print stands in a file, in its layer', () => {
  const { html, css, print } = slim(
    page(['@layer x{a{color:red}@media print{a{color:#000}}}'], '<a href="/">x</a>'),
  );
  expect(css).toBe('@layer x{a{color:red}}');
  expect(print).toEqual(['@layer x{@media print{a{color:#000}}}']);
  expect(html).toContain('<link rel="stylesheet" href="/print.1.css" media="print">');
});

describe('custom properties', () => {
  test('have short names, the same on the screen and in print', () => {
    const { css, print } = slim(
      page(
        [
          ':root{--ink:red;--idle:red;--of-paper:red}a{color:var(--ink)}@media print{a{color:var(--of-paper)}}',
        ],
        '<a href="/">x</a>',
      ),
    );
    expect(css).toBe(':root{--0:red;--2:red}a{color:var(--0)}');
    expect(print).toEqual(['@media print{a{color:var(--2)}}']);
  });

  test('keep the name by which a script reads them, and classes keep theirs', () => {
    const rules = ':root{--ink:red}.button--ink{color:var(--ink)}';
    expect(slim(page([rules], '<b class="button--ink">'), ["style.getPropertyValue('--ink')"]).css).toBe(
      rules,
    );
  });
});

test('pages of one kind share their sheet for print', () => {
  const sheets = new Set<string>();
  const own = ownStyles((css) => {
    sheets.add(css);
    return '/print.css';
  });
  const css = '.a{color:red}.b{color:red}@media print{.a{color:#000}}';
  own(page([css], '<p class="a">'), []);
  own(page([css], '<p class="b">'), []);
  expect(sheets.size).toBe(1);
});
