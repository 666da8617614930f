/**
 * A title that a browser's tab and a list of search results show whole: the first clause of one that is longer, else as many
 * words as there is room for, and an ellipsis.
 * @param title any text
 * @param room how many characters there are
 */
export const shortTitle = (title: string, room: number): string => {
  if (title.length <= room) return title;
  const start = title.slice(0, room + 1);
  const clause = /^(.+)(?:[,;:،؛]\s|\s[–—-]\s)/su.exec(start)?.[1];
  // A name before a comma says too little.
  if (clause !== undefined && clause.length >= room / 3) return clause;
  const words = title.slice(0, room).replace(/\s+\S*$/u, '');
  return `${words.replace(/[\s,;:،؛–—-]+$/u, '')}…`;
};
