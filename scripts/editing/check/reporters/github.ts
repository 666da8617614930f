import { isMistake } from '../problem.ts';
import type { Reporter } from './reporter.ts';

/**
 * Annotations of a check on GitHub, at the line of the file.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Reporter = {
  report: (problems, folder) =>
    problems
      .map((problem) => {
        const { file, line, column, what, why, fix } = problem;
        const place = `file=${property(`${folder}/${file}`)},line=${line},col=${column},title=${property(what)}`;
        return `::${isMistake(problem) ? 'error' : 'warning'} ${place}::${data(`${why}\nCorreggi così: ${fix}`)}`;
      })
      .join('\n'),
};

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
