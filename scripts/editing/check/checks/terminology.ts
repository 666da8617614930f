import { entriesAt, itemsAt } from '../../content/values.ts';
import type { ContentEntry } from '../../content/read.ts';
import { remembered } from '../../content/remembered.ts';
import { parseYaml } from '../../content/yaml-source.ts';
import { concepts } from '../../../../src/schemas/index.ts';
import { folded } from '../../../../src/lib/folded.ts';
import type { Check } from '../context.ts';

/** A form that texts of a language do not use, and what they say instead. */
interface Avoided {
  form: string;
  instead: string;
}

/**
 * Words that the glossary of a language tells not to use: one thing has one name, and readers who meet two look for two
 * things. The glossary itself, file names and addresses may name them.
 */
export const checkTerminology: Check = ({ byPath, files, languages }) =>
  languages.flatMap((language) => {
    const glossary = byPath.get(`glossary/${language}.yaml`)?.text;
    if (glossary === undefined) return [];
    const avoided = avoidedIn(parseYaml(glossary).value);
    if (avoided.length === 0) return [];
    return files
      .filter(({ path }) => isTextOf(language, languages[0] as string, path))
      .flatMap(({ path, text = '' }) => {
        const said = formsSaid(readable(text, path), JSON.stringify(avoided));
        return said.map(({ words, index, instead }) => ({
          level: 'warning' as const,
          file: path,
          ...positionAt(text, index),
          code: 'glossary-avoided',
          what: `Il testo dice "${words}", che il glossario di questa lingua chiede di non usare.`,
          why: 'Una cosa ha un solo nome in tutto il sito: con due, chi legge crede che siano due cose.',
          fix: `Scrivi invece: ${instead}`,
        }));
      });
  });

/** Where a text says forms to avoid, given as JSON. */
const formsSaid = remembered((text: string, avoided: string) =>
  (JSON.parse(avoided) as Avoided[]).flatMap(({ form, instead }) =>
    [...text.matchAll(pattern(form))].map(({ 0: said, index }) => ({
      words: said.replace(/\s+/g, ' '),
      index,
      instead,
    })),
  ),
);

const avoidedIn = (glossary: unknown): Avoided[] => [
  ...entriesAt(glossary, ['avoid']).map(([form, instead]) => ({ form, instead: String(instead) })),
  ...entriesAt(glossary, ['terms']).flatMap(([name]) => {
    const instead = entriesAt(glossary, ['terms', name]).find(([key]) => key === 'term')?.[1];
    return itemsAt(glossary, ['terms', name, 'avoid']).map((form) => ({
      form: String(form),
      instead: String(instead),
    }));
  }),
];

/** Whether a file holds texts of a language: its own strings, records and bodies. Press notes in Italian are as issued. */
const isTextOf = (language: string, source: string, path: string): boolean =>
  path === `ui/${language}.json` ||
  path.endsWith(`/${language}.mdx`) ||
  path.endsWith(`.${language}.yaml`) ||
  path.endsWith(`/${language}.vtt`)
    ? language !== source || !path.startsWith('press-notes/')
    : language === source && path.endsWith('.yaml') && isRecord(path);

const isRecord = (path: string): boolean =>
  path.includes('/') && !path.startsWith('glossary/') && !/\.[a-z]{2,3}\.yaml$/.test(path);

/** The text without what nobody reads, each sign in its place: addresses, keys, and the names that bodies call things by. */
const readable = (text: string, path: string): string => bare(text, path.endsWith('.json') ? 'json' : 'yaml');

