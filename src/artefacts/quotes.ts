import { fragments } from '../lib/addresses.ts';
import { quotesOf, type QuoteWords } from '../documents/note-document/index.ts';
import { speakerLine } from './plain-text.ts';
import { fill, type PublishedNote } from '../documents/published-note.ts';

type Quoting = Pick<PublishedNote, 'labels' | 'edition' | 'city' | 'date'>;

/** The permalink of a quote on the note's page. */
export const quoteUrl = (release: Pick<PublishedNote, 'url'>, id: string): string =>
  `${release.url}#${fragments.quote(id)}`;

/** A quote ready to be pasted, with who said it and where: «Parole» – Maria Rossi, sindaca (nota stampa LgNet2 …). */
export const quoteWithAttribution = (
  release: Quoting,
  quote: Pick<QuoteWords, 'words' | 'speaker' | 'role'>,
): string =>
  fill(release.labels.quoteWithSource, {
    quote: fill(release.labels.quoted, { words: quote.words }),
    speaker: speakerLine(release, quote),
    source: fill(release.labels.source, {
      edition: release.edition.name,
      city: release.city.name,
      date: release.date.text,
    }),
  });

/** All quotes of a note as plain text, each with its permalink; empty when the note has none. */
export const quotesText = (release: PublishedNote): string => {
  const quotes = quotesOf(release.document);
  if (quotes.length === 0) return '';
  return `${[
    `${release.labels.quotes}\n${release.title}`,
    ...quotes.map((quote) => `${quoteWithAttribution(release, quote)}\n${quoteUrl(release, quote.id)}`),
  ].join('\n\n')}\n`;
};
