/** The part of a value that a path leads to; nothing when the way breaks off. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, part) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part)) return undefined;
    return (inner as Record<PropertyKey, unknown>)[part];
  }, value);

/** The text at a path; nothing when there is none or it is something else. */
export const textAt = (value: unknown, path: readonly PropertyKey[]): string | undefined => {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : undefined;
};

/** The fields of an object at a path; none when there is none or it is something else. */
export const entriesAt = (value: unknown, path: readonly PropertyKey[]): [string, unknown][] => {
  const found = valueAt(value, path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
};

/** The items of a list at a path; none when there is none or it is something else. */
export const itemsAt = (value: unknown, path: readonly PropertyKey[]): unknown[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? (found as unknown[]) : [];
};

/** A part of a value that has no parts of its own, with the way to it. */
export interface Leaf {
  path: PropertyKey[];
  value: unknown;
}

/** All parts of a value that have no parts of their own. */
export const leavesOf = (value: unknown, path: PropertyKey[] = []): Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  }
  return value === undefined ? [] : [{ path, value }];
};
