import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../lib/content-dir.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { languages } from './languages.ts';

/** A part of a text, with its language where it is not the text's own. */
export interface WordsIn {
  text: string;
  lang?: string;
}

/** Titles and names that other languages leave in this one; the glossary of each language lists its own. */
const namesOf = oncePerBuild((lang: string): readonly string[] => {
  const file = join(contentDir(), 'glossary', `${lang}.yaml`);
  if (!existsSync(file)) return [];
  const glossary = parse(readFileSync(file, 'utf8')) as { names?: string[] } | null;
  return glossary?.names ?? [];
});

const literal = (name: string): string =>
  name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]");

/** Among words that are set apart together, as in "ANCI Liguria", a name is no part of its own: their marks would be parted too. */
const ALONE_BEFORE = '(?<!\\u2066[^\\u2066-\\u2069]+)';
const ALONE_AFTER = '(?![^\\u2066-\\u2069]+\\u2069)';

/** The names of all other languages, the longest first, so that none is cut by one inside it. */
const foreign = oncePerBuild((lang: string) => {
  const names = languages
    .filter(({ code }) => code !== lang)
    .flatMap(({ code }) => namesOf(code).map((name) => ({ code, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const known = new Map(names.map(({ code, name }) => [name.replaceAll('’', "'"), code]));
  return names.length === 0
    ? undefined
    : {
        known,
        pattern: new RegExp(
          `(?<!\\p{L})${ALONE_BEFORE}(${names.map(({ name }) => literal(name)).join('|')})(?!\\p{L})${ALONE_AFTER}`,
          'gu',
        ),
      };
});

/** A text in parts, names of other languages marked: a screen reader pronounces "Festa dell’integrazione" as Italian. */
export const wordsIn = (lang: string, text: string): WordsIn[] => {
  const others = foreign(lang);
  if (!others) return [{ text }];
  return text
    .split(others.pattern)
    .map((part, index): WordsIn => {
      const code = index % 2 === 1 ? others.known.get(part.replaceAll('’', "'")) : undefined;
      return code === undefined ? { text: part } : { text: part, lang: code };
    })
    .filter((part) => part.text !== '');
};
