// 3000, 3.000, 3 000 (with any blank), 3’000; in whatever digits.
const WRITTEN = /\p{Nd}+(?:[.,'’٬٫\u00a0\u202f ]\p{Nd}{3})*(?:[.,٫]\p{Nd}+)?/gu;

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';

const westernDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) =>
      String([ARABIC, PERSIAN].map((digits) => digits.indexOf(digit)).find((value) => value >= 0) ?? digit),
    );

/** A number in a text. */
export interface WrittenNumber {
  value: number;
  /** Where it starts, and the text behind it. */
  index: number;
  after: string;
}

/** The numbers that a text writes in digits, whatever separates their thousands. */
export const numbersIn = (text: string): WrittenNumber[] =>
  [...text.matchAll(WRITTEN)].map((found) => {
    const written = westernDigits(found[0]);
    const [, whole = '', part = ''] = /^(.*?)(?:[.,٫](\d{1,2}|\d{4,}))?$/.exec(written) ?? [];
    return {
      value: Number(`${whole.replace(/\D/g, '')}${part === '' ? '' : `.${part}`}`),
      index: found.index,
      after: text.slice(found.index + found[0].length),
    };
  });
