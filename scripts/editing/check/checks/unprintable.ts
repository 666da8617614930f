import { glyphlessIn } from '../../../../src/artefacts/typst/worker.ts';
import { fontFiles } from '../../../../src/artefacts/typst/fonts.ts';
import { isPlain } from '../../../../src/artefacts/typst/extra-fonts.ts';
import { codePointName, oddCharacters } from '../../../../src/lib/odd-characters.ts';
import { itemsAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import type { Problem } from '../problem.ts';

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
        const left = new Set(glyphless);
        return text.split('\n').flatMap((line, index) => {
          const found = [...line].filter((character) => left.delete(character));
          const [first] = found;
          if (first === undefined) return [];
          const column = line.indexOf(first) + 1;
          return [{ file: path, line: index + 1, column, ...told(found) }];
        });
      });
};

/** One warning of a line: a sentence in a script of its own has a dozen of them. */
const told = (characters: readonly string[]): Omit<Problem, 'file' | 'line' | 'column'> => {
  const [first = ''] = characters;
  const shown = characters.slice(0, MOST_SHOWN).map((one) => `"${one}" (${codePointName(one)})`);
  const more = characters.length > MOST_SHOWN ? ` e altri ${characters.length - MOST_SHOWN}` : '';
  const isOne = characters.length === 1;
  return {
    level: 'warning',
    code: 'no-glyph',
    what: isOne
      ? `Il carattere ${shown[0]} non ha un disegno nei documenti.`
      : `I caratteri ${shown.join(', ')}${more} non hanno un disegno nei documenti.`,
    why: isOne
      ? `Nella pagina si vede se chi legge ha il suo carattere; in PDF, schede e immagini al suo posto c’è scritto [${codePointName(first)}].`
      : `Nella pagina si vedono se chi legge ha i loro caratteri; in PDF, schede e immagini al loro posto ci sono i loro numeri, per esempio [${codePointName(first)}].`,
    fix: `Se si può, scrivi${isOne ? 'lo' : 'li'} in un altro modo; altrimenti non serve fare niente.`,
  };
};

const MOST_SHOWN = 5;

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
