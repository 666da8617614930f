/**
 * `npm run nuovo`: makes a new file with every field explained, in the right folder: nota, citta, attivita, partner, video,
 * edizione, lingua. It asks in the terminal, or takes its answers from the command line:
 *
 *   npm run nuovo -- nota --citta palermo --data 2026-03-01 --titolo "Palermo apre uno sportello"
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { relative, resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { select, isCancel } from '@clack/prompts';
import { nearest, namesInWords } from './editing/words/nearest.ts';
import type { Problem } from './editing/check/problem.ts';
import { commandLine, contentFolder, stop } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { answersAsked, answersFrom } from './editing/new/answers.ts';
import { slugOf } from '../src/lib/slug.ts';
import { kinds } from './editing/new/kinds.ts';
import { languageQuestions, newLanguage } from './editing/new/language.ts';
import { newFile, problemsOf, writeNewFile } from './editing/new/write.ts';

const all = {
  ...Object.fromEntries(Object.entries(kinds).map(([word, kind]) => [word, kind.questions])),
  lingua: languageQuestions,
};
const words = Object.keys(all);
const options = Object.fromEntries(
  [
    ...new Set(Object.values(all).flatMap((questions) => questions.map(({ option }) => option))),
    'content',
  ].map((option) => [option, { type: 'string' as const }]),
);

const { values, words: typedWords } = commandLine(options);
const given = values as Record<string, string | undefined>;
const canAsk = process.stdin.isTTY && process.stdout.isTTY;

const word = await (async (): Promise<string> => {
  const [first] = typedWords;
  if (first !== undefined) {
    const plain = slugOf(first);
    if (words.includes(plain)) return plain;
    const meant = nearest(plain, words);
    return stop(
      `"${first}" non è fra le cose che so creare: ${namesInWords(words)}.${meant === undefined ? '' : ` Forse intendevi "${meant}".`}`,
    );
  }
  if (!canAsk)
    return stop(`Di’ che cosa creare: npm run nuovo -- nota (oppure ${namesInWords(words.slice(1))}).`);
  const chosen = await select({
    message: 'Che cosa vuoi creare?',
    options: words.map((value) => ({ value, label: value })),
  });
  return isCancel(chosen) ? stop('Non ho scritto niente.') : chosen;
})();

const root = contentFolder(given['content']);
const content = readContent(root);
const questions = all[word as keyof typeof all] ?? [];

// "nuovo -- lingua uk": a language is called by its code.
const rest = typedWords.slice(1);
if (word === 'lingua' && given['codice'] === undefined && rest.length > 0) given['codice'] = rest.shift();
if (rest.length > 0)
  stop(
    `Non so che cosa fare di "${rest.join(' ')}": le risposte si scrivono dopo il loro nome, per esempio --${questions[0]?.option} "…" (un testo di più parole va fra virgolette).`,
  );
const strange = Object.keys(given).filter(
  (option) => option !== 'content' && !questions.some((question) => question.option === option),
);
if (strange.length > 0)
  stop(
    `Per creare "${word}" --${strange.join(', --')} non serve. Le risposte sono: ${questions.map(({ option }) => `--${option}`).join(', ')}.`,
  );
const asked = canAsk ? await answersAsked(questions, given, content) : given;
if (asked === undefined) process.exit(1);
const collected = answersFrom(questions, asked, content);
if ('problems' in collected)
  stop('Non ho scritto niente:', ...collected.problems.map((problem) => `  ${problem}`));
else {
  const shown = (path: string): string => relative(process.cwd(), resolve(root, path)).replaceAll('\\', '/');
  const refuse = (problems: readonly Problem[]): void => {
    if (problems.length > 0)
      stop(
        'Non ho scritto niente:',
        ...problems.map(({ file, what, fix }) => `  ${file}: ${what}\n    Correggi così: ${fix}`),
      );
  };
  const kind = kinds[word];
  if (kind) {
    const made = newFile(kind, collected.answers, content);
    if ('refused' in made) stop(made.refused);
    else {
      refuse(problemsOf(root, [made]));
      writeNewFile(root, made);
      console.log(`Ho creato ${shown(made.path)}`);
      console.log('Apri il file, scrivi quello che manca (DA SCRIVERE), poi lancia: npm run controlla');
      if (word === 'nota') console.log('La nota è una bozza: togli la riga "status: draft" quando è pronta.');
    }
  } else {
    const made = newLanguage(collected.answers, content);
    if ('refused' in made) stop(made.refused);
    else {
      refuse(problemsOf(root, made.files));
      for (const { path, text } of made.files) {
        writeFileSync(resolve(root, path), text);
        console.log(`Ho scritto ${shown(path)}`);
      }
      console.log('Traduci le parole del secondo file; poi: npm run traduzioni');
    }
  }
}
