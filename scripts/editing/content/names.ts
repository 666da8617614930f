import type { ConceptName } from '../../../src/schemas/index.ts';

/** What editors call each concept: one of it, many of it. */
export const conceptNames: Record<ConceptName, { one: string; many: string }> = {
  editions: { one: 'edizione', many: 'edizioni' },
  areas: { one: 'ambito', many: 'ambiti' },
  cities: { one: 'città', many: 'città' },
  partners: { one: 'partner', many: 'partner' },
  activities: { one: 'attività', many: 'attività' },
  facts: { one: 'fatto', many: 'fatti' },
  videos: { one: 'video', many: 'video' },
  'press-notes': { one: 'nota', many: 'note stampa' },
  pages: { one: 'pagina', many: 'pagine' },
};
