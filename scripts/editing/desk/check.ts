import { createHash } from 'node:crypto';
import { z } from 'zod';
import { concepts, type Concept } from '../../../src/schemas/index.ts';
import { contentPath } from '../../../src/schemas/content-path.ts';
import { splitFrontMatter } from '../../../src/lib/front-matter.ts';
import { checkRead } from '../check/check-content.ts';
import { isMistake, type Problem } from '../check/problem.ts';
import { readContent } from '../content/read.ts';
import { parseYaml } from '../content/yaml-source.ts';
import { fieldAt, unwrap } from '../content/schema-fields.ts';
import { entriesAt, leavesOf } from '../content/values.ts';

/** Something wrong in a file, with the field of the form where it stands. */
export interface FieldProblem {
  /** The way to the field in the form, `pictures.0.alt` or `body`; none where it is in no single field. */
  field?: string;
  /** What the field is called. */
  label?: string;
  line: number;
  isMistake: boolean;
  what: string;
  why: string;
  fix: string;
}

let last: { key: string; problems: Problem[] } | undefined;

/**
 * What the check says of all of the content now. A saved file is asked about three times, by who saves it, by the page that
 * follows and by the command's window: what has not changed is not looked at again.
 */
export const problemsNow = (
  contentDir: string,
  unwritten?: ReadonlyMap<string, string>,
): readonly Problem[] => {
  const content = readContent(contentDir, unwritten);
  const hash = createHash('sha256');
  // Some answers depend on the day.
  hash.update(new Date().toISOString().slice(0, 10));
  for (const { path, text, size } of content.files) hash.update(`\0${path}\0${text ?? size}`);
  for (const { path } of content.strange) hash.update(`\0${path}`);
  const key = hash.digest('hex');
  if (last?.key !== key) last = { key, problems: checkRead(content) };
  return last.problems;
};

/**
 * What the check says of a file that is not written yet.
 * @param contentDir the content folder
 * @param path its path below the folder
 * @param text the whole file
 * @param coming names of files that will be written beside it
 */
export const checkUnwritten = (
  contentDir: string,
  path: string,
  text: string,
  coming: readonly string[] = [],
): FieldProblem[] =>
  problemsNow(contentDir, new Map([[path, text]]))
    .filter(({ file }) => file === path)
    .filter(
      ({ code, what }) => code !== 'picture-missing' || !coming.some((name) => what.includes(`"${name}"`)),
    )
    .map((problem) => withField(problem, text));

/** How many mistakes a file has that stop the build. */
export const mistakesIn = (contentDir: string, path: string): number =>
  problemsNow(contentDir).filter((problem) => problem.file === path && isMistake(problem)).length;

const withField = (problem: Problem, text: string): FieldProblem => {
  const { file, line, what, why, fix } = problem;
  const field = fieldOfLine(file, text, line);
  return { line, isMistake: isMistake(problem), what, why, fix, ...field };
};

/** The field of the form that a line of a file belongs to. */
export const fieldOfLine = (
  file: string,
  text: string,
  line: number,
): { field: string; label: string } | undefined => {
  const found = contentPath(file, 'it');
  if (!found) return undefined;
  const { format, record }: Concept = concepts[found.concept];
  const parts = format === 'mdx' ? splitFrontMatter(text) : { yaml: text, yamlLine: 1, bodyLine: Infinity };
  if ('missing' in parts) return undefined;
  if (line >= parts.bodyLine) return { field: 'body', label: 'Testo' };
  const source = parseYaml(parts.yaml, parts.yamlLine);
  const above = leavesOf(source.value)
    .map(({ path }) => ({ path, at: source.positionOf(path).line }))
    .filter(({ at }) => at <= line);
  const last = above.findLast(({ at }) => at === Math.max(...above.map((each) => each.at)));
  if (!last) return undefined;
  // A table of named things is a list in the form.
  const path = last.path.map((part, depth) => {
    const parent = last.path.slice(0, depth);
    const schema = fieldAt(record, parent)?.schema;
    const isTable = schema !== undefined && unwrap(schema) instanceof z.ZodRecord;
    return isTable ? entriesAt(source.value, parent).findIndex(([name]) => name === String(part)) : part;
  });
  const label = last.path
    .map((_, depth) => fieldAt(record, last.path.slice(0, depth + 1))?.title)
    .filter((title) => title !== undefined)
    .join(', ');
  return { field: path.join('.'), label };
};
