import type { BookView } from '../../queries/book.ts';
import { cached } from '../cache.ts';
import { typesetSheets } from '../typst/engine.ts';
import { bookPdf } from './pdf.ts';

/**
 * The book as sheets of A4 to be printed on both sides (turned on the short edge) and folded to A5. It is for printers: no
 * standard of accessible documents lets one document show the pages of another. The same book gives the same bytes.
 */
export const bookBooklet = (book: BookView): Promise<Uint8Array> =>
  cached('a5.pdf', ['booklet', book], async () => {
    const whole = await bookPdf(book);
    const pages =
      Buffer.from(whole)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (pages === 0) throw new RangeError(`The book "${book.title}" has no pages that can be counted.`);
    const { lang, title, publisher } = book;
    const data = { lang, title, publisher, pages };
    return typesetSheets('booklet', data, { 'book.pdf': whole });
  });
