import { isMistake, type Problem } from '../../../scripts/editing/check/problem.ts';
import { conceptNames } from '../../../src/schemas/concept-names.ts';
import type { ConceptName } from '../../../src/schemas/index.ts';

const groupOf = ({ file }: Problem): string => {
  const [folder = '', ...rest] = file.split('/');
  if (['languages', 'ui', 'glossary'].includes(folder)) return 'Lingue e parole del sito';
  if (rest.length === 0) return 'File fuori posto';
  const names = Object.hasOwn(conceptNames, folder) ? conceptNames[folder as ConceptName].many : undefined;
  return names === undefined ? 'File fuori posto' : names.charAt(0).toUpperCase() + names.slice(1);
};

const code = (text: string): string =>
  text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', '\\`');
const entry = (problem: Problem): string =>
  [
    `### ${code(problem.what)}`,
    '',
    `Per esempio in \`${problem.file}\`, riga ${problem.line}.${isMistake(problem) ? '' : ' È un avviso: non ferma il sito.'}`,
    '',
    `Perché: ${code(problem.why)}`,
    '',
    'Correggi così:',
    '',
    '```',
    problem.fix,
    '```',
  ].join('\n');

/**
 * The editors' list of errors: one example of every problem that the check knows.
 * @param problems what the check says of contents that are broken on purpose
 * @returns Markdown
 */
export const errorGuide = (problems: readonly Problem[]): string => {
  const examples = new Map<string, Problem>();
  for (const problem of problems) if (!examples.has(problem.code)) examples.set(problem.code, problem);
  const groups = Map.groupBy(examples.values(), groupOf);
  const text = [
    '# Elenco degli errori',
    'Ogni messaggio di `npm run controlla`, con un esempio: cerca nella pagina (Ctrl+F) le parole che hai letto. I nomi fra virgolette sono quelli dell’esempio.',
    ...[...groups]
      .sort(([a], [b]) => a.localeCompare(b, 'it'))
      .flatMap(([group, inGroup]) => [
        `## ${group}`,
        ...inGroup.sort((a, b) => a.what.localeCompare(b.what, 'it')).map(entry),
      ]),
    '[Torna alla guida](../README.md)',
  ].join('\n\n');
  return `${text}\n`;
};
