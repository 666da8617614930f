import { compareIn, initialIn } from '../i18n/format.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { translator } from '../i18n/strings.ts';
import { partnerPath } from '../lib/addresses.ts';
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

/** Everything that the site tells of, by first letter, in the alphabetical order of the language. */
export const alphabeticalIndex = async (
  lang: string,
): Promise<{ letter: string; anchor: string; links: IndexLink[] }[]> => {
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
};
