type PlainObject = Record<string, unknown>;

const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

const merge = (below: unknown, above: unknown): unknown => {
  if (above === undefined) return below;
  if (!isPlainObject(below) || !isPlainObject(above)) return above;
  const merged: PlainObject = { ...below };
  for (const [key, value] of Object.entries(above)) merged[key] = merge(below[key], value);
  return merged;
};

/**
 * A translation laid over its Italian record: objects are merged field by field; lists and single values of the
 * translation take the place of the Italian ones; what it does not have stays Italian. Neither argument changes.
 * @param record the Italian record
 * @param texts the translated texts
 */
export const overlay = <Base extends object>(record: Base, texts: object): Base =>
  merge(record, texts) as Base;
