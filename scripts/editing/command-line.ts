import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDir } from '../../src/lib/content-dir.ts';
import { namesInWords, nearest } from './words/nearest.ts';

type Options = Readonly<Record<string, { type: 'string' | 'boolean' }>>;

type Values<Known extends Options> = {
  [Name in keyof Known]?: Known[Name]['type'] extends 'boolean' ? boolean : string;
};

/** Where a command runs: what it is told of its surroundings, and where its words go. */
export interface Surroundings {
  /** Prints a line for the editor. */
  out: (line: string) => void;
  /** Prints a line about what is wrong. */
  err: (line: string) => void;
  /** Whether somebody sits at a terminal and can be asked. */
  canAsk: boolean;
  env: Readonly<NodeJS.ProcessEnv>;
}

/**
 * An editor's command, which can be run in a process of its own or called.
 * @param args what was typed after the command's name
 * @returns the exit code
 * @throws Stopped when it cannot go on
 */
export type Command = (args: readonly string[], surroundings: Surroundings) => number | Promise<number>;

/** The end of a command that cannot go on; its message says why, in Italian. */
export class Stopped extends Error {}

/**
 * Ends an editor's command that cannot go on.
 * @param lines what is wrong, in Italian
 */
export const stop = (...lines: string[]): never => {
  throw new Stopped(lines.join('\n'));
};

/** Runs a command, and tells why when it cannot go on. */
export const run = async (
  command: Command,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> => {
  try {
    return await command(args, surroundings);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    surroundings.err(error.message);
    return 1;
  }
};

/** Runs a command as this process: with its words, its streams and its exit code. */
export const runAsProcess = async (command: Command): Promise<void> => {
  process.exitCode = await run(command, process.argv.slice(2), {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    canAsk: process.stdin.isTTY && process.stdout.isTTY,
    env: process.env,
  });
};

/**
 * Reads the command line of an editor's command; one that cannot be understood ends it, in one Italian sentence.
 * @param args what was typed after the command's name
 * @param options the options that there are
 * @returns the options that were given, and the other words
 */
export const commandLine = <const Known extends Options>(
  args: readonly string[],
  options: Known,
): { values: Values<Known>; words: string[] } => {
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) {
      if (Object.keys(options).length === 0) return stop(`Qui non ci sono opzioni: togli ${token.rawName}.`);
      const meant = nearest(token.name, Object.keys(options));
      return stop(
        `L’opzione ${token.rawName} non esiste. ${meant === undefined ? `Le opzioni sono: ${namesInWords(Object.keys(options).map((name) => `--${name}`))}.` : `Forse intendevi --${meant}.`}`,
      );
    }
    if (option.type === 'string' && (token.value === undefined || /^--\w/.test(token.value)))
      stop(`Dopo ${token.rawName} manca il valore: ${token.rawName} "…".`);
    if (option.type === 'boolean' && token.value !== undefined)
      stop(`L’opzione ${token.rawName} non vuole un valore.`);
  }
  // Every option that was given is known and has a value of its type, as seen above.
  return { values: values, words: positionals };
};

/**
 * The port that a server of ours listens at. One that is no port ends the command.
 * @param typed the value of `--port`
 */
export const portOf = (typed?: string): number => {
  const port = Number(typed ?? 4321);
  return Number.isInteger(port) && port >= 1 && port <= 65_535
    ? port
    : stop('--port vuole un numero: --port 4321.');
};

/**
 * The content folder that a command works on: the one that was typed, or the project's. One that is not there ends the
 * command.
 * @param typed the value of `--content`
 * @returns its absolute path
 */
export const contentFolder = (typed?: string): string => {
  const root = resolve(typed ?? contentDir());
  return existsSync(root) && statSync(root).isDirectory()
    ? root
    : stop(`La cartella dei contenuti non esiste: ${root}. Lancia il comando dalla cartella del sito.`);
};
