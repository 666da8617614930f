import { sourceLanguage } from '../i18n/languages.ts';
import { partsOf } from '../lib/content-files.ts';
import { unsavedTexts } from '../lib/dev-request.ts';
import { collectionId } from '../schemas/content-path.ts';
import type { ConceptName } from '../schemas/index.ts';
import { recordOrTranslation } from '../schemas/record-or-translation.ts';

interface LoadedEntry {
  id: string;
  data: unknown;
  body?: string | undefined;
  filePath?: string | undefined;
}

/** The entries with those in the place of their own that an editor is writing; one with a mistake stays as it is saved. */
export const withUnsaved = (concept: ConceptName, entries: readonly LoadedEntry[]): LoadedEntry[] => {
  const written = [...unsavedTexts()]
    .filter(([path]) => path.startsWith(`${concept}/`))
    .flatMap(([path, text]): LoadedEntry[] => {
      const { data, body } = partsOf(path, text);
      const read = recordOrTranslation(concept).safeParse(data);
      const id = collectionId(path, sourceLanguage.code);
      const filePath = entries.find((entry) => entry.id === id)?.filePath;
      return read.success ? [{ id, data: read.data, body, filePath }] : [];
    });
  const kept = entries.filter(({ id }) => !written.some((each) => each.id === id));
  return written.length === 0 ? [...entries] : [...kept, ...written];
};
