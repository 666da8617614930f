import { sourceHash } from '../../../src/lib/source-hash.ts';
import { pathOf } from '../../../src/schemas/content-path.ts';
import { concepts, type ConceptName } from '../../../src/schemas/index.ts';
import type { Content, ContentEntry } from '../content/read.ts';

/** How one text stands in one language. */
export interface TranslationStatus {
  concept: ConceptName;
  id: string;
  language: string;
  state: 'missing' | 'unstamped' | 'stale' | 'current';
  reviewed: boolean;
  /** Where the translation is, or has to be. */
  path: string;
  /** Hash of the Italian text of now; absent while the Italian record does not fit its schema. */
  hash?: string;
}

/** The hash of an Italian record's words, as the site computes it; absent when the record does not fit its schema. */
export const hashOf = (record: ContentEntry): string | undefined => {
  const parsed = concepts[record.concept].texts.safeParse(record.yaml.value);
  return parsed.success ? sourceHash(parsed.data, record.body?.text) : undefined;
};

/** True when a record has words to translate. */
export const hasWords = (record: ContentEntry): boolean => {
  const parsed = concepts[record.concept].texts.safeParse(record.yaml.value);
  return (
    (record.body?.text.trim() ?? '') !== '' || !parsed.success || sourceHash(parsed.data) !== sourceHash({})
  );
};

/** Every record in every language but its own. */
export const surveyTranslations = (content: Content): TranslationStatus[] => {
  const translations = new Map(
    content.entries.filter((entry) => !entry.isRecord).map((entry) => [entry.file.path, entry]),
  );
  return content.entries
    .filter((entry) => entry.isRecord && hasWords(entry))
    .flatMap((record) =>
      content.languages.slice(1).map((language) => {
        const path = pathOf({ ...record, language, isRecord: false });
        return statusOf(record, language, path, translations.get(path));
      }),
    );
};

const HASH = /^[0-9a-f]{16}$/;

const statusOf = (
  record: ContentEntry,
  language: string,
  path: string,
  translation: ContentEntry | undefined,
): TranslationStatus => {
  const hash = hashOf(record);
  const common = {
    concept: record.concept,
    id: record.id,
    language,
    path,
    ...(hash !== undefined && { hash }),
  };
  if (!translation) return { ...common, state: 'missing', reviewed: false };
  const info = (translation.yaml.value as { translation?: { reviewed?: unknown; source?: unknown } } | null)
    ?.translation;
  const stamp = typeof info?.source === 'string' ? info.source : '';
  const state = !HASH.test(stamp) ? 'unstamped' : stamp === hash ? 'current' : 'stale';
  return { ...common, state, reviewed: info?.reviewed === 'yes' || info?.reviewed === true };
};
