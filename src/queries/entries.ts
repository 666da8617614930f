import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { sourceLanguage } from '../i18n/languages.ts';
import type { TranslationInfo } from '../schemas/index.ts';
import { overlay } from '../lib/overlay.ts';
import { sourceHash } from '../lib/source-hash.ts';
import { concepts, type ConceptName } from '../schemas/index.ts';

/** The collections of each concept: Italian records and their translations. */
const collectionsOf = {
  editions: ['editions', 'editionTranslations'],
  areas: ['areas', 'areaTranslations'],
  cities: ['cities', 'cityTranslations'],
  partners: ['partners', 'partnerTranslations'],
  activities: ['activities', 'activityTranslations'],
  facts: ['facts', 'factTranslations'],
  videos: ['videos', 'videoTranslations'],
  'press-notes': ['pressNotes', 'pressNoteTranslations'],
  pages: ['pages', 'pageTranslations'],
} as const satisfies Record<ConceptName, readonly [CollectionKey, CollectionKey]>;

type RecordCollection<Name extends ConceptName> = (typeof collectionsOf)[Name][0];
type TranslationCollection<Name extends ConceptName> = (typeof collectionsOf)[Name][1];

/** How the text that a reader gets came to be in the language that was asked for. */
export type TranslationState =
  | { kind: 'original' }
  | { kind: 'translated'; by: TranslationInfo['by']; reviewed: boolean; stale: boolean }
  | { kind: 'missing' };

/** A record with its texts in the language that was asked for, or in Italian where there is no translation. */
export type Localised<Name extends ConceptName> = CollectionEntry<RecordCollection<Name>>['data'] & {
  id: string;
  /** The language the texts are really in. */
  contentLang: string;
  translation: TranslationState;
};

/** A record and its translations, before a language is chosen. */
export interface Entry<Name extends ConceptName> {
  id: string;
  record: CollectionEntry<RecordCollection<Name>>;
  translations: ReadonlyMap<string, CollectionEntry<TranslationCollection<Name>>>;
  /** Hash of the Italian text, to be compared with the one a translation was made from. */
  hash: string;
}

const loaded = new Map<ConceptName, Promise<unknown>>();

const load = async <Name extends ConceptName>(concept: Name): Promise<Entry<Name>[]> => {
  const [recordName, translationName] = collectionsOf[concept];
  const records = (await getCollection(recordName)) as CollectionEntry<RecordCollection<Name>>[];
  const translations = (await getCollection(translationName)) as CollectionEntry<TranslationCollection<Name>>[];
  const byRecord = new Map<string, Map<string, CollectionEntry<TranslationCollection<Name>>>>();
  for (const translation of translations) {
    const [id, lang] = translation.id.split('@') as [string, string];
    const own = byRecord.get(id) ?? new Map();
    byRecord.set(id, own.set(lang, translation));
  }
  return records
    .map((record) => ({
      id: record.id,
      record,
      translations: byRecord.get(record.id) ?? new Map(),
      hash: sourceHash(concepts[concept].texts.parse(record.data), record.body),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** All entries of a concept in the order of their ids. Publication state is not looked at here. */
export const entriesOf = <Name extends ConceptName>(concept: Name): Promise<Entry<Name>[]> => {
  if (import.meta.env.DEV) return load(concept);
  let entries = loaded.get(concept) as Promise<Entry<Name>[]> | undefined;
  if (!entries) loaded.set(concept, (entries = load(concept)));
  return entries;
};

/** How an entry's texts come to be in a language. This is the one place that decides the language fallback. */
export const translationState = <Name extends ConceptName>(entry: Entry<Name>, lang: string): TranslationState => {
  if (lang === sourceLanguage.code) return { kind: 'original' };
  const info = (entry.translations.get(lang)?.data as { translation: TranslationInfo } | undefined)?.translation;
  if (!info) return { kind: 'missing' };
  return { kind: 'translated', by: info.by, reviewed: info.reviewed === 'yes', stale: info.source !== entry.hash };
};

/**
 * An entry with its texts in a language.
 * @param entry record and translations
 * @param lang the language that is asked for; Italian takes its place where there is no translation
 */
export const localise = <Name extends ConceptName>(entry: Entry<Name>, lang: string): Localised<Name> => {
  const translation = translationState(entry, lang);
  const { translation: _info, ...texts } = (entry.translations.get(lang)?.data ?? {}) as Record<string, unknown>;
  return {
    ...(overlay(entry.record.data, texts) as CollectionEntry<RecordCollection<Name>>['data']),
    id: entry.id,
    contentLang: translation.kind === 'missing' ? sourceLanguage.code : lang,
    translation,
  };
};

/** The languages that an entry really exists in, in the order of the site's list. */
export const languagesOf = <Name extends ConceptName>(entry: Entry<Name>): string[] => [
  sourceLanguage.code,
  ...entry.translations.keys(),
];
