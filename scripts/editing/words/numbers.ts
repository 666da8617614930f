// 3000, 3.000, 3 000 (with any blank), 3’000, and 1,00,000 as it is grouped in Bangladesh; in whatever digits.
const WRITTEN =
  /(?<!\p{Nd})(?:\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3}|\p{Nd}{1,3}(?:[.,'’٬٫\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))+|\p{Nd}+)(?:[.,٫]\p{Nd}+)?/gu;

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** What a digit of any script counts: each script has its ten in a row, from nought. */
const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  let nought = code;
  while (isDigit(nought - 1)) nought -= 1;
  return (code - nought) % 10;
};

const westernDigits = (text: string): string =>
  text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));

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
