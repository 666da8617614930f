import { formatList } from '../i18n/format.ts';
import { editionPath } from '../lib/addresses.ts';
import { byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { localisedIn, type Localised } from './entries.ts';

/** An edition of the network, with its texts in a language. */
export type EditionView = Localised<'editions'> & { path: string };

/** All editions, the newest first. */
export const editionsIn = oncePerBuild(async (lang: string): Promise<readonly EditionView[]> =>
  (await localisedIn('editions', lang))
    .map((edition) => ({ ...edition, path: editionPath(edition.id, edition.current) }))
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

/** The edition in the foreground; the newest where none is marked. */
export const currentEdition = async (lang: string): Promise<EditionView> => {
  const editions = await editionsIn(lang);
  const current = editions.find((edition) => edition.current) ?? editions[0];
  if (!current) throw new RangeError('The content has no edition.');
  return current;
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
