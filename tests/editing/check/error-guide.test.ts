import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';
import { isMistake, type Problem } from '../../../scripts/editing/check/problem.ts';
import { conceptNames } from '../../../src/schemas/concept-names.ts';
import type { ConceptName } from '../../../src/schemas/index.ts';
import { brokenContent, brokenNames } from './broken-content.ts';

/** One example of every problem that the check knows, from the contents that are broken on purpose. */
const examples = (): Map<string, Problem> => {
  const found = new Map<string, Problem>();
  for (const name of brokenNames()) {
    const root = brokenContent(name);
    for (const problem of checkContent(root)) if (!found.has(problem.code)) found.set(problem.code, problem);
    rmSync(root, { recursive: true });
  }
  return found;
};

const groupOf = ({ file }: Problem): string => {
  const [folder = '', ...rest] = file.split('/');
  if (folder === 'ui' || folder === 'glossary' || folder === 'languages.yaml')
    return 'Lingue e parole del sito';
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

test('the guide explains every problem that the check can tell', async () => {
  const groups = Map.groupBy(examples().values(), groupOf);
  const text = [
    '# Elenco degli errori',
    'Ogni messaggio di `npm run controlla`, con un esempio: cerca nella pagina (Ctrl+F) le parole che hai letto. I nomi fra virgolette sono quelli dell’esempio.',
    ...[...groups]
      .sort(([a], [b]) => a.localeCompare(b, 'it'))
      .flatMap(([group, problems]) => [
        `## ${group}`,
        ...problems.sort((a, b) => a.what.localeCompare(b.what, 'it')).map(entry),
      ]),
    '[Torna alla guida](../README.md)',
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../../../content/README/errori.md'),
  );
}, 60_000);
