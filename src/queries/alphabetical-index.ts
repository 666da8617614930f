import { compareIn, initialIn } from '../i18n/format.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { addresses, partnerPath } from '../lib/addresses.ts';
import { listPagePath, listPlace, pagesOf, type ListPlace } from '../lib/list-pages.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { activitiesIn } from './activities.ts';
import { areasIn } from './areas.ts';
import { citiesIn } from './cities.ts';
import { pagesIn } from './pages.ts';
import { partnersIn } from './partners.ts';
import { notesIn } from './press-notes.ts';

/** A line of the index of everything. */
export interface IndexLink {
  label: string;
  /** What kind of thing it is, in words. */
  kind: string;
  path: string;
  contentLang: string;
}

/** What begins with a letter. */
export interface IndexLetter {
  letter: string;
  anchor: string;
  links: readonly IndexLink[];
}

/** Everything that the site tells of, by first letter, in the alphabetical order of the language. */
const everything = oncePerBuild(async (lang: string): Promise<readonly IndexLetter[]> => {
  const t = translator(lang);
  const [cities, activities, areas, notes, partners, pages] = await Promise.all([
    citiesIn(lang),
    activitiesIn(lang),
    areasIn(lang),
    notesIn(lang),
    partnersIn(lang),
    pagesIn(lang),
  ]);
  const link = (label: string, kind: string, path: string, contentLang: string): IndexLink => ({
    label,
    kind,
    path,
    contentLang,
  });
  const links = [
    ...cities.map((city) => link(city.name, t('nav.cities'), city.path, city.contentLang)),
    ...activities.map((activity) =>
      link(activity.title, t('nav.activities'), activity.path, activity.contentLang),
    ),
    ...areas.map((area) => link(area.name, t('nav.areas'), area.path, area.contentLang)),
    ...notes.map((note) => link(note.title, t('nav.notes'), note.path, note.contentLang)),
    ...partners.map((partner) =>
      link(partner.name, t('nav.partners'), partnerPath(partner.id), sourceLanguage.code),
    ),
    ...pages.map((page) => link(page.title, t('nav.project'), page.path, page.contentLang)),
  ].sort((a, b) => compareIn(lang)(a.label, b.label));
  return [...Map.groupBy(links, ({ label }) => initialIn(lang, label))]
    .sort(([a], [b]) => compareIn(lang)(a, b))
    .map(([letter, own]) => ({
      letter,
      anchor: `lettera-${letter === '#' ? 'altro' : letter.toLocaleLowerCase()}`,
      links: own,
    }));
});

/** A page of its own for a letter, or for a part of what begins with it. */
export interface IndexLetterPage extends IndexLetter {
  path: string;
  place: ListPlace;
}

/** The index: all on one page, or, when that would be long, a page for each letter. */
export interface AlphabeticalIndex {
  letters: readonly (IndexLetter & { href: string })[];
  /** None when all is on one page. */
  pages: readonly IndexLetterPage[];
}

const LINKS_ON_ONE_PAGE = 200;
const LINKS_PER_PAGE = 100;

/** The part of an address that stands for a letter: itself, or its number in Unicode where it is not Latin. */
const addressOf = (letter: string): string => {
  if (letter === '#') return 'altro';
  const small = letter.toLocaleLowerCase();
  return /^[a-z]$/.test(small) ? small : `u${small.codePointAt(0)?.toString(16) ?? ''}`;
};

/** The index of everything, in the alphabetical order of the language. */
export const alphabeticalIndex = oncePerBuild(async (lang: string): Promise<AlphabeticalIndex> => {
  const letters = await everything(lang);
  const count = letters.reduce((sum, { links }) => sum + links.length, 0);
  if (count <= LINKS_ON_ONE_PAGE)
    return { letters: letters.map((one) => ({ ...one, href: `#${one.anchor}` })), pages: [] };
  const pages = letters.flatMap(({ letter, anchor, links }) => {
    const list = `${addresses.index}${addressOf(letter)}/`;
    const parts = pagesOf(links, LINKS_PER_PAGE);
    return parts.map((own, index) => ({
      letter,
      anchor,
      links: own,
      path: listPagePath(list, index + 1),
      place: listPlace(list, index + 1, parts.length),
    }));
  });
  return {
    letters: letters.map((one) => ({
      ...one,
      href: pathIn(lang, `${addresses.index}${addressOf(one.letter)}/`),
    })),
    pages,
  };
});
