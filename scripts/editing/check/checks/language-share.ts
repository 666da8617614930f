import { siteConfig } from '../../../../src/site.config.ts';
import { surveyTranslations, type TranslationStatus } from '../../translations/survey.ts';
import { textAt } from '../../content/values.ts';
import type { Content } from '../../content/read.ts';
import { surveyUi } from '../../content/ui-survey.ts';
import type { Check } from '../context.ts';

/** A language that is being translated, and how far it is. */
export interface LanguageShare {
  language: string;
  isPublic: boolean;
  /** Whether its entry says so; one that says nothing is public, and nobody has looked. */
  isDeclared: boolean;
  /** The share of the texts that are translated, from 0 to 1. */
  texts: number;
  /** The share of the interface's strings that are there and are no Italian ones. */
  ui: number;
}

/** How far each language but the first is. */
export const languageShares = (content: Content): LanguageShare[] => {
  const byLanguage = Map.groupBy(surveyTranslations(content), ({ language }) => language);
  return surveyUi(content).map(({ language, total, missing, italian }) => {
    const texts = byLanguage.get(language) ?? [];
    const there = texts.filter(({ state }: TranslationStatus) => state !== 'missing');
    const isPublic = textAt(content.languageFiles.get(language)?.value, ['public']);
    return {
      language,
      isPublic: isPublic !== 'no',
      isDeclared: isPublic === 'yes',
      texts: texts.length === 0 ? 1 : there.length / texts.length,
      ui: total === 0 ? 1 : (total - missing - italian) / total,
    };
  });
};

const percent = (share: number): string => `${Math.floor(share * 100)}%`;

/** Languages in preparation in words for an editor; nothing when there are none. */
export const languagesInPreparation = (content: Content): string | undefined => {
  const waiting = languageShares(content).filter(({ isPublic }) => !isPublic);
  return waiting.length === 0
    ? undefined
    : [
        'Lingue in preparazione, che chi legge non vede:',
        ...waiting.map(
          ({ language, texts, ui }) =>
            `  ${language}: ${percent(texts)} dei testi, ${percent(ui)} delle parole dell’interfaccia${
              texts >= siteConfig.leastTranslated && ui >= 0.98
                ? ': pronta, per pubblicarla scrivi `public: yes`'
                : ''
            }`,
        ),
      ].join('\n');
};

/** Languages that are declared public and have too few of the site's texts: whoever chooses one goes from one Italian text to the next. */
export const checkLanguageShare: Check = (content) =>
  languageShares(content)
    .filter(({ isDeclared, texts }) => isDeclared && texts < siteConfig.leastTranslated)
    .map(({ language, texts }) => ({
      level: 'warning',
      file: `languages/${language}.yaml`,
      ...(content.languageFiles.get(language)?.positionOf(['public']) ?? { line: 1, column: 1 }),
      code: 'language-not-ready',
      what: `La lingua "${language}" è pubblica e ha il ${percent(texts)} dei testi: chi gestisce il sito ne vuole almeno il ${percent(siteConfig.leastTranslated)}.`,
      why: 'Chi la sceglie va da un testo italiano all’altro.',
      fix: 'public: no',
    }));
