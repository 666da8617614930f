import { defineCollection } from 'astro:content';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import { sourceLanguage } from './i18n/languages.ts';
import { contentDir } from './lib/content-dir.ts';
import { contentFiles } from './lib/content-files.ts';
import { conceptNames } from './schemas/concept-names.ts';
import { collectionId, contentPatterns } from './schemas/content-path.ts';
import { glossary } from './schemas/glossary.ts';
import { concepts, translationOf, type ConceptName } from './schemas/index.ts';

const base = (folder: string): URL => pathToFileURL(`${contentDir()}/${folder}/`);

/** The collections of a concept: its Italian records, and its translations with ids like `palermo@en`. */
const collectionsOf = (name: ConceptName) => {
  const { format, record, texts } = concepts[name];
  const { collection, translations } = conceptNames[name];
  const patterns = contentPatterns(format, sourceLanguage.code);
  const files = (pattern: string[]) =>
    contentFiles({
      base: base(name),
      pattern,
      generateId: ({ entry }) => collectionId(`${name}/${entry}`, sourceLanguage.code),
    });
  return [
    [collection, defineCollection({ loader: files(patterns.records), schema: record })],
    [
      translations,
      defineCollection({
        loader: files(patterns.translations),
        schema: translationOf<z.ZodRawShape>(texts),
      }),
    ],
  ] as const;
};

type Names = typeof conceptNames;
type Collection<Schema extends z.ZodObject> = ReturnType<typeof defineCollection<Schema>>;
type Collections = {
  [Name in ConceptName as Names[Name]['collection']]: Collection<(typeof concepts)[Name]['record']>;
} & {
  [Name in ConceptName as Names[Name]['translations']]: Collection<
    ReturnType<typeof translationOf<z.ZodRawShape>>
  >;
};

export const collections = {
  ...(Object.fromEntries((Object.keys(concepts) as ConceptName[]).flatMap(collectionsOf)) as Collections),
  glossaries: defineCollection({
    loader: contentFiles({ base: base('glossary'), pattern: '*.yaml' }),
    schema: glossary,
  }),
};
