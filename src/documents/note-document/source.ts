import { codePointName, oddCharacters } from '../../lib/odd-characters.ts';
import type { NoteProblemCode } from './problem.ts';

/** A problem at an offset of the text. */
export interface RawProblem {
  offset: number;
  code: NoteProblemCode;
  message: string;
  fix: string;
}

/** The part with blanks in its place, so that what follows keeps its line and column. */
export const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);

const expressionFix =
  'Togli le parentesi graffe. Se devono comparire nel testo, scrivi \\{ e \\}. Un appunto per chi scrive va nell’intestazione, in una riga che comincia con #.';

/** A pattern of the source that a body may not have, and what to say of it. */
const patterns: readonly { pattern: RegExp; problem: (found: string) => Omit<RawProblem, 'offset'> }[] = [
  {
    pattern: /<!--[\s\S]*?(?:-->|$)/g,
    problem: () => ({
      code: 'comment',
      message: 'I commenti HTML non sono ammessi nel testo.',
      fix: 'Cancellalo, oppure scrivilo nell’intestazione in una riga che comincia con #.',
    }),
  },
  {
    // Braces run code in MDX; a pair on its own and an opening brace alone are both caught.
    pattern: /(?<!\\)\{(?:[^{}\n]|\n(?!\s*\n)|\{[^{}]*\})*\}|(?<!\\)\{/g,
    problem: (found) => ({
      code: 'expression',
      message:
        found.length === 1
          ? 'C’è una parentesi graffa aperta: il testo non può contenere codice.'
          : 'Il testo contiene codice fra parentesi graffe.',
      fix: expressionFix,
    }),
  },
  {
    pattern: /(?<=(?:^|\n[ \t]*)\n|^)(?:import|export)[ \t][^\n]*(?:\n(?![ \t]*\n)[^\n]+)*/g,
    problem: (found) => ({
      code: 'module',
      message: `Una riga non può cominciare con "${found.slice(0, 6)}": sarebbe codice.`,
      fix: 'Cancella la riga; se è una parola del testo, cambia l’inizio della frase.',
    }),
  },
  {
    pattern: /(?<!\\)<(?:[a-z][a-z+.-]*:\/\/|mailto:|www\.|[^\s<>/="']+@)[^\s<>"']*>/gi,
    problem: (found) => ({
      code: 'autolink',
      message: `Un indirizzo non può stare fra < e >: ${found}`,
      fix: `Scrivi il testo del collegamento e l’indirizzo: [testo](${found.slice(1, -1).replace(/^([^:/]+@)/, 'mailto:$1')}).`,
    }),
  },
  {
    pattern: /(?<!\\)<(?![A-Za-z$_/>\s])/g,
    problem: () => ({
      code: 'less-than',
      message: 'Il segno < qui sembra l’inizio di un componente.',
      fix: 'Scrivi \\< se il segno deve comparire nel testo.',
    }),
  },
  {
    pattern: oddCharacters(),
    problem: (found) => ({
      code: 'control-character',
      message: `C’è un carattere invisibile di controllo (${codePointName(found)}).`,
      fix: 'Cancellalo: spesso arriva copiando da un altro programma. Riscrivi a mano le parole vicine.',
    }),
  },
];

/** Blanks for what was found; for an attribute's value, another value of the same length, so that the rest still parses. */
const standIn = (text: string, index: number, found: string): string => {
  if (text[index - 1] !== '=' || found.length < 2) return blank(text, index, index + found.length);
  return `${text.slice(0, index)}"${found.slice(1, -1).replace(/[^\n]/g, 'x')}"${text.slice(index + found.length)}`;
};

/**
 * Finds what would run code or stop the parser, and puts blanks there, so that the rest can still be read.
 * @param text a body whose front matter is blank
 */
export const screen = (text: string): { text: string; problems: RawProblem[] } => {
  const problems: RawProblem[] = [];
  let screened = text;
  for (const { pattern, problem } of patterns) {
    for (const { 0: found, index } of screened.matchAll(pattern)) {
      problems.push({ offset: index, ...problem(found) });
      screened = standIn(screened, index, found);
    }
  }
  return { text: screened, problems };
};
