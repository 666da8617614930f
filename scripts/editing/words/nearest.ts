import { editDistance } from '../../../src/lib/edit-distance.ts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

/**
 * The name that somebody most likely meant; nothing when no name is near.
 * Accents, capitals, blanks and hyphens do not count.
 */
export const nearest = (written: string, names: Iterable<string>): string | undefined => {
  const wanted = plain(written);
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const candidate = plain(name);
    // Half a name ("safe" for "safe-space") is near too.
    const half = wanted.length >= 4 && (candidate.startsWith(wanted) || wanted.startsWith(`${candidate}-`));
    const distance = half ? 1 : editDistance(wanted, candidate);
    if (distance <= Math.max(1, Math.floor(wanted.length / 3)) && (!best || distance < best.distance))
      best = { name, distance };
  }
  return best?.name;
};

/** Names joined for a sentence; a long list is cut. */
export const namesInWords = (names: Iterable<string>, most = 20): string => {
  const all = [...names].sort((a, b) => (a < b ? -1 : 1));
  return all.length <= most ? all.join(', ') : `${all.slice(0, most).join(', ')} …`;
};
