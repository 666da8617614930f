/**
 * `npm run bollettino -- --dal 2023-10-01 --lingua it`: what the site has published since a day, as a mail in HTML and in
 * plain text, for whoever sends newsletters. Nothing is sent.
 *
 *   --dal DAY      the first day
 *   --al DAY       the last day; today otherwise
 *   --lingua LANG  the first language otherwise
 *   --sito DIR     a site that is built already; otherwise it is built now
 *   --in DIR       where the two files go; here otherwise
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languages, sourceLanguage } from '../src/i18n/languages.ts';
import { commandLine, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { isBuilt, newsletterOf } from './editing/newsletter/issue.ts';
import { fitting, newsletterHtml, newsletterText } from './editing/newsletter/write.ts';
import { nearest } from './editing/words/nearest.ts';

const asDay = (option: string, value: string): string => {
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON().startsWith(value);
  return isDay ? value : stop(`"${value}" non è un giorno: scrivi --${option} 2023-10-01, anno-mese-giorno.`);
};

const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format(new Date());

/** Builds the site as it would be published. */
const build = (): string => {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
  return status === 0
    ? resolve('dist')
    : stop('Il sito non si può costruire: correggi quello che è scritto sopra.');
};

export const bollettino: Command = (args, { out }) => {
  const text = { type: 'string' } as const;
  const { values } = commandLine(args, { dal: text, al: text, lingua: text, sito: text, in: text });
  if (values.dal === undefined)
    stop('Di’ da quale giorno: npm run bollettino -- --dal 2023-10-01 --lingua it');
  const from = asDay('dal', values.dal ?? '');
  const to = asDay('al', values.al ?? today());
  if (to < from) stop(`L’ultimo giorno (${to}) viene prima del primo (${from}).`);
  const lang = values.lingua ?? sourceLanguage.code;
  const codes = languages.map(({ code }) => code);
  if (!codes.includes(lang)) {
    const meant = nearest(lang, codes);
    stop(
      `La lingua "${lang}" non c’è. ${meant ? `Volevi scrivere --lingua ${meant}?` : `Le lingue sono: ${codes.join(', ')}.`}`,
    );
  }
  const site = values.sito === undefined ? build() : resolve(values.sito);
  if (!isBuilt(site))
    stop(`In ${site} non c’è un sito costruito. Senza --sito lo costruisce questo comando.`);

  const all = newsletterOf(site, lang, from, to);
  const newsletter = fitting(all);
  if (newsletter.items.length === 0) {
    out(`Dal ${from} al ${to} il sito non ha pubblicato niente in questa lingua: nessun bollettino.`);
    return 0;
  }
  const folder = resolve(values.in ?? '.');
  mkdirSync(folder, { recursive: true });
  const base = join(folder, `bollettino-${to}-${lang}`);
  writeFileSync(`${base}.html`, newsletterHtml(newsletter));
  writeFileSync(`${base}.txt`, newsletterText(newsletter));
  out(
    `Scritti ${base}.html e ${base}.txt: ${newsletter.items.length === 1 ? 'una notizia' : `${newsletter.items.length} notizie`}.`,
  );
  const [first] = all.items.slice(newsletter.items.length);
  if (first)
    out(
      `Oltre 100 KB i programmi di posta tagliano le mail: ${all.items.length - newsletter.items.length} notizie, dal ${first.day} indietro, sono rimaste fuori. Per averle scegli un tempo più breve con --dal e --al.`,
    );
  return 0;
};

if (import.meta.main) await runAsProcess(bollettino);
