import { getCollection } from 'astro:content';
import { isolatedTexts } from '../i18n/bidi.ts';
import { languageOf, languages, sourceLanguage } from '../i18n/languages.ts';
import { byId } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { overlay } from '../lib/overlay.ts';
import { sourceHash } from '../lib/source-hash.ts';
import { partsOfId } from '../schemas/content-path.ts';
import {
  concepts,
  type Concept,
  type ConceptName,
  type RecordOf,
  type TextsOf,
  type TranslationInfo,
} from '../schemas/index.ts';
import { withUnsaved } from './unsaved.ts';

/** How the text that a reader gets came to be in the language that was asked for. */
export type TranslationState =
  | { kind: 'original' }
  | { kind: 'translated'; by: TranslationInfo['by']; reviewed: boolean; stale: boolean }
  | { kind: 'missing' };

/** A record with its texts in the language that was asked for, or in Italian where there is no translation. */
export type Localised<Name extends ConceptName> = RecordOf<Name> & {
  id: string;
  /** The language the texts are really in. */
  contentLang: string;
  translation: TranslationState;
  /** What may wait for a translator and still does, by path: `changes.2026-03-04.text`. */
  stillItalian: readonly string[];
};

/** A file of the content: what its schema made of it, and the text under its front matter. */
export interface ContentFile<Data> {
  data: Data;
  body: string | undefined;
  filePath: string;
}

/** A record and its translations, before a language is chosen. */
export interface Entry<Name extends ConceptName> {
  id: string;
  concept: Name;
  record: ContentFile<RecordOf<Name>>;
  translations: ReadonlyMap<string, ContentFile<TextsOf<Name> & { translation: TranslationInfo }>>;
  /** Hash of the Italian text, to be compared with the one a translation was made from. */
  hash: string;
}

interface LoadedEntry {
  id: string;
  data: unknown;
  body?: string | undefined;
  filePath?: string | undefined;
}

/** The collections are declared by a table, so their types meet their data here, and nowhere else. */
const contentFile = <Data>(entry: LoadedEntry): ContentFile<Data> => ({
  data: entry.data as Data,
  body: entry.body,
  filePath: entry.filePath ?? entry.id,
});

