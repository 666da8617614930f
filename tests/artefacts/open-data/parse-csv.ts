/** Reads RFC 4180: fields, quotes and line ends, and nothing of this project. */
export const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (quoted) {
      if (char === '"' && text[index + 1] === '"') {
        field += '"';
        index += 1;
      } else if (char === '"') quoted = false;
      else field += char;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      rows.at(-1)?.push(field);
      field = '';
    } else if (char === '\r' && text[index + 1] === '\n') {
      rows.at(-1)?.push(field);
      field = '';
      rows.push([]);
      index += 1;
    } else field += char;
  }
  if (quoted) throw new Error('A quoted field has no end.');
  if (field !== '' || (rows.at(-1)?.length ?? 0) > 0) throw new Error('The last line has no end.');
  return rows.slice(0, -1);
};

/** The rows of a CSV file as records, by the names in its header. */
export const recordsOf = (text: string): Record<string, string>[] => {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row) => {
    if (row.length !== header.length)
      throw new Error(`A row has ${row.length} fields, not ${header.length}.`);
    return Object.fromEntries(header.map((name, index) => [name, row[index] as string]));
  });
};
