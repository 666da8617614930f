import { glyphlessIn } from '../../../../src/artefacts/typst/worker.ts';
import { isPlain } from '../../../../src/artefacts/typst/extra-fonts.ts';
import { codePointName, oddCharacters } from '../../../../src/lib/odd-characters.ts';
import type { Check } from '../context.ts';

/** Characters that no font of the documents holds: PDF, sheets and pictures tell them by their number. */
export const checkUnprintable: Check = ({ entries }) =>
  entries.flatMap(({ file }) => {
    const { text = '' } = file;
    if (isPlain(text)) return [];
    // What is no character at all is told of by itself.
    const found = new Set(glyphlessIn(text.replace(/\n/g, ' ').replace(oddCharacters(), '')));
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
