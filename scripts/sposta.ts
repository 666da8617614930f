/**
 * `npm run sposta -- VECCHIO NUOVO`: gives a note, a page, a video or an area another name. Moves its files with their
 * translations, corrects what names it or leads to it, and leaves a sign at the old address
 * (`content/addresses.yaml`). Both are a folder of the content or an address of the site. Files that somebody has moved
 * already stay where they are. What is gone for good leads to a list: `npm run sposta -- /video/palermo/ /video/`.
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { addressOf } from './editing/addresses/of-content.ts';
import { addressRegister, readRegister, REGISTER, registerText } from './editing/addresses/register.ts';
import { filesOf, placeOf, renamedIn, type Place } from './editing/addresses/move.ts';
import { checkContext } from './editing/check/context.ts';
import { addressesOf } from './editing/check/addresses.ts';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent, type Content } from './editing/content/read.ts';
import { surveyTranslations } from './editing/translations/survey.ts';
import { stampTranslation } from './editing/translations/stamp.ts';
import { concepts } from '../src/schemas/index.ts';

export const sposta: Command = (args, { out }) => {
  const { values, words } = commandLine(args, { content: { type: 'string' } });
  const [typedFrom, typedTo] = words;
  if (typedFrom === undefined || typedTo === undefined || words.length > 2)
    return stop('Scrivi il nome di prima e quello nuovo: npm run sposta -- VECCHIO NUOVO');
  const content = readContent(contentFolder(values.content));
  if (content.byPath.has(REGISTER) && !readRegister(content))
    stop(`content/${REGISTER} non si legge: lancia "npm run controlla".`);

  if (leadsToAList(content, typedFrom, typedTo)) {
    leaveSign(content, typedFrom, typedTo);
    out(`${typedFrom} ora porta a ${typedTo}.`);
    return 0;
  }

  const from = placeOf(typedFrom, content);
  const to = placeOf(typedTo, content);
  if (from.concept !== to.concept)
    stop(`Le due cartelle sono di due generi diversi: "${from.concept}" e "${to.concept}".`);
  if (from.address === to.address) stop('Il nome nuovo è uguale a quello di prima.');
  const files = filesOf(content, from, to);
  const isThere = filesOf(content, to, to).size > 0;
  if (files.size === 0 && !isThere) stop(`Non c’è niente in content/${from.concept}/${from.id}.`);
  if (files.size > 0 && isThere)
    stop(`In content/${to.concept}/${to.id} c’è già qualcosa: scegli un altro nome.`);

  const current = new Set(
    surveyTranslations(content)
      .filter(({ state }) => state === 'current')
      .map(({ path }) => files.get(path) ?? path),
  );
  const renamed = renamedIn(content, from, to);
  for (const [path, text] of renamed) writeFileSync(join(content.root, path), text);
  for (const [path, next] of files) {
    mkdirSync(dirname(join(content.root, next)), { recursive: true });
    renameSync(join(content.root, path), join(content.root, next));
  }
  for (const folder of new Set([...files.keys()].map((path) => dirname(join(content.root, path)))))
    if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  const day = correctDay(content, from, to);
  leaveSign(content, from.address, to.address);
  const stamped = keepCurrent(readContent(content.root), current);

  out(`${from.address} → ${to.address}`);
  if (files.size > 0) out(`File spostati: ${files.size}.`);
  const others = [...renamed.keys()].filter((path) => !files.has(path));
  if (others.length > 0) out(`Corretti i riferimenti in: ${others.join(', ')}.`);
  if (day !== undefined) out(`Corretta anche la data della nota: ${day}.`);
  if (stamped > 0) out(`Traduzioni che restano valide: ${stamped}.`);
  out(`Chi apre l’indirizzo di prima trova quello nuovo. Ora lancia "npm run controlla".`);
  return 0;
};

/**
 * The day of a note goes with that of its folder, where the two were one.
 * @returns the new day; nothing when it stays
 */
const correctDay = (content: Content, from: Place, to: Place): string | undefined => {
  const dayOf = ({ concept, id }: Place): string =>
    concept === 'press-notes' ? (/^\d{4}-\d\d-\d\d(?=-)/.exec(id)?.[0] ?? '') : '';
  const path = join(content.root, to.concept, to.id, 'it.mdx');
  const [before, day] = [dayOf(from), dayOf(to)];
  if (before === '' || day === '' || before === day || !existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const corrected = text.replace(new RegExp(`^(date: *["']?)${before}\\b`, 'm'), `$1${day}`);
  if (corrected === text) return undefined;
  writeFileSync(path, corrected);
  return day;
};

/** Whether an address without a page is to lead to a page that is not of its kind: a list, another text. */
const leadsToAList = (content: Content, from: string, to: string): boolean => {
  const pages = addressesOf(checkContext(content));
  if (!from.startsWith('/') || pages.has(from) || !pages.has(to)) return false;
  const section = from.slice(0, from.indexOf('/', 1) + 1);
  return !content.entries.some((entry) => addressOf(entry) === to && to.startsWith(section));
};

const leaveSign = (content: Content, from: string, to: string): void => {
  const { published, moved } = readRegister(content)?.register ?? addressRegister.parse({});
  const further = Object.fromEntries(
    Object.entries(moved).map(([old, next]) => [old, next === from ? to : next]),
  );
  // Back to a name that it had before: there is a page again.
  const { [to]: _back, ...rest } = { ...further, [from]: to };
  writeFileSync(join(content.root, REGISTER), registerText({ published: [...published, from], moved: rest }));
};

/** A corrected address changes no words: what said what the Italian says still does. */
const keepCurrent = (content: Content, current: ReadonlySet<string>): number => {
  const stale = surveyTranslations(content).filter(
    ({ path, state }) => state === 'stale' && current.has(path),
  );
  for (const { path, concept, hash } of stale) {
    const stamped = stampTranslation(
      content.byPath.get(path)?.text ?? '',
      concepts[concept].format,
      hash ?? '',
    );
    if ('text' in stamped) writeFileSync(join(content.root, path), stamped.text);
  }
  return stale.length;
};

if (import.meta.main) await runAsProcess(sposta);
