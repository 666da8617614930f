import type { ContentFile } from '../../content/files.ts';
import { textAt } from '../../content/values.ts';
import { parseYaml, type Position } from '../../content/yaml-source.ts';
import type { Check, CheckContext } from '../context.ts';
import { nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';
import { lineOf, shortened } from '../source-lines.ts';

/** Every language has every interface string, with the same `{parts}` and the plural forms that it needs. */
export const checkUiStrings: Check = (context) => {
  const [source, ...others] = context.languages as [string, ...string[]];
  const italian = readStrings(context.byPath.get(`ui/${source}.json`));
  return [
    ...stringsOf(source, context, italian),
    ...others.flatMap((language) => stringsOf(language, context, italian)),
  ];
};

type Strings = Record<string, unknown>;
type Explanation = Pick<Problem, 'code' | 'what' | 'why' | 'fix'>;

interface StringsFile {
  file: ContentFile;
  strings: Strings;
  positionOf: (path: readonly PropertyKey[]) => Position;
}

const readStrings = (file: ContentFile | undefined): StringsFile | undefined => {
  if (file?.text === undefined) return undefined;
  try {
    const strings = JSON.parse(file.text) as unknown;
    if (typeof strings !== 'object' || strings === null || Array.isArray(strings)) return undefined;
    // JSON is YAML, and the reader of YAML knows where everything stands.
    return { file, strings: strings as Strings, positionOf: parseYaml(file.text).positionOf };
  } catch {
    return undefined;
  }
};

const stringsOf = (language: string, context: CheckContext, italian: StringsFile | undefined): Problem[] => {
  const path = `ui/${language}.json`;
  const file = context.byPath.get(path);
  const start = { file: path, line: 1, column: 1 };
  if (!file) {
    return [
      {
        ...start,
        code: 'ui-file-missing',
        what: `Mancano le parole dell’interfaccia nella lingua "${language}".`,
        why: 'Menu, pulsanti e avvisi non avrebbero parole: il sito si ferma.',
        fix: `Copia content/ui/${context.languages[0]}.json in content/${path} e traduci i testi.`,
      },
    ];
  }
  // A file that is no text is told of with the encoding.
  if (file.text === undefined) return [];
  const own = readStrings(file);
  if (!own) return [{ ...start, ...brokenJson(file) }];
  const keys = Object.keys(italian?.strings ?? own.strings);
  const locale = localeOf(language, context);
  const missing = keys.filter((key) => !Object.hasOwn(own.strings, key));
  const surplus = Object.keys(own.strings).filter((key) => !keys.includes(key));
  const renamed = new Map(surplus.map((key) => [key, nearest(key, missing)]));
  const told = new Set(renamed.values());
  return [
    ...missing
      .filter((key) => !told.has(key))
      .map((key) => ({
        ...start,
        code: 'ui-missing',
        what: `Manca la parola dell’interfaccia "${key}".`,
        why: 'Chi legge in questa lingua vedrebbe parole italiane: il sito si ferma.',
        fix: `"${key}": "…", (in italiano: ${shortened(inWords(italian?.strings[key]))})`,
      })),
    ...surplus.map((key) => ({
      file: path,
      ...own.positionOf([key]),
      code: 'ui-unknown',
      what: `La parola dell’interfaccia "${key}" non esiste in italiano.`,
      why: 'Il sito non la userebbe mai.',
      fix: renamed.get(key) === undefined ? 'Togli la riga.' : `"${renamed.get(key)}": …`,
    })),
    ...Object.entries(own.strings).flatMap(([key, value]) =>
      keys.includes(key)
        ? faulty(key, value, italian?.strings[key], locale).map((problem) => ({
            file: path,
            ...own.positionOf([key]),
            ...problem,
          }))
        : [],
    ),
  ];
};

const localeOf = (language: string, { languageFiles }: CheckContext): string =>
  textAt(languageFiles.get(language)?.value, ['locale']) ?? language;

const inWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const formsOf = (value: unknown): [string, string][] | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const forms = Object.entries(value);
  return forms.every(([, form]) => typeof form === 'string') ? (forms as [string, string][]) : undefined;
};

const partsOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const faulty = (key: string, value: unknown, italian: unknown, locale: string): Explanation[] => {
  const forms = formsOf(value);
  if (typeof value !== 'string' && !forms) {
    return [
      {
        code: 'ui-kind',
        what: `La parola dell’interfaccia "${key}" non è un testo.`,
        why: 'Il sito non saprebbe che cosa scrivere.',
        fix: `"${key}": "${shortened(typeof italian === 'string' ? italian : 'testo')}",`,
      },
    ];
  }
  const texts = forms?.map(([, form]) => form) ?? [value as string];
  if (texts.some((text) => text.trim() === '')) {
    return [
      {
        code: 'ui-empty',
        what: `La parola dell’interfaccia "${key}" è vuota.`,
        why: 'Un pulsante o un titolo senza parole non dice a nessuno che cosa fa.',
        fix: `"${key}": "…", (in italiano: ${shortened(inWords(italian ?? ''))})`,
      },
    ];
  }
  return [...pluralForms(key, forms, italian, locale), ...differentParts(key, texts, italian)];
};

