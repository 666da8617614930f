import type { Content } from './read.ts';

/** How many of the interface's strings a language has. */
export interface UiSurvey {
  language: string;
  total: number;
  /** Strings that are not there. */
  missing: number;
  /** Strings of several words that are the Italian ones still: nobody has translated them. */
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

/** The interface's strings in every language but the first. */
export const surveyUi = (content: Content): UiSurvey[] => {
  const [source = 'it', ...others] = content.languages;
  const italian = Object.entries(stringsOf(content, source));
  return others.map((language) => {
    const own = stringsOf(content, language);
    const isSame = ([key, value]: [string, unknown]): boolean =>
      JSON.stringify(own[key]) === JSON.stringify(value) && isSeveralWords(value);
    return {
      language,
      total: italian.length,
      missing: italian.filter(([key]) => !Object.hasOwn(own, key)).length,
      italian: italian.filter(isSame).length,
    };
  });
};

/** The same in a line for each language. */
export const uiInWords = (surveys: readonly UiSurvey[]): string[] =>
  surveys.map(({ language, total, missing, italian }) => {
    const left = [
      ...(missing > 0 ? [`${missing} mancano`] : []),
      ...(italian > 0 ? [`${italian} sono ancora in italiano`] : []),
    ].join(', ');
    return `Parole dell’interfaccia, ${language}: ${total - missing - italian} di ${total}${left ? ` (${left})` : ''}.`;
  });
