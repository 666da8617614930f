import { createHash } from 'node:crypto';
import { transform } from 'lightningcss';
import postcss, { type AtRule, type ChildNode } from 'postcss';

/** The styles of a page, parted by where they are wanted. */
export interface OwnStyles {
  /** What the page shows itself with. */
  screen: string;
  /** What only a printed page needs. */
  print: string;
}

const STYLE = /<style>([\s\S]*?)<\/style>/g;
const NAME = /-{0,2}[A-Za-z_][\w-]*/g;
/** A custom property; not the second half of a class such as `button--quiet`. */
const PROPERTY = /(?<![\w-])(--[A-Za-z][\w-]*)/g;

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
    for (let around = rule.parent; around?.type === 'atrule'; around = (around as AtRule).parent)
      taken = (around as AtRule).clone({ nodes: [taken] });
    print.append(taken);
    rule.remove();
  });
  return { screen: screen.toString(), print: print.toString() };
};

/** The screen's rules without the classes, ids and custom properties that nothing on the page names. */
const withoutUnused = ({ screen, print }: OwnStyles, named: ReadonlySet<string>): string => {
  const unused = (names: string[]): string[] => names.filter((name) => !named.has(name));
  // The compiler takes every name that it is told of, a property's too: one that means something else as well stays.
  const elsewhere = new Set(found(screen, /(?<![\w.#-])([A-Za-z_][\w-]*)/g));
  const selected = found(screen, /[.#]([A-Za-z_][\w-]*)/g).filter((name) => !elsewhere.has(name));
  let slim = minified(screen, unused(selected));
  // A custom property may be all that names another one.
  for (;;) {
    const read = new Set(found(slim + print, /var\((--[\w-]+)/g));
    const idle = unused(found(slim, /[{;](--[\w-]+):/g)).filter((name) => !read.has(name));
    if (idle.length === 0) return slim;
    const slimmer = minified(slim, idle);
    if (slimmer === slim) return slim;
    slim = slimmer;
  }
};

/**
 * With short names for custom properties: their long ones, hundreds of times on a page, are for whoever writes them.
 * @param named what stands on the page and in its scripts, which may read a property by its name
 */
const withShortNames = ({ screen, print }: OwnStyles, named: ReadonlySet<string>): OwnStyles => {
  const properties = found(`${screen}${print}`, PROPERTY).filter((name) => !named.has(name));
  const short = new Map(properties.map((name, index) => [name, `--${index.toString(36)}`]));
  const renamed = (css: string): string => css.replace(PROPERTY, (name) => short.get(name) ?? name);
  return { screen: renamed(screen), print: print && minified(renamed(print)) };
};

/** Names that scripts put together from parts, the first of which ends in a hyphen: `'leaflet-' + pane + '-pane'`. */
const composed = (names: ReadonlySet<string>, scripts: readonly string[]): string[] => {
  const beginnings = scripts.flatMap((text) => text.match(/[A-Za-z_][\w-]{2,}-(?=["'`$])/g) ?? []);
  return [...names].filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));
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
  const kinds = new Map<string, OwnStyles & { names: Set<string> }>();
  const made = new Map<string, string>();
  return (html, scripts) => {
    // Astro has listed its own styles in the policy; anybody else's is left alone, and stays refused.
    const own = [...html.matchAll(STYLE)].filter(([, css = '']) => html.includes(hashOf(css)));
    if (own.length === 0) return html;
    const all = own.map(([, css]) => css).join('\n');
    const rest = own.reduce((left, [element]) => left.replace(element, ''), html);
    const named = new Set([rest, ...scripts].flatMap((text) => [...namesIn(text)]));
    const readByName = [...named].filter((name) => name.startsWith('--')).sort();
    const kind = `${readByName.join(' ')}\n${all}`;
    const styles = kinds.get(kind) ?? { ...withShortNames(partPrint(all), named), names: namesIn(all) };
    kinds.set(kind, styles);
    const met = styles.names.intersection(named).union(new Set(composed(styles.names, scripts)));
    const key = [kind, ...met].join('\n');
    const css = made.get(key) ?? withoutUnused(styles, met);
    made.set(key, css);
    const link = styles.print && `<link rel="stylesheet" href="${savePrint(styles.print)}" media="print">`;
    const [first, ...others] = own.map(([element, text = '']) => ({ element, hash: hashOf(text) }));
    if (!first) return html;
    return others
      .reduce((page, { element, hash }) => page.replace(element, '').replace(` ${hash}`, ''), html)
      .replace(first.element, () => `<style>${css}</style>${link}`)
      .replace(first.hash, hashOf(css));
  };
};
