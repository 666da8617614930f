import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readRegister, REGISTER, registerPublic, registerText } from '../../editing/addresses/register.ts';
import { readContent } from '../../editing/content/read.ts';
import { buildInstant } from '../../../src/queries/publication.ts';
import { languages, sourceLanguage } from '../../../src/i18n/languages.ts';
import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
import { sourceHash } from '../../../src/lib/source-hash.ts';
import { pressNoteTexts } from '../../../src/schemas/press-note.ts';

/** A stream of numbers from 0 to 1 that looks random and is always the same for a seed (mulberry32). */
const numbersFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** All texts in a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** How a word begins, whatever its ending. */
const beginning = (word: string): string => word.slice(0, Math.max(4, word.length - 2));

/** The words in a text, without numbers. */
const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 2);

/** How the words begin that the glossary of a language tells how to use: said in any order they would say something. */
const glossaryWords = (contentDir: string, lang: string): ReadonlySet<string> => {
  const file = join(contentDir, 'glossary', `${lang}.yaml`);
  if (!existsSync(file)) return new Set();
  const { avoid, terms } = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const said = [...textsIn([avoid, terms]), ...Object.keys(avoid ?? {})].flatMap(wordsIn);
  return new Set(said.map((word) => beginning(word.toLocaleLowerCase(lang))));
};

/** The words that the site's own areas and cities are told in, in a language. */
const wordsOf = (contentDir: string, lang: string): string[] => {
  const ending = lang === sourceLanguage.code ? 'yaml' : `${lang}.yaml`;
  const files = globSync(`{areas,cities}/+([^.]).${ending}`, { cwd: contentDir }).sort();
  const texts = files.flatMap((file) => {
    const { description, summary, goal } = parse(readFileSync(join(contentDir, file), 'utf8')) as Record<
      string,
      unknown
    >;
    return textsIn([description, summary, goal]);
  });
  const words = new Set(texts.flatMap(wordsIn).map((word) => word.toLocaleLowerCase(lang)));
  const apart = glossaryWords(contentDir, lang);
  return [...words].filter((word) => !word.includes('lgnet') && !apart.has(beginning(word))).sort();
};

const FIGURE = 'partecipanti';

/** A longer title is cut off where it is shared. */
const MOST_LETTERS = 110;

/** Writes the texts of notes in one language. */
class Author {
  readonly lang: string;
  readonly words: readonly string[];
  readonly next: () => number;

  constructor(lang: string, words: readonly string[], seed: number) {
    this.lang = lang;
    this.words = words;
    this.next = numbersFrom(seed);
  }

  run(length: number): string {
    const run = Array.from(
      { length },
      () => this.words[Math.floor(this.next() * this.words.length)] as string,
    ).join(' ');
    return run.charAt(0).toLocaleUpperCase(this.lang) + run.slice(1);
  }

  sentence(length: number): string {
    return `${this.run(length)}.`;
  }

  paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence(12)).join(' ');
  }

  /** As long as a real note: about 600 words, a heading, a list, a figure and a quote. */
  body(figure: number): string {
    const paragraphs = (count: number): string[] =>
      Array.from({ length: count }, () => `${this.paragraph(4)} **${this.run(4)}**.`);
    return [
      ...paragraphs(4),
      `## ${this.run(4)}`,
      Array.from({ length: 3 }, () => `- ${this.run(8)}`).join('\n'),
      `<Figure id="${FIGURE}">${this.run(6)} **${figure} ${this.run(2).toLocaleLowerCase(this.lang)}**</Figure>.`,
      `<Quote id="voce" speaker="${this.run(1)} ${this.run(1)}" role="${this.run(4)}">\n${this.paragraph(3)}\n</Quote>`,
      ...paragraphs(4),
    ].join('\n\n');
  }

  /** So many words as fit into a length. */
  runWithin(words: number, letters: number): string {
    const run = this.run(words);
    return run.length <= letters ? run : run.slice(0, run.lastIndexOf(' ', letters));
  }

  texts() {
    return {
      title: this.runWithin(12, MOST_LETTERS),
      subtitle: this.sentence(30),
      citySummary: this.sentence(30),
      description: this.sentence(12),
      figures: { [FIGURE]: { label: this.run(1).toLocaleLowerCase(this.lang) } },
      easy: Array.from({ length: 5 }, () => this.sentence(7)),
    };
  }
}

