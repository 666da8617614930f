import { siteConfig } from '../../../src/site.config.ts';
import { BuildStopped, type BuildStep } from './step.ts';

const names = {
  publisher: 'chi pubblica',
  dataController: 'il titolare del trattamento dei dati',
  contact: 'il contatto',
  accessibility: 'il responsabile dell’accessibilità',
} as const satisfies Record<keyof typeof siteConfig.responsible, string>;

/**
 * Who must still be named before the site may go out.
 * @param responsible those who answer for the site, `null` where that is not decided
 */
export const missingResponsibles = (
  responsible: Readonly<Record<keyof typeof names, unknown>> = siteConfig.responsible,
): string[] =>
  (Object.keys(names) as (keyof typeof names)[])
    .filter((role) => responsible[role] === null)
    .map((role) => names[role]);

/** With `SITE_PUBLISHER_REQUIRED=1` nothing is built while nobody answers for the site. */
export const responsiblesNamed: BuildStep = {
  name: 'responsabili',
  run: () => {
    const missing = process.env['SITE_PUBLISHER_REQUIRED'] === '1' ? missingResponsibles() : [];
    if (missing.length > 0) {
      throw new BuildStopped(
        `SITE_PUBLISHER_REQUIRED=1: manca chi risponde del sito (${missing.join(', ')}). Si scrive in src/site.config.ts, sotto "responsible".`,
      );
    }
  },
};
