/** What is wrong at one place of a body, in the editor's words. */
export interface NoteProblem {
  file: string;
  /** Both count from 1, in the file as it is. */
  line: number;
  column: number;
  code: NoteProblemCode;
  message: string;
  /** What to write instead. */
  fix: string;
}

export type NoteProblemCode =
  | 'expression'
  | 'module'
  | 'comment'
  | 'autolink'
  | 'less-than'
  | 'broken-tag'
  | 'unclosed-tag'
  | 'stray-closing-tag'
  | 'syntax'
  | 'html'
  | 'event-handler'
  | 'style'
  | 'unknown-component'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'bad-attribute'
  | 'misplaced-component'
  | 'empty-component'
  | 'duplicate-id'
  | 'bad-link'
  | 'reference-link'
  | 'markdown-picture'
  | 'markdown-quote'
  | 'heading-depth'
  | 'table'
  | 'code'
  | 'rule'
  | 'strikethrough'
  | 'unsupported'
  | 'control-character';

/** One problem as a line of text: `file:line:column message fix`. */
export const problemLine = ({ file, line, column, message, fix }: NoteProblem): string =>
  `${file}:${line}:${column} ${message} ${fix}`;

/** A body that cannot be published, with everything that is wrong in it. */
export class NoteDocumentError extends Error {
  readonly problems: readonly NoteProblem[];

  constructor(problems: readonly NoteProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'NoteDocumentError';
    this.problems = problems;
  }
}
