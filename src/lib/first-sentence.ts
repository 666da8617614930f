/**
 * The first sentence of a text, without the stop at its end.
 * @param lang language of the text
 */
export const firstSentence = (text: string, lang: string): string => {
  const [first] = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text.trim());
  return (first?.segment ?? '').trim().replace(/(?<!\.\p{L}?)[.۔।]$/u, '');
};
