import { resolve } from 'node:path';

/**
 * Hides the machine's fonts from whatever in this process asks for fonts, the compiler and sharp: the same data give the same
 * bytes on every machine.
 */
export const hideMachineFonts = (): void => {
  // From the project's folder and not from this file, which is somewhere else once it is bundled.
  process.env['FONTCONFIG_FILE'] = resolve('src/artefacts/typst/fonts.conf');
};
