import { areaPath, cityPath, notePath, plainPagePath, videoPath } from '../../../src/lib/addresses.ts';
import type { ConceptName } from '../../../src/schemas/index.ts';

/** The concepts whose entries have a page of their own. */
const paths: Partial<Record<ConceptName, (id: string) => string>> = {
  'press-notes': notePath,
  cities: cityPath,
  areas: areaPath,
  videos: videoPath,
  pages: plainPagePath,
};

/** The address of an entry, without a language; nothing where it has no page of its own. */
export const addressOf = ({ concept, id }: { concept: ConceptName; id: string }): string | undefined =>
  paths[concept]?.(id);
