import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The languages that the project's public description lists, up to the end of the list. */
const LIST = /(\n( *)availableLanguages:\n(?:\2 +- .+\n)*?)(\2 +- )(.+\n)(?!\2 +- )/;

/**
 * Adds a language to the project's description for catalogues of public software.
 * @returns whether there is one and it did not have the language
 */
export const listLanguage = (file: string, code: string): boolean => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const longer = text.replace(LIST, `$1$3$4$3${code}\n`);
  if (longer === text || new RegExp(`^ +- ${code}$`, 'm').test(text)) return false;
  writeFileSync(file, longer);
  return true;
};
