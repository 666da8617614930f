/** Things by their id. */
export const byId = <Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/**
 * Things by each of the keys that they have, in the order of the list.
 * @param keysOf the keys of an item; one that comes twice counts once
 */
export const byEach = <Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly (string | undefined)[],
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
};
