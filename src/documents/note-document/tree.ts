import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { blank, type RawProblem } from './source.ts';

const processor = unified().use(remarkParse).use(remarkMdx).freeze();

/** What the parser throws: a message with its place. */
interface ParserMessage {
  ruleId?: string;
  reason?: string;
  place?: { offset?: number; start?: { offset?: number }; line?: number };
}

// Each repair takes away one faulty tag; a text with more of them is not worth listing in one go.
const MOST_REPAIRS = 50;

/**
 * Parses a screened body. A faulty tag is reported and taken away, so that the ones after it are found too.
 * @param screened a body without expressions, comments and code
 */
export const parseTree = (screened: string): { tree: Root; problems: RawProblem[] } => {
  const problems: RawProblem[] = [];
  let text = screened;
  for (let repairs = 0; repairs < MOST_REPAIRS; repairs += 1) {
    try {
      return { tree: processor.parse(text), problems };
    } catch (error) {
      const repair = repairOf(text, error as ParserMessage);
      problems.push(repair.problem);
      if (repair.text === text) break;
      text = repair.text;
    }
  }
  return { tree: { type: 'root', children: [] }, problems };
};

const repairOf = (text: string, message: ParserMessage): { text: string; problem: RawProblem } => {
  const reason = message.reason ?? '';
  const offset = message.place?.start?.offset ?? message.place?.offset ?? 0;
  switch (message.ruleId) {
    case 'end-tag-mismatch': {
      const [, name = '', line = '1', column = '1'] = /tag for `<([^>`]*)>` \((\d+):(\d+)/.exec(reason) ?? [];
      const start = offsetOf(text, Number(line), Number(column));
      return {
        text: withoutTag(text, start),
        problem: {
          offset: start,
          code: 'unclosed-tag',
          message: `Il componente <${name}> non è chiuso nel posto giusto.`,
          fix: `Aggiungi </${name}>: alla fine dello stesso capoverso se sta in mezzo al testo, oppure da solo su una riga se contiene capoversi interi.`,
        },
      };
    }
    case 'unexpected-closing-slash':
    case 'unexpected-closing-tag': {
      const start = Math.max(text.lastIndexOf('<', offset), 0);
      const tag = tagAt(text, start);
      return {
        text: blank(text, start, start + tag.length),
        problem: {
          offset: start,
          code: 'stray-closing-tag',
          message: `${tag} chiude un componente che non è stato aperto.`,
          fix: `Cancella ${tag}, oppure scrivi prima il componente che chiude.`,
        },
      };
    }
    default: {
      const start = text.lastIndexOf('<', Math.max(offset - 1, 0));
      if (start < 0) {
        return {
          text,
          problem: {
            offset,
            code: 'syntax',
            message: 'Il testo non si riesce a leggere da qui.',
            fix: 'Controlla i segni < > { } in questa riga.',
          },
        };
      }
      return {
        text: withoutTag(text, start),
        problem: {
          offset: start,
          code: 'broken-tag',
          message: `Il componente ${firstWord(text, start)} non è scritto bene.`,
          fix: 'Controlla che ogni valore sia fra virgolette diritte, per esempio id="rossi", e che il componente finisca con >. Se < è un segno del testo, scrivi \\<.',
        },
      };
    }
  }
};

const offsetOf = (text: string, line: number, column: number): number => {
  let start = 0;
  for (let current = 1; current < line; current += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
};

const tagAt = (text: string, start: number): string => /^<[^\n>]*>?/.exec(text.slice(start))?.[0] ?? '<';

const firstWord = (text: string, start: number): string =>
  /^<\/?[\w$.-]*/.exec(text.slice(start))?.[0] ?? '<';

/** The text without an opening tag and the closing one that belongs to it. */
const withoutTag = (text: string, start: number): string => {
  const tag = tagAt(text, start);
  const withoutOpening = blank(text, start, start + tag.length);
  const name = /^<([\w$.-]+)/.exec(tag)?.[1];
  const closing = name ? withoutOpening.indexOf(`</${name}>`, start) : -1;
  // Another opening of the same name before it owns that closing tag.
  const other = name ? withoutOpening.indexOf(`<${name}`, start) : -1;
  if (closing < 0 || (other >= 0 && other < closing)) return withoutOpening;
  return blank(withoutOpening, closing, closing + `</${name}>`.length);
};
