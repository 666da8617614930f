/**
 * `npm run embarghi`: which notes wait for their hour, and when it comes.
 *
 *   --content DIR   another content folder (or SITE_CONTENT_DIR)
 *   --sito URL      instead: asks the published site whether it lacks a note that is public by now, and prints `due=yes`
 *                   or `due=no` for a workflow
 */
import { publicFrom } from '../src/queries/publication.ts';
import { addressOf } from './editing/addresses/of-content.ts';
import { isKnown, stateOf } from './editing/addresses/register.ts';
import { commandLine, contentFolder, runAsProcess, stop, type Command } from './editing/command-line.ts';
import { readContent } from './editing/content/read.ts';
import { textAt } from './editing/content/values.ts';

const inRome = new Intl.DateTimeFormat('it-IT', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Europe/Rome',
});

/** The address of the published site; what is none ends the command. */
const siteAddress = (typed: string): string =>
  /^https?:$/.test(URL.parse(typed)?.protocol ?? '')
    ? typed
    : stop(
        `--sito vuole l’indirizzo del sito pubblicato, intero: --sito https://www.example.org (qui: "${typed}").`,
      );

/** Whether a site answers with a page at an address; where it does not answer at all there is nothing to publish to. */
const isThere = async (url: string): Promise<boolean> => {
  const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(20_000) }).catch(() =>
    stop(`Il sito non risponde: ${url}. Non so che cosa gli manca; alla prossima ora si riprova.`),
  );
  return answer.status !== 404 && answer.status !== 410;
};

export const embarghi: Command = async (args, { out, err }) => {
  const { values, words } = commandLine(args, { content: { type: 'string' }, sito: { type: 'string' } });
  if (words[0] !== undefined) stop(`Non capisco "${words[0]}". Basta: npm run embarghi`);
  const site = values.sito === undefined ? undefined : siteAddress(values.sito);
  const content = readContent(contentFolder(values.content));
  const notes = content.entries.filter(({ concept, isRecord }) => isRecord && concept === 'press-notes');
  const now = new Date();

  if (site !== undefined) {
    const known = notes.filter((note) => isKnown(note, content, now));
    const answers = await Promise.all(
      known.map(async (note) => {
        const url = new URL(addressOf(note) as string, site).href;
        return (await isThere(url)) ? [] : [url];
      }),
    );
    const missing = answers.flat();
    for (const url of missing) err(`Da pubblicare: ${url}`);
    out(`due=${missing.length > 0 ? 'yes' : 'no'}`);
    return 0;
  }

  const waiting = notes
    .filter((note) => stateOf(note, now) === 'embargoed')
    .map((note) => {
      const embargo = textAt(note.yaml.value, ['embargo']);
      return { id: note.id, from: publicFrom({ date: note.id.slice(0, 10), embargo }) };
    })
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const { id, from } of waiting) out(`${id}: esce ${inRome.format(from)}, ora italiana`);
  if (waiting.length === 0) out('Nessuna nota aspetta la sua ora.');
  return 0;
};

if (import.meta.main) await runAsProcess(embarghi);
