import { formatDate, formatList } from '../i18n/format.ts';
import { translator } from '../i18n/strings.ts';
import { editionPath } from '../lib/addresses.ts';
import { byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { localisedIn, type Localised } from './entries.ts';
import { editionState, type EditionState } from './publication.ts';

/** An edition of the network, with its texts in a language. */
export type EditionView = Localised<'editions'> & {
  path: string;
  state: EditionState;
  /** Where it stands in time, in words: "edizione conclusa a gennaio 2024". */
  stateText: string;
};

/** A date as it stands inside a sentence: "a gennaio 2024", "il 12 gennaio 2024", "nel 2024". */
const whenText = (lang: string, date: string): string => {
  const exactness = (['year', 'month', 'day'] as const)[date.split('-').length - 1] ?? 'day';
  const text = formatDate(lang, date);
  // "a gennaio" and "ad aprile".
  const form = exactness === 'month' && text.startsWith('a') ? 'month-a' : exactness;
  return translator(lang)(`date.in-${form}`, { date: text });
};

const stateText = (lang: string, state: EditionState, { begins, ends }: Localised<'editions'>): string => {
  const t = translator(lang);
  if (state === 'concluded' && ends) return t('edition.concluded', { when: whenText(lang, ends) });
  if (state === 'to-come' && begins) return t('edition.to-come', { when: whenText(lang, begins) });
  return ends ? t('edition.running-until', { date: formatDate(lang, ends) }) : t('edition.running');
};

/** All editions, the newest first. */
export const editionsIn = oncePerBuild(async (lang: string): Promise<readonly EditionView[]> =>
  (await localisedIn('editions', lang))
    .map((edition) => {
      const state = editionState(edition);
      return {
        ...edition,
        path: editionPath(edition.id, edition.toldFirst),
        state,
        stateText: stateText(lang, state, edition),
      };
    })
    .sort((a, b) => b.order - a.order),
);

const index = oncePerBuild(async (lang: string) => byId(await editionsIn(lang)));

/**
 * The edition with this id.
 * @throws RangeError when there is none
 */
export const editionIn = async (lang: string, id: string): Promise<EditionView> => {
  const found = (await index(lang)).get(id);
  if (!found) throw new RangeError(`There is no edition "${id}".`);
  return found;
};

/** The edition that the site tells first, whatever its state; the newest where none is marked. */
export const editionToldFirst = async (lang: string): Promise<EditionView> => {
  const editions = await editionsIn(lang);
  const first = editions.find(({ toldFirst }) => toldFirst) ?? editions[0];
  if (!first) throw new RangeError('The content has no edition.');
  return first;
};

/** A contact and the edition that published it. */
export interface ContactView {
  name: string;
  email: string;
  press: boolean;
  editionName: string;
}

/**
 * The latest contacts that the network published: those of the edition asked for, or of the newest one that has any.
 * @param editionId the edition whose contacts are looked for first
 */
export const latestContacts = async (lang: string, editionId?: string): Promise<ContactView[]> => {
  const editions = await editionsIn(lang);
  const own = editions.filter((edition) => edition.id === editionId);
  const source = [...own, ...editions].find((edition) => edition.contacts.length > 0);
  return (source?.contacts ?? []).map((contact) => ({ ...contact, editionName: source?.name ?? '' }));
};

/** Names of editions, joined as the language joins them. */
export const editionNames = async (lang: string, ids: readonly string[]): Promise<string> => {
  const editions = await editionsIn(lang);
  return formatList(
    lang,
    editions
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .reverse(),
  );
};

/**
 * Whether what several editions did is told as past, present or to come: what is running outweighs what is over, and what
 * is over what is to come.
 */
export const jointState = (editions: readonly Pick<EditionView, 'state'>[]): EditionState =>
  (['running', 'concluded'] as const).find((state) => editions.some((edition) => edition.state === state)) ??
  'to-come';
