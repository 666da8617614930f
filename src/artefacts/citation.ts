import { escapeBibtex } from '../lib/escape.ts';
import { noteFileBase } from './file-names.ts';
import { fill, type PublishedNote } from '../documents/published-note.ts';

type Cited = Pick<
  PublishedNote,
  'id' | 'lang' | 'title' | 'city' | 'edition' | 'date' | 'url' | 'publisher' | 'labels'
>;

const sourceOf = ({ labels, edition, city, date }: Cited): string =>
  fill(labels.source, { edition: edition.name, city: city.name, date: date.text });

/** The note cited in one line: publisher, title, kind and date, address. */
export const citation = (release: Cited): string =>
  fill(release.labels.citation, {
    publisher: release.publisher,
    title: fill(release.labels.quoted, { words: release.title }),
    source: sourceOf(release),
    url: release.url,
  });

/** The note as a BibTeX entry (`@online` of BibLaTeX, which BibTeX styles read as `@misc`). */
export const bibtex = (release: Cited): string => {
  const fields = {
    // BibLaTeX knows who puts a page online apart from who wrote it.
    organization: `{${escapeBibtex(release.publisher)}}`,
    title: `{${escapeBibtex(release.title)}}`,
    year: release.date.iso.slice(0, 4),
    date: release.date.iso,
    note: escapeBibtex(sourceOf(release)),
    url: release.url.replace(/[{}\\]/g, encodeURIComponent),
    langid: escapeBibtex(release.lang.code),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(12)} = {${value}},`);
  return `@online{${noteFileBase(release)}-${release.lang.code},\n${lines.join('\n')}\n}\n`;
};
