import { itemsAt } from '../../content/values.ts';
import type { Check } from '../context.ts';
import { shortened } from '../source-lines.ts';

/** A sentence in plain words has fewer. */
const TOO_MANY_WORDS = 15;

/** Sentences of the plain-words version that are too long. */
export const checkEasyLanguage: Check = ({ entries }) =>
  entries.flatMap((entry) =>
    itemsAt(entry.yaml.value, ['easy']).flatMap((item, index) => {
      if (typeof item !== 'string') return [];
      return sentencesIn(item, entry.language)
        .map((sentence) => ({ sentence, words: wordsIn(sentence, entry.language) }))
        .filter(({ words }) => words >= TOO_MANY_WORDS)
        .map(({ sentence, words }) => ({
          file: entry.file.path,
          ...entry.yaml.valuePositionOf(['easy', index]),
          code: 'long-sentence',
          what: `Questa frase ha ${words} parole: ${shortened(sentence)}`,
          why: 'Le parole semplici servono a chi sta imparando la lingua: una frase ne ha meno di 15.',
          fix: 'Dividila in due frasi, ognuna nella sua riga.',
        }));
    }),
  );

const sentencesIn = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  );

/** Languages that write without blanks between words. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'my', 'km', 'lo']);

const wordsIn = (sentence: string, language: string): number =>
  UNSPACED.has(language)
    ? [...new Intl.Segmenter(language, { granularity: 'word' }).segment(sentence)].filter(
        ({ isWordLike }) => isWordLike,
      ).length
    : sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
