import { inItaly } from '../../../src/queries/publication.ts';
import { romeOffset } from '../../../src/lib/rome-time.ts';
import { toFile, toForm } from '../form/codec.ts';
import { NAME, BODY, type FileFormat } from '../form/shape.ts';

/** What an editor says in the form of an action: names of its boxes with what was written in them. */
export type Said = Readonly<Record<string, string>>;

type Values = Record<string, unknown>;

/** Why an action cannot be done as it was asked for, in Italian. */
export class NotDone extends Error {}

const wanted = (said: Said, name: string, otherwise: string): string =>
  said[name]?.trim() || refuse(otherwise);

const refuse = (why: string): never => {
  throw new NotDone(why);
};

const today = (): string => inItaly(new Date()).slice(0, 10);

/** A line about a change; a second one of the same day is written behind the first. */
const withChange = (changes: unknown, day: string, text: string): Values[] => {
  const list = Array.isArray(changes) ? (changes as Values[]) : [];
  const same = list.find((change) => change[NAME] === day);
  return same
    ? list.map((change) =>
        change === same ? { ...change, text: `${String(change['text'])} ${text}` } : change,
      )
    : [...list, { [NAME]: day, text }];
};

/** The guided actions: what each makes of the values of a note. */
const actions = {
  /** Words are changed, and it is said. */
  correggi: (values: Values, said: Said): Values => {
    const words = Object.fromEntries(
      ['title', 'subtitle', 'citySummary', 'description', BODY]
        .filter((field) => said[field] !== undefined)
        .map((field) => [field, said[field]?.replaceAll('\r\n', '\n')]),
    );
    const corrected = { ...values, ...words };
    if (said['light'] === 'yes') return corrected;
    const text = wanted(
      said,
      'change',
      'Scrivi in una frase che cosa hai corretto: chi ha già letto la nota lo deve sapere.',
    );
    return { ...corrected, changes: withChange(values['changes'], today(), text) };
  },
  /** The note is taken back; its address stays and says why. */
  ritira: (values: Values, said: Said): Values => {
    const status = said['status'] === 'error' ? 'error' : 'withdrawn';
    const reason = wanted(
      said,
      'reason',
      'Scrivi perché: la pagina resta al suo indirizzo e lo deve spiegare.',
    );
    const replacedBy = said['replacedBy']?.trim();
    return { ...values, status, withdrawal: { date: today(), reason, ...(replacedBy && { replacedBy }) } };
  },
  /** Nothing is shown before a moment. */
  embargo: (values: Values, said: Said): Values => {
    const local = said['moment']?.trim() ?? '';
    if (local === '') return { ...values, embargo: undefined };
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) refuse('Scegli giorno e ora.');
    return { ...values, embargo: `${local}:00${romeOffset(local)}` };
  },
  /** A draft becomes a note. */
  pubblica: (values: Values): Values => ({ ...values, status: 'published' }),
  /** A note that nobody has read yet becomes a draft again. */
  bozza: (values: Values): Values => ({ ...values, status: 'draft' }),
} satisfies Record<string, (values: Values, said: Said) => Values>;

export type ActionName = keyof typeof actions;

export const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name);

/**
 * The text of a note after a guided action.
 * @param text the note's file as it is
 * @throws NotDone when something that the action needs was not said
 */
export const afterAction = (name: ActionName, text: string, format: FileFormat, said: Said): string =>
  toFile(actions[name](toForm(text, format), said), format);
