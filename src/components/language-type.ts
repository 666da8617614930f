import { createHash } from 'node:crypto';
import { languages, type Language } from '../i18n/languages.ts';

const GENERIC = new Set(['system-ui', 'serif', 'sans-serif', 'ui-sans-serif', 'ui-serif']);

const family = (name: string): string => (GENERIC.has(name) ? name : `"${name}"`);

const rule = ({ code, screen }: Language): string => {
  if (!screen) return '';
  const { fonts, leading = 1.6, headings = 1.2, joined = 'no' } = screen;
  const declarations = [
    `--font-text:${[...new Set([...fonts, 'sans-serif'])].map(family).join()}`,
    `--leading:${leading}`,
    `--leading-heading:${headings}`,
    `--leading-hero:${Math.max(1.05, headings - 0.05)}`,
    // A letter that is moved away from its neighbour comes apart from it.
    ...(joined === 'yes' ? ['--spacing-hero:0', '--spacing-small:0'] : []),
  ];
  // In no layer: it stands over what the tokens say of all pages.
  // On paper lines stand closer, as those of the other languages (src/styles/tokens.css), and letters are smaller where they
  // take more room than Latin ones: Arabic naskh takes less.
  const roomy = joined === 'no' || fonts.some((name) => !GENERIC.has(name));
  const small = roomy ? ';--size-m:9pt;--size-s:8pt' : '';
  const onPaper = `@media print{[lang=${code}]{--leading:${Math.round(leading * 87.5) / 100}${small}}}`;
  return `[lang=${code}]{${declarations.join(';')}}${onPaper}`;
};

/**
 * The style of a page in languages whose script the site's own letters do not hold; nothing for others.
 * @param codes the languages that the page is written in
 */
export const languageType = (codes: readonly string[]): string =>
  languages
    .filter(({ code }) => codes.includes(code))
    .map(rule)
    .join('');

/** What the page's policy knows a style by. */
export const styleHash = (style: string) =>
  `sha256-${createHash('sha256').update(style).digest('base64')}` as const;
