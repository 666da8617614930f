import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type italian from '../../content/ui/it.json';
import { contentDir } from '../lib/content-dir.ts';
import { fill } from '../lib/fill.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { formatNumber, pluralCategory } from './format.ts';
import { languageOf, languages, sourceLanguage } from './languages.ts';

/** A plain string, or one form for each plural category. Its schema is `src/schemas/ui-strings.ts`. */
type UiString = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The name of an interface string. */
export type UiKey = keyof typeof italian;

/** What stands in for the `{name}`s of a string; `count` chooses the plural form. */
export type UiParameters = Record<string, string | number>;

/** Looks an interface string up. */
export type Translate = (key: UiKey, parameters?: UiParameters) => string;

const read = (code: string): Record<string, UiString> => {
  const file = join(contentDir(), 'ui', `${code}.json`);
  if (!existsSync(file))
    throw new Error(`Mancano le stringhe dell’interfaccia: crea il file content/ui/${code}.json.`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, UiString>;
};

const strings = oncePerBuild((): Map<string, Record<string, UiString>> => {
  const all = new Map(languages.map(({ code }) => [code, read(code)]));
  const keys = Object.keys(all.get(sourceLanguage.code) ?? {});
  const missing = [...all].flatMap(([code, strings]) =>
    keys.filter((key) => !(key in strings)).map((key) => `content/ui/${code}.json: manca "${key}"`),
  );
  // A reader must never meet Italian words in a page of another language: the build stops instead.
  if (missing.length > 0) throw new Error(`Stringhe dell’interfaccia mancanti:\n${missing.join('\n')}`);
  return all;
});

/** First strong isolate and its end (Unicode Bidirectional Algorithm, UAX #9). */
const [FSI, PDI] = ['\u2068', '\u2069'];

/** A Latin name inside a text that runs from right to left keeps its own order, and its neighbours keep theirs. */
const isolated = (value: string, lang: string): string =>
  languageOf(lang).dir === 'rtl' && /\p{Script=Latin}/u.test(value) ? `${FSI}${value}${PDI}` : value;

const inWords = (value: string | number, lang: string): string =>
  typeof value === 'number' ? formatNumber(lang, value) : isolated(value, lang);

const filled = (template: string, lang: string, parameters: UiParameters): string =>
  fill(
    template,
    Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, inWords(value, lang)])),
  );

/**
 * The interface strings of a language: `t('cities.count', { count: 16 })`.
 * @param lang language code
 * @throws Error when a string or one of its parameters is missing
 */
export const translator = (lang: string): Translate => {
  const own = strings().get(lang);
  if (!own) throw new RangeError(`The site has no language "${lang}".`);
  return (key, parameters = {}) => {
    const string = own[key];
    if (string === undefined) throw new Error(`content/ui/${lang}.json: manca "${key}"`);
    if (typeof string === 'string') return filled(string, lang, parameters);
    const category = pluralCategory(lang, Number(parameters['count']));
    return filled(string[category] ?? string.other, lang, parameters);
  };
};

/**
 * The plural forms of an interface string, for a script that counts in the reader's browser.
 * @throws Error when the language does not have the string
 */
export const pluralForms = (lang: string, key: UiKey): Record<string, string> => {
  const string = strings().get(lang)?.[key];
  if (string === undefined) throw new Error(`content/ui/${lang}.json: manca "${key}"`);
  return typeof string === 'string' ? { other: string } : { ...string };
};
