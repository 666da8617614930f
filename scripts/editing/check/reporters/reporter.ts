import type { Problem } from '../problem.ts';

/** One way to tell the problems of a content folder. */
export interface Reporter {
  /**
   * @param problems in order
   * @param folder how the content folder is called from where the command runs, `content`
   */
  report: (problems: readonly Problem[], folder: string) => string;
}
