import { createHash } from 'node:crypto';
import { transform } from 'lightningcss';
import postcss, { type AtRule, type ChildNode, type Container } from 'postcss';

/** The styles of a page, parted by where they are wanted. */
export interface OwnStyles {
  /** What the page shows itself with. */
  screen: string;
  /** What only a printed page needs. */
  print: string;
}

const STYLE = /<style>([\s\S]*?)<\/style>/g;
const NAME = /-{0,2}[A-Za-z_][\w-]*/g;

const namesIn = (text: string): Set<string> => new Set(text.match(NAME));
const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];
const minified = (css: string, unusedSymbols: string[] = []): string =>
  transform({ filename: 'page.css', code: Buffer.from(css), minify: true, unusedSymbols }).code.toString();

/** Takes `@media print` out of a style sheet; what is taken keeps the layers around it. */
const partPrint = (css: string): OwnStyles => {
  const screen = postcss.parse(css);
  const print = postcss.root();
  screen.walkAtRules('media', (rule) => {
    if (rule.params !== 'print') return;
    let taken: ChildNode = rule.clone();
    for (let around = rule.parent; around?.type === 'atrule'; around = around.parent as Container)
      taken = (around as AtRule).clone({ nodes: [taken] });
    print.append(taken);
    rule.remove();
  });
  return { screen: screen.toString(), print: print.toString() };
};

/** Without the classes, ids and custom properties that nothing on the page names. */
const withoutUnused = (css: string, named: ReadonlySet<string>): string => {
  const unused = (names: string[]): string[] => names.filter((name) => !named.has(name));
  let slim = minified(css, unused(found(css, /[.#]([A-Za-z_][\w-]*)/g)));
  // A custom property may be all that names another one.
  for (;;) {
    const read = new Set(found(slim, /var\((--[\w-]+)/g));
    const idle = unused(found(slim, /[{;](--[\w-]+):/g)).filter((name) => !read.has(name));
    if (idle.length === 0) return slim;
    const slimmer = minified(slim, idle);
    if (slimmer === slim) return slim;
    slim = slimmer;
  }
};

const hashOf = (css: string): string => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/**
 * Gives pages their own styles: one element, with the rules that something on the page or in its scripts can meet, and the
 * rules for print in a file. Pages of one kind share both, and the work is done once for them.
 * @param savePrint keeps a style sheet for print; its address
 */
export const ownStyles = (
  savePrint: (css: string) => string,
): ((html: string, scripts: readonly string[]) => string) => {
  const parted = new Map<string, OwnStyles & { names: Set<string> }>();
  const made = new Map<string, string>();
  return (html, scripts) => {
    // Astro has listed its own styles in the policy; anybody else's is left alone, and stays refused.
    const own = [...html.matchAll(STYLE)].filter(([, css = '']) => html.includes(hashOf(css)));
    if (own.length === 0) return html;
    const all = own.map(([, css]) => css).join('\n');
    const kind = parted.get(all) ?? { ...partPrint(all), names: namesIn(all) };
    parted.set(all, kind);
    const rest = own.reduce((left, [element]) => left.replace(element, ''), html);
    const named = new Set([rest, ...scripts].flatMap((text) => [...namesIn(text)]));
    const met = kind.names.intersection(named);
    const key = [all, ...met].join('\n');
    const css = made.get(key) ?? withoutUnused(kind.screen, met);
    made.set(key, css);
    const print =
      kind.print && `<link rel="stylesheet" href="${savePrint(minified(kind.print))}" media="print">`;
    const [first, ...others] = own.map(([element, text = '']) => ({ element, hash: hashOf(text) }));
    if (!first) return html;
    return others
      .reduce((page, { element, hash }) => page.replace(element, '').replace(` ${hash}`, ''), html)
      .replace(first.element, () => `<style>${css}</style>${print}`)
      .replace(first.hash, hashOf(css));
  };
};
