import type { Content } from './read.ts';
import { textAt } from './values.ts';

/** An edition with the patterns that find its names in a text. */
interface NamedEdition {
  id: string;
  name: string;
  patterns: RegExp[];
}

/** What a text says of editions. */
export interface EditionsNamed {
  /** How often each edition is named, by its id; those that are not named are not in it. */
  known: Map<string, number>;
  /** Names like those of editions that belong to none: "LGNET4". */
  unknown: string[];
}

// "LgNet2", "LGNET 2" and "LgNet-2" are one name.
const patternOf = (name: string): RegExp => {
  const parts = name.match(/\d+|\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? [];
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[\\s–-]?')}(?![\\p{L}\\p{N}])`, 'giu');
};

const editionsOf = ({ entries }: Pick<Content, 'entries'>): NamedEdition[] =>
  entries
    .filter(({ concept, isRecord }) => concept === 'editions' && isRecord)
    .map(({ id, yaml }) => {
      const name = textAt(yaml.value, ['name']) ?? id;
      // "LGNet Emergency Assistance - Rete dei Comuni …": the name, then what it is.
      const long = (textAt(yaml.value, ['fullName']) ?? '').split(/\s[-–—]\s/)[0] ?? '';
      const names = [...new Set([name, ...(/\d|\s/.test(long) ? [long] : [])])];
      return { id, name, patterns: names.map(patternOf) };
    });

/** The letters that all names of editions begin with: "lgnet". */
const stemOf = (names: readonly string[]): string => {
  const [first = '', ...rest] = names.map((name) => name.toLowerCase().replace(/[^\p{L}]/gu, ''));
  let length = first.length;
  for (const name of rest) while (length > 0 && !name.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
};

/** The editions of the network that a text names. */
export const editionsNamed = (text: string, content: Pick<Content, 'entries'>): EditionsNamed => {
  const editions = editionsOf(content);
  const known = new Map<string, number>();
  let rest = text;
  for (const { id, patterns } of editions)
    for (const pattern of patterns) {
      const count = [...rest.matchAll(pattern)].length;
      if (count > 0) known.set(id, (known.get(id) ?? 0) + count);
      rest = rest.replace(pattern, ' ');
    }
  const stem = stemOf(editions.map(({ name }) => name));
  const unknown =
    stem.length < 3
      ? []
      : [...rest.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${stem}[\\s–-]?\\d+(?![\\p{L}\\p{N}])`, 'giu'))];
  return { known, unknown: [...new Set(unknown.map(([name]) => name))] };
};
