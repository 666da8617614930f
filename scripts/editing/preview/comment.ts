import { isMistake, type Problem } from '../check/problem.ts';
import type { ChangedPage, ComparedPage, SiteComparison } from './compare-sites.ts';
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

/** Passages shown of one page, and pages whose words are shown: the first ones say what was done. */
const MOST_PASSAGES = 5;
const MOST_PAGES = 10;

const changedLine = ({ words, ...page }: ChangedPage, index: number): string => {
  if (index >= MOST_PAGES) return pageLine(page);
  const told = words.slice(0, MOST_PASSAGES).map(({ before, after }) => {
    if (before === '') return `  - nuovo: «${plain(after)}»`;
    return after === '' ? `  - tolto: «${plain(before)}»` : `  - «${plain(before)}» → «${plain(after)}»`;
  });
  const rest = words.length - told.length;
  return [
    pageLine(page),
    ...(words.length === 0 ? ['  - le parole sono le stesse: cambiano collegamenti o immagini'] : told),
    ...(rest > 0 ? [`  - … e altri ${rest} punti`] : []),
  ].join('\n');
};

const pageLine = ({ path, title }: ComparedPage): string => `\`${path}\` – ${plain(title)}`;

const problemLine =
  (untold: ReadonlySet<string>) =>
  ({ file, line, what, fix }: Problem): string =>
    untold.has(file)
      ? `\`content/${file}\`, riga ${line}: il testo non è ancora pubblico, e qui non si ripete. Che cosa non va lo dice \`npm run controlla\`.`
      : `\`content/${file}\`, riga ${line}: ${plain(what)} Correggi così: ${plain(fix)}`;

/** One of three: stop, these pages change, nothing to fear. */
const verdict = (
  mistakes: number,
  isBuilt: boolean,
  nothing: boolean,
  removed: readonly ComparedPage[],
): string => {
  if (mistakes > 0)
    return '🛑 **Fermati: il sito non si può ancora pubblicare. Prima vanno corretti i problemi qui sotto.**';
  if (!isBuilt)
    return '🛑 **Fermati: il sito non si genera. Il perché è nel resoconto della generazione; il sito di adesso resta com’è.**';
  if (nothing) return '✅ **Niente da temere: per chi legge non cambia niente.**';
  return removed.length > 0
    ? '👀 **Cambiano queste pagine, e qualcuna sparisce: guardale prima di unire la proposta.**'
    : '👀 **Cambiano queste pagine: guardale prima di unire la proposta.**';
};

/**
 * What a proposal would change, as a comment in Markdown for the person who made it.
 * @param isBuilt whether the site as it would be could be built
 * @param untold files whose words must not be repeated where everybody reads them
 */
export const previewComment = (
  comparison: SiteComparison,
  problems: readonly Problem[],
  broken: readonly BrokenLink[],
  untold: ReadonlySet<string> = new Set(),
  isBuilt = true,
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
    verdict(mistakes.length, isBuilt, nothing, removed),
    '',
    ...section('Problemi da correggere', mistakes.map(problemLine(untold))),
    ...section('Avvisi, che non fermano il sito', warnings.map(problemLine(untold))),
    ...section('Pagine nuove', added.map(pageLine)),
    ...section('Pagine cambiate', changed.map(changedLine)),
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
