import { publicationState } from '../../../src/queries/publication.ts';
import { pressNote } from '../../../src/schemas/press-note.ts';
import type { Content, ContentEntry } from '../content/read.ts';
import { leavesOf } from '../content/values.ts';

const decisive = pressNote.pick({ status: true, date: true, embargo: true });

/** Whether everybody may read the words of a note; one that cannot be read is not taken to be public. */
const isPublic = ({ yaml }: ContentEntry): boolean => {
  const { success, data } = decisive.strip().safeParse(yaml.value);
  return success && !['draft', 'embargoed'].includes(publicationState(data));
};

/**
 * The files whose words a comment that everybody reads must not repeat: those of notes that are not public yet, and of what
 * names such a note as its source.
 * @returns paths below the content folder
 */
export const untoldFiles = ({ entries, files }: Content): ReadonlySet<string> => {
  const open = new Set(
    entries
      .filter((entry) => entry.concept === 'press-notes' && entry.isRecord && isPublic(entry))
      .map(({ id }) => id),
  );
  const isOpenNote = (path: string): boolean => open.has(path.split('/')[1] ?? '');
  const isSourced = (value: unknown): boolean =>
    leavesOf(value).some(
      ({ path, value: note }) => path.at(-1) === 'note' && typeof note === 'string' && !open.has(note),
    );
  const sourced = new Set(
    entries
      .filter(({ concept, isRecord, yaml }) => concept !== 'press-notes' && isRecord && isSourced(yaml.value))
      .map(({ concept, id }) => `${concept}/${id}`),
  );
  return new Set([
    ...files.map(({ path }) => path).filter((path) => path.startsWith('press-notes/') && !isOpenNote(path)),
    ...entries.filter(({ concept, id }) => sourced.has(`${concept}/${id}`)).map(({ file }) => file.path),
  ]);
};
