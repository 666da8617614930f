import type { Table } from './tables.ts';

/** A table as JSON: a list of objects with the columns' names, numbers as numbers, lists as lists. */
export const toJson = ({ rows }: Table): string => `${JSON.stringify(rows, null, 2)}\n`;
