/** A sentence: where it begins and ends in a text, in UTF-16 units. */
interface Span {
  start: number;
  end: number;
}

/** Where each sentence of a text stands, without the blanks around it. What has no letter or number is left out. */
export const sentencesOf = (text: string, lang: string): Span[] => {
  const pieces =
    'Segmenter' in Intl
      ? [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(
          ({ index, segment }) => ({
            start: index,
            segment,
          }),
        )
      : [...text.matchAll(/[^.!?؟…]+[.!?؟…]*/gu)].map((match) => ({ start: match.index, segment: match[0] }));
  return pieces.flatMap(({ start, segment }) => {
    if (!/[\p{L}\p{N}]/u.test(segment)) return [];
    const first = start + segment.length - segment.trimStart().length;
    return [{ start: first, end: first + segment.trim().length }];
  });
};
