import { splitFrontMatter } from '../../../../src/lib/front-matter.ts';
import type { ContentFile } from '../../content/files.ts';
import { parseYaml, type YamlSource } from '../../content/yaml-source.ts';
import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';
import { lineOf, yamlLine } from '../source-lines.ts';
import { curlyQuotes, mistakeIn } from '../yaml-mistakes.ts';

/** YAML that cannot be read, and YAML that is read otherwise than it was meant. */
export const checkYamlForm: Check = ({ files }) =>
  files.flatMap((file) => {
    const yaml = yamlOf(file);
    if (!yaml) return [];
    const [first] = yaml.source.errors;
    return first ? [unreadable(file, first, yaml)] : misread(file, yaml);
  });

interface FileYaml {
  source: YamlSource;
  firstLine: number;
  lastLine: number;
}

const yamlOf = (file: ContentFile): FileYaml | undefined => {
  if (file.text === undefined) return undefined;
  if (file.path.endsWith('.yaml')) {
    return { source: parseYaml(file.text), firstLine: 1, lastLine: file.text.split('\n').length };
  }
  if (!file.path.endsWith('.mdx')) return undefined;
  const parts = splitFrontMatter(file.text);
  if ('missing' in parts) return undefined;
  return {
    source: parseYaml(parts.yaml, parts.yamlLine),
    firstLine: parts.yamlLine,
    lastLine: parts.bodyLine - 2,
  };
};

/** Only the first error of a file is the writer's; the others follow from it. */
const unreadable = (file: ContentFile, error: YamlSource['errors'][number], yaml: FileYaml): Problem => {
  if (error.code === 'DUPLICATE_KEY') {
    const key = yamlLine(lineOf(file, error.position.line))?.key ?? '';
    return {
      file: file.path,
      ...error.position,
      code: 'duplicate-field',
      what: `Il campo "${key}" c’è due volte.`,
      why: 'Non si sa quale dei due valga: il sito si ferma.',
      fix: `Tieni una sola riga "${key}:" e togli l’altra.`,
    };
  }
  const found = recognised(file, error.position.line, yaml);
  if (found) return found;
  const line = lineOf(file, error.position.line);
  if (/^\s*[A-Za-z]+\s+\S/.test(line) && !line.includes(':')) {
    const [, indent, key, value] = /^(\s*)([A-Za-z]+)\s+(.*)$/.exec(line) as unknown as [
      string,
      string,
      string,
      string,
    ];
    return {
      file: file.path,
      line: error.position.line,
      column: 1,
      code: 'colon-missing',
      what: `Dopo "${key}" mancano i due punti.`,
      why: 'Ogni riga è il nome di un campo, due punti, uno spazio e il valore.',
      fix: `${indent}${key}: ${value}`,
    };
  }
  const isIndent =
    ['BAD_INDENT', 'UNEXPECTED_TOKEN', 'MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY'].includes(error.code) &&
    /^\s/.test(line);
  return {
    file: file.path,
    ...error.position,
    code: isIndent ? 'indentation' : 'unreadable-yaml',
    what: isIndent
      ? 'Il rientro della riga non è quello delle righe vicine.'
      : 'La riga non è scritta nella forma "campo: valore".',
    why: 'Gli spazi all’inizio dicono a quale campo appartiene la riga: il sito non riesce a leggere il file.',
    fix: isIndent ? line.trim() : 'campo: "valore"',
  };
};

/** The parser notices some mistakes lines later: the nearest line above that shows one is the one. */
const recognised = (
  file: ContentFile,
  errorLine: number,
  { firstLine, lastLine }: FileYaml,
): Problem | undefined => {
  for (let line = Math.min(errorLine, lastLine); line >= firstLine; line -= 1) {
    const text = lineOf(file, line);
    const mistake = mistakeIn(text);
    if (mistake)
      return { file: file.path, line, column: text.search(/\S/) + 1, ...mistake, fix: mistake.fix };
  }
  return undefined;
};

const misread = (file: ContentFile, { firstLine, lastLine }: FileYaml): Problem[] => {
  const problems: Problem[] = [];
  for (let line = firstLine; line <= lastLine; line += 1) {
    const text = lineOf(file, line);
    const mistake = curlyQuotes(text);
    if (mistake) problems.push({ file: file.path, line, column: text.search(/\S/) + 1, ...mistake });
  }
  return problems;
};
