import { isMistake, type Problem } from '../check/problem.ts';
import type { ComparedPage, SiteComparison } from './compare-sites.ts';
import type { BrokenLink } from './outside-links.ts';

/** More than this is listed as a number: a comment is for reading. */
const MOST_LISTED = 30;

const size = (bytes: number): string =>
  `${new Intl.NumberFormat('it-IT', { maximumFractionDigits: 0 }).format(Math.max(1, bytes / 1000))} kB`;

/** Text that stays text in a Markdown comment. */
const plain = (text: string): string =>
  text.replace(/[\\`*_[\]<>&|#@]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        `### ${title} (${lines.length})`,
        '',
        ...lines.slice(0, MOST_LISTED).map((line) => `- ${line}`),
        ...(lines.length > MOST_LISTED ? [`- … e altre ${lines.length - MOST_LISTED}`] : []),
        '',
      ];

const pageLine = ({ path, title }: ComparedPage): string => `\`${path}\` – ${plain(title)}`;

const problemLine = ({ file, line, what, fix }: Problem): string =>
  `\`content/${file}\`, riga ${line}: ${plain(what)} Correggi così: ${plain(fix)}`;

/** What a proposal would change, as a comment in Markdown for the person who made it. */
export const previewComment = (
  comparison: SiteComparison,
  problems: readonly Problem[],
  broken: readonly BrokenLink[],
): string => {
  const { added, changed, removed, newDownloads, removedDownloads } = comparison;
  const mistakes = problems.filter(isMistake);
  const warnings = problems.filter((problem) => !isMistake(problem));
  const nothing = [added, changed, removed, newDownloads, removedDownloads].every(
    (list) => list.length === 0,
  );
  return [
    '## Che cosa cambierebbe nel sito',
    '',
    ...(mistakes.length > 0
      ? ['**Il sito non si può ancora pubblicare: prima vanno corretti i problemi.**', '']
      : []),
    ...section('Problemi da correggere', mistakes.map(problemLine)),
    ...section('Avvisi, che non fermano il sito', warnings.map(problemLine)),
    ...(mistakes.length === 0 && nothing ? ['Nessuna pagina cambia.', ''] : []),
    ...section('Pagine nuove', added.map(pageLine)),
    ...section('Pagine cambiate', changed.map(pageLine)),
    ...section('Pagine tolte', removed.map(pageLine)),
    ...section(
      'File nuovi da scaricare',
      newDownloads.map(({ path, bytes }) => `\`${path}\` (${size(bytes)})`),
    ),
    ...section(
      'File tolti',
      removedDownloads.map((path) => `\`${path}\``),
    ),
    ...section(
      'Attenzione: indirizzi esterni che non rispondono',
      broken.map(({ url, why, pages }) => `${url} ${why} (${pages.join(', ') || 'nessuna pagina'})`),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
};
