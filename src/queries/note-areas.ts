import { byEach } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { activitiesIn } from './activities.ts';
import { areasIn, type AreaView } from './areas.ts';
import { notesIn, type PressNoteView } from './press-notes.ts';

/** The ids of the areas of each note's activities: a note is about what its activities are in. */
const areaIdsByNote = oncePerBuild(async (lang: string) => {
  const byNote = byEach(await activitiesIn(lang), ({ source }) => [
    'note' in source ? source.note : undefined,
  ]);
  return new Map([...byNote].map(([note, own]) => [note, new Set(own.flatMap(({ areas }) => areas))]));
});

/** The areas that a note tells of, in their order. */
export const areasOfNote = async (lang: string, note: string): Promise<AreaView[]> => {
  const own = (await areaIdsByNote(lang)).get(note);
  return (await areasIn(lang)).filter(({ id }) => own?.has(id));
};

/** The listed notes that tell of an area, newest first. */
export const notesOfArea = async (lang: string, area: string): Promise<PressNoteView[]> => {
  const ids = await areaIdsByNote(lang);
  return (await notesIn(lang)).filter(({ id }) => ids.get(id)?.has(area));
};
