import { glyphlessIn } from '../../../../src/artefacts/typst/worker.ts';
import { fontFiles } from '../../../../src/artefacts/typst/fonts.ts';
import { isPlain } from '../../../../src/artefacts/typst/extra-fonts.ts';
import { codePointName, oddCharacters } from '../../../../src/lib/odd-characters.ts';
import { itemsAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';

/** Characters that no font of the documents holds: PDF, sheets and pictures tell them by their number. */
export const checkUnprintable: Check = ({ files, languageFiles }) => {
  const texts = files.filter(({ path, text }) => text && isText(path) && !isPlain(text, []));
  const fonts = fontsOf(languageFiles);
  // One text of all of them: each character of a script is drawn once, however many files have it.
  const characters = new Set(texts.flatMap(({ text = '' }) => [...text.replace(oddCharacters(), '')]));
  const glyphless = new Set(glyphlessIn([...characters].join(' '), fonts));
  return glyphless.size === 0
    ? []
    : texts.flatMap(({ path, text = '' }) => {
        const found = new Set(glyphless);
        return text.split('\n').flatMap((line, index) =>
          [...line].flatMap((character, place, all) => {
            if (!found.delete(character)) return [];
            const number = codePointName(character);
            return [
              {
                level: 'warning' as const,
                file: path,
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

/** Whether documents and pictures show what a file says: everything but what is told to editors. */
const isText = (path: string): boolean => /\.(?:ya?ml|mdx|json)$/.test(path) && !path.startsWith('README');

const fontsOf = (languageFiles: CheckContext['languageFiles']) => {
  const families = ['fonts', 'pictures'].flatMap((field) =>
    [...languageFiles.values()].flatMap(({ value }) => itemsAt(value, ['documents', field])),
  );
  const text = [...new Set(families.filter((family) => typeof family === 'string'))].filter(isThere);
  return { text, pictures: [], scripts: [] };
};

const isThere = (family: string): boolean => {
  try {
    return fontFiles(family).length > 0;
  } catch {
    // The check of languages tells of it.
    return false;
  }
};