/** The forms that whole numbers up to a thousand need; "many" of millions is no number that the site shows. */
const neededForms = (locale: string): string[] => {
  const known = formsByLocale.get(locale);
  if (known) return known;
  const rules = new Intl.PluralRules(locale);
  const needed = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
  const forms = [...needed.add('other')].sort();
  formsByLocale.set(locale, forms);
  return forms;
};

const formsByLocale = new Map<string, string[]>();

const pluralForms = (
  key: string,
  forms: [string, string][] | undefined,
  italian: unknown,
  locale: string,
): Explanation[] => {
  const italianForms = formsOf(italian);
  if (forms === undefined) {
    return italianForms
      ? [
          {
            code: 'ui-plural-missing',
            what: `La parola dell’interfaccia "${key}" in italiano cambia con il numero, qui no.`,
            why: 'Si leggerebbe per esempio "1 città hanno".',
            fix: `"${key}": { ${neededForms(locale)
              .map((form) => `"${form}": "…"`)
              .join(', ')} },`,
          },
        ]
      : [];
  }
  const own = forms.map(([form]) => form);
  const missing = neededForms(locale).filter((form) => !own.includes(form));
  const all = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const unknown = own.find((form) => !all.includes(form));
  if (unknown !== undefined) {
    const meant = nearest(unknown, all);
    return [
      {
        code: 'ui-plural-unknown',
        what: `Nella parola dell’interfaccia "${key}" la forma "${unknown}" non esiste.`,
        why: 'Il sito non la userebbe mai.',
        fix: meant === undefined ? `Le forme sono: ${all.join(', ')}.` : `"${meant}": …`,
      },
    ];
  }
  return missing.length > 0
    ? [
        {
          code: 'ui-plural-forms',
          what: `Alla parola dell’interfaccia "${key}" manca ${missing.length === 1 ? 'la forma' : 'mancano le forme'} ${missing.join(', ')}.`.replace(
            'manca mancano',
            'mancano',
          ),
          why: `In questa lingua il nome cambia così con il numero (${examplesOf(missing, locale)}).`,
          fix: `${missing.map((form) => `"${form}": "…"`).join(', ')}`,
        },
      ]
    : [];
};

const examplesOf = (forms: readonly string[], locale: string): string => {
  const rules = new Intl.PluralRules(locale);
  return forms
    .map((form) => {
      const example = Array.from({ length: 1001 }, (_, count) => count).find(
        (count) => rules.select(count) === form,
      );
      return example === undefined ? form : `${form}: per esempio ${example}`;
    })
    .join('; ');
};

const differentParts = (key: string, texts: readonly string[], italian: unknown): Explanation[] => {
  if (italian === undefined) return [];
  const expected = partsOf((formsOf(italian)?.map(([, form]) => form) ?? [inWords(italian)]).join(' '));
  const own = partsOf(texts.join(' '));
  const lost = expected.filter((part) => !own.includes(part));
  const added = own.filter((part) => !expected.includes(part));
  if (lost.length === 0 && added.length === 0) return [];
  return [
    {
      code: 'ui-parts',
      what: `La parola dell’interfaccia "${key}" ${[
        ...(lost.length > 0 ? [`non ha ${lost.join(', ')}`] : []),
        ...(added.length > 0 ? [`ha ${added.join(', ')}, che in italiano non c’è`] : []),
      ].join(' e ')}.`,
      why: 'Fra le graffe il sito mette un nome o un numero: devono essere le stesse dell’italiano, non tradotte.',
      fix: `Usa ${expected.length === 0 ? 'nessuna parte fra graffe' : expected.join(', ')}. In italiano: ${shortened(inWords(italian), 120)}`,
    },
  ];
};

const brokenJson = (file: ContentFile): Explanation & Partial<Position> => {
  const lines = (file.text ?? '').split('\n');
  const why = 'Finché il file è così, il sito non riesce a leggere nessuna delle sue parole.';
  const problem = (line: number, code: string, what: string, fix: string): Explanation & Position => ({
    line,
    column: lineOf(file, line).search(/\S/) + 1 || 1,
    code,
    what,
    why,
    fix,
  });
  for (const [index, text] of lines.entries()) {
    const next = lines.slice(index + 1).find((line) => line.trim() !== '');
    if (/^\s*[“”„]|:\s*[“”„]/.test(text)) {
      return problem(
        index + 1,
        'ui-curly-quotes',
        'Le virgolette sono curve (“…”), come le mette Word.',
        text.replace(/[“”„]/g, '"').trim(),
      );
    }
    if (/"\s*$|\}\s*$/.test(text) && next !== undefined && /^\s*"/.test(next) && /:/.test(text)) {
      return problem(
        index + 1,
        'ui-comma-missing',
        'Alla fine della riga manca la virgola.',
        `${text.trim()},`,
      );
    }
    if (/,\s*$/.test(text) && next !== undefined && /^\s*\}/.test(next)) {
      return problem(
        index + 1,
        'ui-comma-extra',
        'Dopo l’ultima voce c’è una virgola di troppo.',
        text.trim().replace(/,$/, ''),
      );
    }
  }
  return problem(
    errorLine(file.text ?? ''),
    'ui-unreadable',
    'La riga non è scritta nella forma "nome": "testo".',
    '"nome": "testo",',
  );
};

const errorLine = (text: string): number => {
  try {
    JSON.parse(text);
    return 1;
  } catch (error) {
    const message = (error as Error).message;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    return text.slice(0, position).trimEnd().split('\n').length;
  }
};
