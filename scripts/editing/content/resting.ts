import { fieldAt } from './schema-fields.ts';
import type { ContentEntry } from './read.ts';
import { leavesOf, textAt } from './values.ts';

/** What rests on a note. */
export interface Resting {
  /** Files that name the note as their source, or link to its page. */
  files: string[];
  /** How many figures the note states. */
  figures: number;
  /** How many quotes stand in its text. */
  quotes: number;
  /** The file of its city, whose words may tell what the note says. */
  city?: string;
}

/**
 * What rests on a note, so that whoever withdraws it knows what to read again.
 * @param records the Italian records
 * @param note the record of the note
 */
export const restingOn = (records: readonly ContentEntry[], note: ContentEntry): Resting => {
  const naming = records.filter((entry) =>
    leavesOf(entry.yaml.value).some(
      ({ path, value }) =>
        value === note.id &&
        fieldAt(entry.schema, path)?.refersTo === 'press-notes' &&
        !path.includes('replacedBy'),
    ),
  );
  const linking = records.filter((entry) => entry.body?.text.includes(`/note-stampa/${note.id}/`));
  const city = textAt(note.yaml.value, ['city']);
  const body = note.body?.text ?? '';
  return {
    files: [...new Set([...naming, ...linking])]
      .filter((entry) => entry !== note)
      .map(({ file }) => file.path),
    figures: body.match(/<Figure\b/g)?.length ?? 0,
    quotes: body.match(/<Quote\b/g)?.length ?? 0,
    ...(city !== undefined && { city: `cities/${city}.yaml` }),
  };
};