const DAY = 24 * 60 * 60 * 1000;
/** The newest synthetic note is of this day: all are public in any build, and older than the real ones' last. */
const NEWEST = Date.UTC(2023, 9, 1);

const fileOf = (front: object, body: string): string => `---\n${stringify(front)}---\n\n${body}\n`;

/** Adds what is public to the register of addresses, as a site has it that grew by these notes. */
const register = (contentDir: string): void => {
  const content = readContent(contentDir);
  const known = readRegister(content)?.register ?? { published: [], moved: {} };
  const { register: whole } = registerPublic(known, content, buildInstant());
  writeFileSync(join(contentDir, REGISTER), registerText(whole));
};

/**
 * Copies a content and adds notes to it, in several languages: the same number gives the same bytes. Their words are those
 * that the site's areas and cities are told in, in an order that says nothing.
 *
 * @param from the content that is copied
 * @param to the folder of the copy, which must not be there
 * @param count how many notes are added: two a day, shared out among the cities
 * @param inLanguages in how many of the site's languages they are written
 * @returns the ids of the notes
 */
export const writeSyntheticContent = (
  from: string,
  to: string,
  count: number,
  inLanguages: number = languages.length,
): string[] => {
  cpSync(from, to, { recursive: true });
  const cities = globSync('cities/+([^.]).yaml', { cwd: from })
    .map((file) => {
      const { editions } = parse(readFileSync(join(from, file), 'utf8')) as {
        editions: { edition: string }[];
      };
      return { id: basename(file, '.yaml'), edition: editions.at(-1)?.edition };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const written = languages.slice(0, inLanguages);
  const words = new Map(written.map(({ code }) => [code, wordsOf(from, code)]));
  const ids = Array.from({ length: count }, (_, index) => {
    const date = new Date(NEWEST - Math.floor(index / 2) * DAY).toISOString().slice(0, 10);
    const { id: city, edition } = cities[index % cities.length] as (typeof cities)[number];
    const id = `${date}-${city}`;
    const figure = 1 + (index % 90);
    const folder = join(to, 'press-notes', id);
    mkdirSync(folder, { recursive: true });
    let hash = '';
    for (const { code } of written) {
      const author = new Author(code, words.get(code) ?? [], index);
      const texts = author.texts();
      const body = author.body(figure);
      if (code === sourceLanguage.code) {
        const label = texts.figures[FIGURE]?.label;
        const record = {
          ...texts,
          ...{ city, edition, date },
          figures: { [FIGURE]: { value: figure, qualifier: 'exactly', label } },
        };
        hash = sourceHash(pressNoteTexts.parse(record), body);
        writeFileSync(join(folder, `${code}.mdx`), fileOf(record, body));
      } else {
        const translation = { by: 'machine', reviewed: 'no', source: hash };
        writeFileSync(join(folder, `${code}.mdx`), fileOf({ ...texts, translation }, body));
      }
    }
    return id;
  });
  register(to);
  return ids;
};

/**
 * Corrects one word of a note's Italian text, as an editor does; the translations are then out of date.
 * @param contentDir the content
 * @param id the note
 * @param word what is added
 */
export const correctNote = (contentDir: string, id: string, word: string): void => {
  const file = join(contentDir, 'press-notes', id, `${sourceLanguage.code}.mdx`);
  const text = readFileSync(file, 'utf8');
  const parts = splitFrontMatter(text);
  if ('missing' in parts) throw new Error(`${file} has no front matter.`);
  const body = parts.body.replace(/\.\n/, ` ${word}.\n`);
  if (body === parts.body) throw new Error(`${file} has no sentence to correct.`);
  writeFileSync(file, `---\n${parts.yaml}---\n${body}`);
};
