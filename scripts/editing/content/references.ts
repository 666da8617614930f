import type { ConceptName } from '../../../src/schemas/index.ts';

/** The fields that name another entry, wherever they stand. */
export const referenceTargets: Readonly<Record<string, ConceptName>> = {
  city: 'cities',
  cities: 'cities',
  edition: 'editions',
  areas: 'areas',
  representedBy: 'partners',
  note: 'press-notes',
  page: 'pages',
  replacedBy: 'press-notes',
  storyPage: 'pages',
};
