/** The least number of letters to add, drop, change or swap to turn one text into the other (optimal string alignment). */
export const editDistance = (a: string, b: string): number => {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, at(beforePrevious, column - 2) + 1);
      current.push(least);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
};

const at = (row: readonly number[], index: number): number => row[index] as number;

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
