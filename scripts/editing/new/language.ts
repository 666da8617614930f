import type { Content } from '../content/read.ts';
import { language } from '../../../src/schemas/language.ts';
import { describe, fieldsOf } from '../content/schema-fields.ts';
import { explanation } from './explanation.ts';
import type { Answers, Question } from './kinds.ts';

/** What a new language needs. */
export const languageQuestions: readonly Question[] = [
  {
    option: 'codice',
    ask: 'Il codice della lingua (ISO 639, per esempio uk)?',
    refuse: (answer) =>
      /^[a-z]{2,3}$/.test(answer) ? undefined : 'Due o tre lettere minuscole, per esempio uk.',
  },
  { option: 'nome', ask: 'Come si chiama la lingua in sé stessa (per esempio Українська)?' },
  {
    option: 'direzione',
    ask: 'Da che parte si scrive?',
    choices: () => language.shape.dir.options,
    words: describe(language.shape.dir).options,
    otherwise: (_, { codice = 'it' }) => {
      try {
        // Not in every engine yet, and not in TypeScript's types.
        const locale = new Intl.Locale(codice) as Intl.Locale & { getTextInfo?: () => { direction: string } };
        return locale.getTextInfo?.().direction ?? 'ltr';
      } catch {
        return 'ltr';
      }
    },
  },
  {
    option: 'locale',
    ask: 'La variante per date e numeri (per esempio uk-UA)?',
    otherwise: (_, { codice = '' }) => {
      try {
        const { language, region } = new Intl.Locale(codice).maximize();
        return region === undefined ? undefined : `${language}-${region}`;
      } catch {
        return undefined;
      }
    },
    refuse: (answer) => {
      try {
        return Intl.getCanonicalLocales(answer).length === 1 ? undefined : 'Una sola variante.';
      } catch {
        return 'Non è un codice di lingua e paese, per esempio uk-UA.';
      }
    },
  },
  { option: 'invito', ask: '«Leggi questa pagina in …», scritto nella nuova lingua?' },
];

/** The files that a new language begins with: its line in the list, and the interface strings to translate. */
export const newLanguage = (
  { codice = '', nome = '', direzione = '', locale = '', invito = '' }: Answers,
  content: Content,
): { refused: string } | { files: { path: string; text: string }[] } => {
  if (content.languages.includes(codice)) return { refused: `La lingua "${codice}" c’è già.` };
  const list = content.byPath.get('languages.yaml')?.text ?? '';
  const strings = content.byPath.get(`ui/${content.languages[0]}.json`)?.text;
  if (strings === undefined)
    return { refused: 'Mancano le parole dell’interfaccia in italiano (content/ui/it.json).' };
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  // The new language has its own plural forms, each beginning with the Italian words for many.
  const forms = (value: unknown): unknown =>
    typeof value === 'string'
      ? value
      : Object.fromEntries(
          categories.map((category) => {
            const own = value as Record<string, string>;
            return [category, own[category] ?? own['other']];
          }),
        );
  const words = Object.entries(JSON.parse(strings) as Record<string, unknown>);
  const entry = { code: codice, name: nome, dir: direzione, locale, public: 'no', notice: invito };
  const fields = fieldsOf(language);
  const lines = Object.entries(entry).flatMap(([field, value], index) => [
    `  ${explanation(field, fields.get(field) ?? {})}`,
    `${index === 0 ? '- ' : '  '}${field}: ${JSON.stringify(value)}`,
  ]);
  return {
    files: [
      { path: 'languages.yaml', text: `${list.trimEnd()}\n${lines.join('\n')}\n` },
      {
        path: `ui/${codice}.json`,
        text: `${JSON.stringify(Object.fromEntries(words.map(([key, value]) => [key, forms(value)])), null, 2)}\n`,
      },
    ],
  };
};
