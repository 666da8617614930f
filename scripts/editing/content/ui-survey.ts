import type { Content } from './read.ts';

/** How many of the interface's strings a language has. */
export interface UiSurvey {
  language: string;
  total: number;
  /** Strings that are not there. */
  missing: number;
  /** Strings that are the Italian ones still: nobody has translated them. */
  italian: number;
}

const stringsOf = (content: Content, language: string): Record<string, unknown> => {
  try {
    return JSON.parse(content.byPath.get(`ui/${language}.json`)?.text ?? '{}') as Record<string, unknown>;
  } catch {
    // Told of by the check.
    return {};
  }
};

const isSeveralWords = (value: unknown): boolean =>
  typeof value === 'string'
    ? /\p{L}{2,}[^{}]*\s[^{}]*\p{L}{2,}/u.test(value.replaceAll(/\{\w+\}/g, ''))
    : Object.values(value as object).some(isSeveralWords);

/** A string, or its plural forms, of which languages have others. */
const formsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [value];

/** As much of a language may be in Italian by mistake before its single words are Italian too: "Video" is, and is not. */
const BY_MISTAKE = 0.02;

/** The interface's strings in every language but the first. */
export const surveyUi = (content: Content): UiSurvey[] => {
  const [source = 'it', ...others] = content.languages;
  const italian = Object.entries(stringsOf(content, source));
  return others.map((language) => {
    const own = stringsOf(content, language);
    const same = italian.filter(
      ([key, value]) =>
        Object.hasOwn(own, key) && formsOf(own[key]).every((form) => formsOf(value).includes(form)),
    );
    const sentences = same.filter(([, value]) => isSeveralWords(value));
    return {
      language,
      total: italian.length,
      missing: italian.filter(([key]) => !Object.hasOwn(own, key)).length,
      italian: (sentences.length > italian.length * BY_MISTAKE ? same : sentences).length,
    };
  });
};

/** The same in a line for each language. */
export const uiInWords = (surveys: readonly UiSurvey[]): string[] =>
  surveys.map(({ language, total, missing, italian }) => {
    const left = [
      ...(missing > 0 ? [missing === 1 ? 'una manca' : `${missing} mancano`] : []),
      ...(italian > 0
        ? [italian === 1 ? 'una è ancora in italiano' : `${italian} sono ancora in italiano`]
        : []),
    ].join(', ');
    return `Parole dell’interfaccia, ${language}: ${total - missing - italian} di ${total}${left ? ` (${left})` : ''}.`;
  });
