import { formatNumber } from '../i18n/format.ts';
import { translator } from '../i18n/strings.ts';
import { fragments } from '../lib/addresses.ts';
import type { Figure } from '../schemas/index.ts';

/** A number that a text states, ready to be shown and followed to its sentence. */
export interface FigureView {
  id: string;
  value: number;
  qualifier: Figure['qualifier'];
  /** The number in words: "oltre 1.000". */
  amount: string;
  label: string;
  /** The language of the label. */
  lang: string;
  areas: string[];
  /** Path with the fragment of the sentence, without language prefix. */
  path: string;
}

/**
 * The figures of a text as a reader sees them.
 * @param lang language of the page
 * @param contentLang language of the labels
 * @param figures the figures of a note's or page's front matter
 * @param path path of that note or page
 */
export const figureViews = (
  lang: string,
  contentLang: string,
  figures: Record<string, Figure>,
  path: string,
): FigureView[] => {
  const t = translator(lang);
  return Object.entries(figures).map(([id, figure]) => ({
    id,
    value: figure.value,
    qualifier: figure.qualifier,
    amount: t(`figure.${figure.qualifier}`, { value: formatNumber(lang, figure.value) }),
    label: figure.label,
    lang: contentLang,
    areas: figure.areas,
    path: `${path}#${fragments.figure(id)}`,
  }));
};
