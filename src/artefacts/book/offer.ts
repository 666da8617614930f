import { addresses } from '../../lib/addresses.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { BookView } from '../../queries/book.ts';
import { bookFormats, bookName, type BookFormat } from '../file-names.ts';
import { bookBooklet } from './booklet.ts';
import { bookEpub } from './epub.ts';
import { bookPdf } from './pdf.ts';

/** A book as a page offers it. */
export interface BookOffer {
  title: string;
  lang: string;
  downloads: { format: BookFormat; href: string; bytes: number }[];
}

const makers: Readonly<Record<BookFormat, (book: BookView) => Promise<Uint8Array>>> = {
  pdf: bookPdf,
  booklet: bookBooklet,
  epub: bookEpub,
};

/** A book in one of its forms. The same book gives the same bytes. */
export const bookFile = (book: BookView, format: BookFormat): Promise<Uint8Array> => makers[format](book);

// Several pages of a language offer the same book: it is sized once, as long as it is the same one.
const sized = new WeakMap<BookView, Promise<BookOffer>>();

const offer = async (book: BookView): Promise<BookOffer> => ({
  title: book.title,
  lang: book.lang.code,
  downloads: await Promise.all(
    bookFormats.map(async (format) => ({
      format,
      href: pathIn(book.lang.code, `${addresses.books}${bookName(book.id, book.lang.code, format)}`),
      bytes: (await bookFile(book, format)).length,
    })),
  ),
});

/** The forms of a book with their addresses and sizes. */
export const bookOffer = (book: BookView): Promise<BookOffer> => {
  const known = sized.get(book) ?? offer(book);
  sized.set(book, known);
  return known;
};
