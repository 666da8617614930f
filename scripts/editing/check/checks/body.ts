import { components } from '../../../../src/documents/note-document/components.ts';
import type { NoteProblem, NoteProblemCode } from '../../../../src/documents/note-document/index.ts';
import type { ContentFile } from '../../content/files.ts';
import type { Check } from '../context.ts';
import { nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';
import { lineOf } from '../source-lines.ts';

/** What the body of a text may not hold: code, HTML, unknown components, faulty tags … */
export const checkBodies: Check = ({ entries, bodyOf }) =>
  entries.flatMap((entry) =>
    (bodyOf(entry)?.problems ?? [])
      // Odd characters are looked for in the whole file.
      .filter(({ code }) => code !== 'control-character')
      .map((problem) => inOurWords(problem, entry.file)),
  );

const safety =
  'Chi scrive un testo non deve poter far girare programmi nel sito o nel computer di chi legge.';
const unreadable = 'Finché resta così, il testo dopo questo punto non si può leggere.';
const everywhere =
  'Lo stesso testo diventa pagina, PDF, Word e testo semplice: in tutti deve restare uguale.';

const reasons: Partial<Record<NoteProblemCode, string>> = {
  expression: safety,
  module: safety,
  html: safety,
  'event-handler': safety,
  style: 'L’aspetto è uguale in tutto il sito e si adatta a chi legge: colori, stampa, schermi piccoli.',
  comment: 'Nel testo il commento diventerebbe un errore o una frase da leggere.',
  autolink: unreadable,
  'less-than': unreadable,
  'broken-tag': unreadable,
  'unclosed-tag': unreadable,
  'stray-closing-tag': unreadable,
  syntax: unreadable,
  'unknown-component': 'Il sito non saprebbe che cosa mostrare al suo posto.',
  'unknown-attribute': 'Quello che c’è scritto andrebbe perso.',
  'missing-attribute': 'Senza, una citazione non direbbe di chi è e una cifra non si potrebbe controllare.',
  'bad-attribute': 'Con questo nome il sito fa l’indirizzo di una citazione o di una cifra.',
  'duplicate-id': 'Con questo nome si fa l’indirizzo: due nomi uguali portano alla stessa frase.',
  'bad-link': 'Il collegamento non porterebbe da nessuna parte, o farebbe girare un programma.',
  'heading-depth': 'Chi usa un lettore di schermo si orienta con i titoli: uno solo è quello della pagina.',
  'markdown-picture': 'Ogni immagine ha autore, liberatoria e testo alternativo.',
  'markdown-quote': 'Una citazione ha sempre un nome e un ruolo, anche per i giornalisti che la copiano.',
};

const inOurWords = (problem: NoteProblem, file: ContentFile): Problem => {
  const { line, column, code, message } = problem;
  return {
    file: file.path,
    line,
    column,
    code: `body-${code}`,
    what: message,
    why: reasons[code] ?? everywhere,
    fix: correctedTag(problem, lineOf(file, line)) ?? problem.fix,
  };
};

/** The tag with the component's right name, when one is near. */
const correctedTag = ({ code, column }: NoteProblem, line: string): string | undefined => {
  if (code !== 'unknown-component') return undefined;
  const [tag = '', name = ''] = /^<([\w.-]+)[^>]*>?/.exec(line.slice(column - 1)) ?? [];
  const meant = nearest(name, Object.keys(components));
  return meant === undefined ? undefined : tag.replace(name, () => meant);
};