const bare = remembered((text: string, format: string): string => {
  const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
  const words = text.replace(/https?:\/\/[^\s"')]+|(?<=\]\()\/[^\s)]*|(?<=<[A-Z][^<>]*\s)id="[^"]*"/g, blank);
  return format === 'json'
    ? words.replace(/^\s*"[^"]+":/gm, blank)
    : words.replace(/^\s*#.*$|^\s*[\w-]+:/gm, blank);
});

/** Terms that a translation must keep in the glossary's words: where the Italian names the thing, the translation does. */
export const checkTermsKept: Check = ({ byPath, entries, languages, record }) => {
  const [source, ...others] = languages as [string, ...string[]];
  const italian = termsIn(byPath.get(`glossary/${source}.yaml`)?.text);
  // All translations are made from the same Italian: its terms are looked for once.
  const named = new Map<ContentEntry, ReadonlySet<string>>();
  const namedIn = (entry: ContentEntry): ReadonlySet<string> => {
    const before = named.get(entry);
    if (before) return before;
    const texts = concepts[entry.concept].texts.safeParse(entry.yaml.value);
    const said = stemmed(`${JSON.stringify(texts.data ?? {})} ${entry.body?.text ?? ''}`);
    const names = [...italian].flatMap(([name, { lead }]) =>
      // A term of one word is a word like others, which a good translation may say in other ways.
      lead.includes(' ') && says(said, lead, 1) ? [name] : [],
    );
    const found = new Set(names);
    named.set(entry, found);
    return found;
  };
  return others.flatMap((language) => {
    const own = termsIn(byPath.get(`glossary/${language}.yaml`)?.text);
    return entries
      .filter((entry) => entry.language === language && !entry.isRecord)
      .flatMap(({ concept, id, file }) => {
        const original = record(concept, id);
        if (!original || !file.text) return [];
        const said = namedIn(original);
        if (said.size === 0) return [];
        const kept = stemmed(readable(file.text, file.path));
        return [...own].flatMap(([name, { term, lead, forms }]) => {
          const asked = italian.get(name);
          if (!asked || !said.has(name)) return [];
          if ([lead, asked.lead, ...forms].some((form) => says(kept, form))) return [];
          return [
            {
              level: 'warning' as const,
              file: file.path,
              line: 1,
              column: 1,
              code: 'glossary-left',
              what: `Il testo italiano dice "${asked.lead}", la traduzione non usa il termine del glossario.`,
              why: 'Chi cerca o confronta due pagine deve trovare sempre lo stesso nome per la stessa cosa.',
              fix: `Il termine del glossario di questa lingua è: ${term}`,
            },
          ];
        });
      });
  });
};

interface OwnTerm {
  term: string;
  /** Without what is explained in brackets. */
  lead: string;
  /** Its other forms that texts may use. */
  forms: readonly string[];
}

const termsIn = (glossary: string | undefined): Map<string, OwnTerm> => {
  const value = glossary === undefined ? undefined : parseYaml(glossary).value;
  return new Map(
    entriesAt(value, ['terms']).map(([name]) => {
      const term = String(entriesAt(value, ['terms', name]).find(([key]) => key === 'term')?.[1]);
      const forms = itemsAt(value, ['terms', name, 'forms']).map(String);
      return [name, { term, forms, lead: term.replace(/\s*\([^)]*\)/g, '') }];
    }),
  );
};

/** What stays of a word in its other numbers, genders and cases. */
const stem = (word: string): string => {
  const bare = folded(word).replace(/^(?:[وف]?[بلك]?ال|لل)(?=..)/, '');
  return bare.slice(0, Math.max(3, bare.length - 3));
};

const stemmed = remembered((text: string): string[] =>
  text.split(/[^\p{L}\p{M}]+/u).map((word) => folded(word).replace(/^(?:[وف]?[بلك]?ال|لل)(?=..)/, '')),
);

/** Whether the words of a term occur together, whatever their endings; others may stand between them. */
const says = (words: readonly string[], term: string, between = 4): boolean => {
  const stems = term
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length > 2)
    .map(stem);
  return words.some((_, index) => {
    const near = words.slice(index, index + stems.length + between);
    return stems.every((part) =>
      near.some((word) => word.startsWith(part) || (/^[وفبلك]/.test(word) && word.startsWith(part, 1))),
    );
  });
};

/** A form as a whole word or the beginning of one, whatever blanks and apostrophes it is written with. */
const pattern = remembered((form: string): RegExp => {
  const words = form
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"));
  // In Arabic the article and "and", "for", "by" are written onto a word.
  const start = /^\p{Script=Arabic}/u.test(form) ? '(?<!\\p{L})(?:[وف]?[بلك]?(?:ال)?)?' : '(?<!\\p{L})';
  const end = form.endsWith('…') ? '' : '(?!\\p{L})';
  return new RegExp(`${start}${words.join('[\\s\u00a0\u202f]+').replace('…', '')}${end}`, 'giu');
});

const positionAt = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
