import { pathIn } from '../i18n/paths.ts';
import { addresses } from '../lib/addresses.ts';
import type { Story } from '../lib/kept-story.ts';
import type { CityView } from '../queries/cities.ts';
import { citySheetName } from './file-names.ts';

/** What a reader keeps of a city: its page, its notes, its sheet, the way to help and the list of what is kept. */
export const keptStory = (lang: string, city: CityView): Story => {
  const beside = Object.entries(addresses).filter(([name]) => name === 'help' || name === 'kept');
  const words = pathIn(lang, addresses.readingWords);
  return {
    name: city.name,
    page: pathIn(lang, city.path),
    pages: [...city.notes, ...beside.map(([, path]) => ({ path }))].map(({ path }) => pathIn(lang, path)),
    files: [
      words,
      // Only a city of which something is told has a sheet.
      ...(city.activityCount > 0
        ? [pathIn(city.contentLang, `${city.path}${citySheetName(city.id, city.contentLang)}`)]
        : []),
    ],
    words,
  };
};
