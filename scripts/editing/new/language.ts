import type { Content } from '../content/read.ts';
import { glossary } from '../../../src/schemas/glossary.ts';
import { language } from '../../../src/schemas/language.ts';
import { describe, exampleOf, fieldsOf } from '../content/schema-fields.ts';
import { valueAt } from '../content/values.ts';
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
        return region === undefined ? undefined : withLocalSigns(`${language}-${region}`);
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

/** Dates by the calendar of here and the digits of telephone numbers and addresses, which readers meet everywhere. */
const withLocalSigns = (locale: string): string => {
  const { calendar, numberingSystem } = new Intl.DateTimeFormat(locale).resolvedOptions();
  const asked = [
    ...(calendar === 'gregory' ? [] : ['ca-gregory']),
    ...(numberingSystem === 'latn' ? [] : ['nu-latn']),
  ];
  return asked.length === 0 ? locale : `${locale}-u-${asked.join('-')}`;
};

/** The scripts whose letters join, and what theirs, and others that need more than Latin ones, are set in at first. */
const screenOf = (script: string): string[] => {
  const joined = ['Arab', 'Aran', 'Syrc', 'Nkoo', 'Adlm', 'Thaa', 'Mong'].includes(script);
  const tall = !['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor'].includes(script);
  return [
    'screen:',
    '  fonts: ["system-ui"]',
    ...(tall ? ['  leading: 1.8', '  headings: 1.4'] : []),
    ...(joined ? ['  joined: yes'] : []),
  ];
};

/** What a language says only where it must, each with what its schema says of it. */
const choices = (script: string): string[] => {
  const fields = fieldsOf(language);
  const said = (field: string): string => explanation(field, fields.get(field) ?? {});
  const example = (field: string): string => `# ${field}: ${exampleOf(fields.get(field))}`;
  const open = ['numbers', 'translation', 'article', 'people'].flatMap((field) => [
    said(field),
    example(field),
  ]);
  const letters =
    script === 'Latn'
      ? ['screen', 'documents'].flatMap((field) => [said(field), example(field)])
      : [said('screen'), ...screenOf(script), said('documents'), example('documents')];
  return [...open, ...letters, said('search'), example('search')];
};

/** The files that a new language begins with: its own, the interface strings to translate, and its glossary. */
export const newLanguage = (
  { codice = '', nome = '', direzione = '', locale = '', invito = '' }: Answers,
  content: Content,
): { refused: string } | { files: { path: string; text: string }[] } => {
  if (content.languages.includes(codice)) return { refused: `La lingua "${codice}" c’è già.` };
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
  const orders = [...content.languageFiles.values()].map(({ value }) => Number(valueAt(value, ['order'])));
  const entry = {
    order: Math.max(0, ...orders.filter(Number.isInteger)) + 1,
    name: nome,
    dir: direzione,
    locale,
    public: 'no',
    notice: invito,
  };
  const fields = fieldsOf(language);
  const lines = Object.entries(entry).flatMap(([field, value]) => [
    explanation(field, fields.get(field) ?? {}),
    `${field}: ${JSON.stringify(value)}`,
  ]);
  const script = new Intl.Locale(locale).maximize().script ?? 'Latn';
  return {
    files: [
      {
        path: `languages/${codice}.yaml`,
        text: `${[...lines, ...choices(script)].join('\n')}\n`,
      },
      {
        path: `ui/${codice}.json`,
        text: `${JSON.stringify(Object.fromEntries(words.map(([key, value]) => [key, forms(value)])), null, 2)}\n`,
      },
      { path: `glossary/${codice}.yaml`, text: newGlossary() },
      // Words that somebody has translated before stay.
    ].filter(({ path }) => !content.byPath.has(path)),
  };
};

/** A glossary in which everything is still to be said: its terms are those of the Italian one. */
const newGlossary = (): string => {
  const fields = fieldsOf(glossary);
  return `${['inflections', 'avoid', 'names']
    .flatMap((field) => [
      explanation(field, fields.get(field) ?? {}),
      `# ${field}: ${exampleOf(fields.get(field))}`,
    ])
    .join('\n')}\n# Le parole della rete, con i nomi che hanno in glossary/it.yaml.\nterms: {}\n`;
};
