import { editDistance } from '../../../src/lib/edit-distance.ts';
import { slugOf } from '../../../src/lib/slug.ts';
import { conceptNames, type ConceptName, type ConceptWords } from '../../../src/schemas/concept-names.ts';
import { namesInWords, nearest } from '../words/nearest.ts';

/**
 * The entry that somebody most likely meant. A city or an edition that is not a slip of the pen is one that the site lacks:
 * its neighbour in the alphabet is another place.
 */
export const nearestEntry = (value: string, to: ConceptName, ids: Iterable<string>): string | undefined => {
  const meant = nearest(value, ids);
  if (meant === undefined) return undefined;
  if (to === 'cities') return editDistance(slugOf(value), meant) <= 1 ? meant : undefined;
  // Nobody misses a number by accident: "lgnet4" is no slip for "lgnet2".
  const digits = (name: string): string => name.replace(/\D/g, '');
  return to === 'editions' && digits(value) !== digits(meant) ? undefined : meant;
};

/** What there is to choose from, and how a new one is made where it may be a new one. */
export const entriesThere = (value: string, to: ConceptName, ids: Iterable<string>): string => {
  const { reference }: ConceptWords = conceptNames[to];
  const isCity = to === 'cities';
  const all = `${reference?.all ?? 'Si può scegliere fra'}: ${namesInWords(ids, isCity ? 60 : 20)}.`;
  return isCity ? `${all} Una città nuova: npm run nuovo -- citta --nome "${capitalised(value)}"` : all;
};

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
