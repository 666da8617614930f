import { glyphlessIn } from '../../../../src/artefacts/typst/worker.ts';
import { fontsFor, isPlain } from '../../../../src/artefacts/typst/extra-fonts.ts';
import { codePointName, oddCharacters } from '../../../../src/lib/odd-characters.ts';
import type { Check } from '../context.ts';

/** A text as documents are asked for it. What is no character at all is told of by itself. */
const printed = (text: string): string => text.replace(/\n/g, ' ').replace(oddCharacters(), '');

/**
 * Which texts may have a character that no font holds: their unusual words are tried together, each once, with those of all
 * texts that get the same fonts. To typeset every text by itself takes longer than all else that is checked.
 */
const suspects = (texts: readonly string[]): ((text: string) => boolean) => {
  const missing = new Map(
    [...Map.groupBy(texts, fontsOf)].map(([fonts, together]) => {
      const words = new Set(together.flatMap((text) => text.split(' ').filter((word) => !isPlain(word))));
      return [fonts, glyphlessIn([...words].join(' '))] as const;
    }),
  );
  return (text) => missing.get(fontsOf(text))?.some((character) => text.includes(character)) ?? false;
};

const fontsOf = (text: string): string =>
  fontsFor(text)
    .map(({ family }) => family)
    .join();

/** Characters that no font of the documents holds: PDF, sheets and pictures tell them by their number. */
export const checkUnprintable: Check = ({ entries }) => {
  const unusual = entries.filter(({ file: { text = '' } }) => !isPlain(text));
  const isSuspect = suspects(unusual.map(({ file: { text = '' } }) => printed(text)));
  return unusual.flatMap(({ file }) => {
    const { text = '' } = file;
    if (!isSuspect(printed(text))) return [];
    const found = new Set(glyphlessIn(printed(text)));
    return text.split('\n').flatMap((line, index) =>
      [...line].flatMap((character, place, all) => {
        if (!found.delete(character)) return [];
        const number = codePointName(character);
        return [
          {
            level: 'warning' as const,
            file: file.path,
            line: index + 1,
            column: all.slice(0, place).join('').length + 1,
            code: 'no-glyph',
            what: `Il carattere "${character}" (${number}) non ha un disegno nei documenti.`,
            why: `Nella pagina si vede se chi legge ha il suo carattere; in PDF, schede e immagini al suo posto c’è scritto [${number}].`,
            fix: 'Se si può, scrivilo in un altro modo; altrimenti non serve fare niente.',
          },
        ];
      }),
    );
  });
};
