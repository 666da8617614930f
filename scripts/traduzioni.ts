/**
 * `npm run traduzioni`: which translations are missing, made from an older Italian text, or not reviewed.
 *
 *   --stamp PATH…   writes the hash of the Italian text of now into these translations (files or folders): do it
 *                   when the translation says what the Italian says
 *   --stamp-all     writes it into all translations that have none; those made from an older text keep theirs
 *   --list          names every file under the table
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { concepts } from '../src/schemas/index.ts';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { surveyUi, uiInWords } from './editing/content/ui-survey.ts';
import { stampTranslation, type StampRefusal } from './editing/translations/stamp.ts';
import { surveyTranslations, type TranslationStatus } from './editing/translations/survey.ts';
import { translationTable } from './editing/translations/table.ts';

const refusals: Record<StampRefusal, string> = {
  'no-front-matter': 'mancano le righe --- in testa',
  'broken-yaml': 'l’intestazione non si legge: lancia "npm run controlla"',
  'no-translation-block': 'manca il blocco "translation:" con by e reviewed',
};

const labels = { missing: 'manca', unstamped: 'senza impronta', stale: 'da aggiornare', current: '' };

export const traduzioni: Command = (args, { out, err }) => {
  const { values, words: paths } = commandLine(args, {
    stamp: { type: 'boolean' },
    'stamp-all': { type: 'boolean' },
    list: { type: 'boolean' },
    content: { type: 'string' },
  });
  const content = readContent(contentFolder(values.content));
  const statuses = surveyTranslations(content);
  const absolute = (status: TranslationStatus): string => resolve(content.root, status.path);

  /** Writes the hash of the Italian text of now into translations; the exit code says whether all could be. */
  const stamp = (chosen: readonly TranslationStatus[]): number => {
    let code = 0;
    const refuse = (message: string): void => {
      err(message);
      code = 1;
    };
    for (const status of chosen) {
      const file = content.byPath.get(status.path);
      const shown = relative(process.cwd(), absolute(status));
      if (file?.text === undefined || status.hash === undefined) {
        refuse(`${shown}: non si può leggere il testo italiano: lancia "npm run controlla".`);
        continue;
      }
      const stamped = stampTranslation(file.text, concepts[status.concept].format, status.hash);
      if ('refused' in stamped) refuse(`${shown}: ${refusals[stamped.refused]}.`);
      else if (stamped.text !== file.text) {
        writeFileSync(absolute(status), stamped.text);
        out(`${shown}: impronta ${status.hash}`);
      }
    }
    return code;
  };

  if (values.stamp) {
    if (paths.length === 0)
      stop('Scrivi quali traduzioni: npm run traduzioni -- --stamp content/cities/palermo.en.yaml');
    const wanted = paths.map((path) => resolve(path));
    const isWanted = (path: string): boolean =>
      wanted.some((start) => path === start || path.startsWith(`${start}/`));
    return stamp(statuses.filter((status) => status.state !== 'missing' && isWanted(absolute(status))));
  }
  if (values['stamp-all']) return stamp(statuses.filter(({ state }) => state === 'unstamped'));

  out(translationTable(statuses));
  out(`\n${uiInWords(surveyUi(content)).join('\n')}`);
  const open = statuses.filter(({ state }) => state !== 'current');
  if (values.list)
    for (const status of open) out(`${relative(process.cwd(), absolute(status))}: ${labels[status.state]}`);
  else if (open.length > 0) out('\nPer l’elenco dei file: npm run traduzioni -- --list');
  return 0;
};

if (import.meta.main) await runAsProcess(traduzioni);
