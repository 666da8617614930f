import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { concepts } from '../../../src/schemas/index.ts';
import { checkContent } from '../check/check-content.ts';
import { LEFT_TO_WRITE } from '../check/checks/left-to-write.ts';
import { isMistake, type Problem } from '../check/problem.ts';
import type { Content } from '../content/read.ts';
import { exampleLines, fieldsOf } from '../content/schema-fields.ts';
import { explanation } from './explanation.ts';
import type { Answers, Kind } from './kinds.ts';

/** A new file, or why there is none. */
export type NewFile = { path: string; text: string } | { refused: string };

const GAP = '\n\n';

/**
 * The text of a new file: every field of the schema with what it is for; those that are not needed are comments.
 * The explanations come from the schema itself, so that they cannot say anything else.
 */
const fileText = (kind: Kind, answers: Answers, content: Content): string => {
  const { record, format } = concepts[kind.concept];
  const filled = kind.fields(answers, content);
  const fields = [...fieldsOf(record)].map(([name, field]) => {
    const explained = explanation(name, field);
    const value = filled[name];
    return value === undefined
      ? [explained, ...exampleLines(name, field).map((line) => `# ${line}`)].join('\n')
      : `${explained}\n${name}: ${value}`;
  });
  const yaml = fields.join(GAP);
  return format === 'mdx' ? `---\n${yaml}\n---\n\n${kind.body?.(answers, content) ?? ''}` : `${yaml}\n`;
};

/** The new file of a kind; refused when a file is already there: nothing is ever overwritten. */
export const newFile = (kind: Kind, answers: Answers, content: Content): NewFile => {
  const path = kind.path(answers);
  if (existsSync(join(content.root, path)))
    return {
      refused: `content/${path} esiste già: non lo tocco. Scegli un altro nome, oppure modifica quel file.`,
    };
  return { path, text: fileText(kind, answers, content) };
};

/** The mistakes of new files if they were written, apart from what they leave to be written; warnings can wait. */
export const problemsOf = (root: string, files: readonly { path: string; text: string }[]): Problem[] => {
  const unwritten = new Map(files.map(({ path, text }) => [path, text]));
  return checkContent(root, unwritten).filter(
    (problem) => isMistake(problem) && unwritten.has(problem.file) && problem.code !== LEFT_TO_WRITE,
  );
};

/** Puts a new file in its folder. */
export const writeNewFile = (root: string, { path, text }: { path: string; text: string }): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  // "wx" refuses a file that came into being meanwhile.
  writeFileSync(join(root, path), text, { flag: 'wx' });
};
