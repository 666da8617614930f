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
import { commandLine, contentFolder } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { stampTranslation, type StampRefusal } from './editing/translations/stamp.ts';
import { surveyTranslations, type TranslationStatus } from './editing/translations/survey.ts';
import { translationTable } from './editing/translations/table.ts';

const { values, words: paths } = commandLine({
  stamp: { type: 'boolean' },
  'stamp-all': { type: 'boolean' },
  list: { type: 'boolean' },
  content: { type: 'string' },
});
const root = contentFolder(values.content);

const refusals: Record<StampRefusal, string> = {
  'no-front-matter': 'mancano le righe --- in testa',
  'broken-yaml': 'l’intestazione non si legge: lancia "npm run controlla"',
  'no-translation-block': 'manca il blocco "translation:" con by e reviewed',
};

const content = readContent(root);
const statuses = surveyTranslations(content);
const absolute = (status: TranslationStatus): string => resolve(content.root, status.path);

const stamp = (chosen: readonly TranslationStatus[]): void => {
  for (const status of chosen) {
    const file = content.byPath.get(status.path);
    const shown = relative(process.cwd(), absolute(status));
    if (file?.text === undefined || status.hash === undefined) {
      console.error(`${shown}: non si può leggere il testo italiano: lancia "npm run controlla".`);
      process.exitCode = 1;
      continue;
    }
    const stamped = stampTranslation(file.text, concepts[status.concept].format, status.hash);
    if ('refused' in stamped) {
      console.error(`${shown}: ${refusals[stamped.refused]}.`);
      process.exitCode = 1;
    } else if (stamped.text !== file.text) {
      writeFileSync(absolute(status), stamped.text);
      console.log(`${shown}: impronta ${status.hash}`);
    }
  }
};

if (values.stamp) {
  const wanted = paths.map((path) => resolve(path));
  if (wanted.length === 0) {
    console.error('Scrivi quali traduzioni: npm run traduzioni -- --stamp content/cities/palermo.en.yaml');
    process.exitCode = 1;
  }
  const isWanted = (path: string): boolean =>
    wanted.some((start) => path === start || path.startsWith(`${start}/`));
  stamp(statuses.filter((status) => status.state !== 'missing' && isWanted(absolute(status))));
} else if (values['stamp-all']) {
  stamp(statuses.filter(({ state }) => state === 'unstamped'));
} else {
  console.log(translationTable(statuses));
  const labels = { missing: 'manca', unstamped: 'senza impronta', stale: 'da aggiornare', current: '' };
  const open = statuses.filter(({ state }) => state !== 'current');
  if (values.list)
    for (const status of open)
      console.log(`${relative(process.cwd(), absolute(status))}: ${labels[status.state]}`);
  else if (open.length > 0) console.log('\nPer l’elenco dei file: npm run traduzioni -- --list');
}
