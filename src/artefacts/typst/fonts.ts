import { packageFile } from '../../lib/package-files.ts';

/** The styles that a template may ask for: what is emphasised in a family without slanted letters stands upright. */
const STYLES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The packages that fonts come from, one a family: `@expo-google-fonts/noto-sans` for "Noto Sans". */
const fileOf = (family: string, style: string): string =>
  `@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}/${style}/${family.replaceAll(' ', '')}_${style}.ttf`;

const found = (path: string): string[] => {
  try {
    return [packageFile(path)];
  } catch {
    return [];
  }
};

/**
 * The files of a family, as absolute paths.
 * @param family its name: "Noto Sans Bengali"
 * @param styles those that are loaded, where not all are
 * @throws Error when the project has no package with this family
 */
export const fontFiles = (family: string, styles: readonly string[] = STYLES): string[] => {
  const files = styles.flatMap((style) => found(fileOf(family, style)));
  if (files.length === 0) throw new Error(`Manca il carattere "${family}": ${packageOf(family)}.`);
  return files;
};

/** What installs a family. */
const packageOf = (family: string): string =>
  `npm install --save-dev --save-exact ${fileOf(family, '').split('/').slice(0, 2).join('/')}`;