const load = async <Name extends ConceptName>(concept: Name): Promise<Entry<Name>[]> => {
  const files = withUnsaved(concept, (await getCollection(concept)) as LoadedEntry[]).map((file) => ({
    file,
    ...partsOfId(file.id),
  }));
  const records = files.filter(({ language }) => language === undefined).map(({ file }) => file);
  const byRecord = Map.groupBy(files, ({ record }) => record);
  const translationsOf = (id: string): Entry<Name>['translations'] =>
    new Map(
      byRecord
        .get(id)
        // Translations into a language that is not public yet wait with it.
        ?.flatMap(({ language, file }) =>
          language !== undefined && languages.some(({ code }) => code === language)
            ? [[language, contentFile(file)]]
            : [],
        ),
    );
  return records
    .map((record) => ({
      id: record.id,
      concept,
      record: contentFile<RecordOf<Name>>(record),
      translations: translationsOf(record.id),
      hash: sourceHash(concepts[concept].texts.parse(record.data), record.body),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

const loadOnce = oncePerBuild((concept: ConceptName): Promise<readonly unknown[]> => load(concept));

/** All entries of a concept in the order of their ids. Publication state is not looked at here. */
export const entriesOf = <Name extends ConceptName>(concept: Name): Promise<readonly Entry<Name>[]> =>
  loadOnce(concept) as Promise<readonly Entry<Name>[]>;

const indexed = oncePerBuild(async (concept: ConceptName) => byId(await entriesOf(concept)));

/**
 * The entry of a concept with this id, whatever its publication state.
 * @throws RangeError when there is none
 */
export const entryIn = async <Name extends ConceptName>(concept: Name, id: string): Promise<Entry<Name>> => {
  const entry = (await indexed(concept)).get(id) as Entry<Name> | undefined;
  if (!entry) throw new RangeError(`The content has no "${id}" among its ${concept}.`);
  return entry;
};

/** How an entry's texts come to be in a language. This is the one place that decides the language fallback. */
export const translationState = <Name extends ConceptName>(
  entry: Entry<Name>,
  lang: string,
): TranslationState => {
  if (lang === sourceLanguage.code) return { kind: 'original' };
  const info = (entry.translations.get(lang)?.data as { translation: TranslationInfo } | undefined)
    ?.translation;
  if (!info) return { kind: 'missing' };
  return {
    kind: 'translated',
    by: info.by,
    reviewed: info.reviewed === 'yes',
    stale: info.source !== entry.hash,
  };
};

type Texts = Readonly<Record<string, unknown>>;

/** The paths of the texts of one table that another lacks. */
const lacking = (italian: unknown, own: unknown, path: string): string[] =>
  typeof italian === 'object' && italian !== null
    ? Object.entries(italian).flatMap(([key, value]) =>
        lacking(value, (own as Texts | undefined)?.[key], `${path}.${key}`),
      )
    : italian !== undefined && own === undefined
      ? [path]
      : [];

const stillItalian = <Name extends ConceptName>(entry: Entry<Name>, lang: string): string[] => {
  const own = entry.translations.get(lang)?.data as Texts | undefined;
  const { texts, mayWait = [] }: Concept = concepts[entry.concept];
  if (!own || mayWait.length === 0) return [];
  const italian = texts.parse(entry.record.data) as Texts;
  return mayWait.flatMap((name) => lacking(italian[name], own[name], name));
};

/** The language that one text of an entry is really in. */
export const languageOfText = (
  { contentLang, stillItalian: waiting }: Pick<Localised<ConceptName>, 'contentLang' | 'stillItalian'>,
  path: string,
): string => (waiting.includes(path) ? sourceLanguage.code : contentLang);

/** An entry with its texts in a language; Italian takes their place where there is no translation. */
export const localise = <Name extends ConceptName>(entry: Entry<Name>, lang: string): Localised<Name> => {
  const translation = translationState(entry, lang);
  const { translation: _info, ...texts } = entry.translations.get(lang)?.data ?? {};
  return {
    ...overlay(entry.record.data, isolatedTexts(lang, texts)),
    id: entry.id,
    contentLang: translation.kind === 'missing' ? sourceLanguage.code : lang,
    translation,
    stillItalian: stillItalian(entry, lang),
  };
};

const localiseAll = oncePerBuild(async (concept: ConceptName, lang: string): Promise<readonly unknown[]> =>
  (await entriesOf(concept)).map((entry) => localise(entry, lang)),
);

/**
 * All entries of a concept with their texts in a language, in the order of their ids. Publication state is not looked
 * at here.
 * @param lang the language that is asked for; Italian takes its place where there is no translation
 */
export const localisedIn = <Name extends ConceptName>(
  concept: Name,
  lang: string,
): Promise<readonly Localised<Name>[]> => localiseAll(concept, lang) as Promise<readonly Localised<Name>[]>;

/** The languages that an entry really exists in, in the order of the site's list. */
export const languagesOf = <Name extends ConceptName>(entry: Entry<Name>): string[] => [
  sourceLanguage.code,
  ...entry.translations.keys(),
];

/**
 * How the texts of a page that gathers many records came to be: as the least sure of them, the words of the interface
 * among them. Every page that is no record's own says this; whatever is not translated says so where it stands.
 */
export const collectedTranslation = oncePerBuild(async (lang: string): Promise<TranslationState> => {
  if (lang === sourceLanguage.code) return { kind: 'original' };
  const { by, reviewed } = languageOf(lang).translation ?? { by: 'machine', reviewed: 'no' };
  const own = await Promise.all(
    (Object.keys(concepts) as ConceptName[]).map(async (concept) =>
      (await entriesOf(concept)).map((entry) => translationState(entry, lang)),
    ),
  );
  const states = own.flat().filter((state) => state.kind === 'translated');
  return {
    kind: 'translated',
    by: by === 'machine' || states.some((state) => state.by === 'machine') ? 'machine' : 'person',
    reviewed: reviewed === 'yes' && states.every((state) => state.reviewed),
    // One changed text among many does not make a list wrong: its own page tells.
    stale: false,
  };
});
