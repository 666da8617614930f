import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { namesInWords, nearest } from './check/nearest.ts';

type Options = Readonly<Record<string, { type: 'string' | 'boolean' }>>;

type Values<Known extends Options> = {
  [Name in keyof Known]?: Known[Name]['type'] extends 'boolean' ? boolean : string;
};

/** The options and the other words of an editor's command, or what is wrong with them in Italian. */
export type CommandLine<Known extends Options> =
  { values: Values<Known>; words: string[] } | { refused: string };

/**
 * Reads the command line of an editor's command.
 * @param options the options that there are
 * @param args what was typed; the running command's by itself
 */
export const commandLine = <const Known extends Options>(
  options: Known,
  args: string[] = process.argv.slice(2),
): CommandLine<Known> => {
  const { tokens, values, positionals } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) {
      const meant = nearest(token.name, Object.keys(options));
      return {
        refused: `L’opzione ${token.rawName} non esiste. ${meant === undefined ? `Le opzioni sono: ${namesInWords(Object.keys(options).map((name) => `--${name}`))}.` : `Forse intendevi --${meant}.`}`,
      };
    }
    if (option.type === 'string' && (token.value === undefined || /^--\w/.test(token.value)))
      return { refused: `Dopo ${token.rawName} manca il valore: ${token.rawName} "…".` };
    if (option.type === 'boolean' && token.value !== undefined)
      return { refused: `L’opzione ${token.rawName} non vuole un valore.` };
  }
  // Every option that was given is known and has a value of its type, as seen above.
  return { values: values, words: positionals };
};

/** What is wrong with a content folder, in Italian; nothing when it can be read. */
export const refusedFolder = (root: string): string | undefined =>
  existsSync(root) && statSync(root).isDirectory()
    ? undefined
    : `La cartella dei contenuti non esiste: ${root}. Lancia il comando dalla cartella del sito.`;
