/**
 * `npm run nuovo`: makes a new file with every field explained, in the right folder: nota, citta, attivita, partner, video,
 * edizione, lingua. It asks in the terminal, or takes its answers from the command line:
 *
 *   npm run nuovo -- nota --citta palermo --data 2026-03-01 --titolo "Palermo apre uno sportello"
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { dirname, relative, resolve } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { select, isCancel } from '@clack/prompts';
import { nearest, namesInWords } from './editing/words/nearest.ts';
import type { Problem } from './editing/check/problem.ts';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { textsToReread } from './editing/content/edition-texts.ts';
import { readContent } from './editing/content/read.ts';
import { answersAsked, answersFrom } from './editing/new/answers.ts';
import { slugOf } from '../src/lib/slug.ts';
import { kinds } from './editing/new/kinds.ts';
import { languageQuestions, newLanguage } from './editing/new/language.ts';
import { listLanguage } from './editing/new/publiccode.ts';
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

/** What is to be made: the first word that was typed, or the answer of who can be asked. */
const chosenKind = async (first: string | undefined, canAsk: boolean): Promise<string> => {
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
};

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0)
    stop(
      'Non ho scritto niente:',
      ...problems.map(({ file, what, fix }) => `  ${file}: ${what}\n    Correggi così: ${fix}`),
    );
};

export const nuovo: Command = async (args, { out, canAsk }) => {
  const { values, words: typedWords } = commandLine(args, options);
  const given = values as Record<string, string | undefined>;
  const word = await chosenKind(typedWords[0], canAsk);

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
  // Who gives up has been told so where the question was.
  if (asked === undefined) return 1;
  const collected = answersFrom(questions, asked, content);
  if ('problems' in collected)
    return stop('Non ho scritto niente:', ...collected.problems.map((problem) => `  ${problem}`));

  const shown = (path: string): string => relative(process.cwd(), resolve(root, path)).replaceAll('\\', '/');
  const kind = kinds[word];
  if (kind) {
    const made = newFile(kind, collected.answers, content);
    if ('refused' in made) return stop(made.refused);
    refuse(problemsOf(root, [made]));
    writeNewFile(root, made);
    out(`Ho creato ${shown(made.path)}`);
    out('Apri il file, scrivi quello che manca (DA SCRIVERE), poi lancia: npm run controlla');
    const reread = word === 'edizione' ? textsToReread(content, shown('.')) : undefined;
    if (reread !== undefined) out(`\n${reread}`);
    if (word === 'nota') out('La nota è una bozza: togli la riga "status: draft" quando è pronta.');
  } else {
    const made = newLanguage(collected.answers, content);
    if ('refused' in made) return stop(made.refused);
    refuse(problemsOf(root, made.files));
    for (const { path, text } of made.files) {
      mkdirSync(dirname(resolve(root, path)), { recursive: true });
      writeFileSync(resolve(root, path), text);
      out(`Ho scritto ${shown(path)}`);
    }
    const listed = listLanguage(resolve(root, '../publiccode.yml'), collected.answers['codice'] ?? '');
    if (listed) out(`Ho aggiunto la lingua a ${shown('../publiccode.yml')}`);
    out(
      'La lingua è in preparazione (public: no): chi legge non la vede, con npm run redazione sì. A che punto è lo dice npm run controlla.',
    );
    out(
      'Traduci le parole dell’interfaccia e quelle del glossario; che cosa manca lo dice: npm run traduzioni',
    );
  }
  return 0;
};

if (import.meta.main) await runAsProcess(nuovo);
