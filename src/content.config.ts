import { defineCollection } from 'astro:content';
import { join } from 'node:path';
import { sourceLanguage } from './i18n/languages.ts';
import { contentDir } from './lib/content-dir.ts';
import { contentFiles } from './lib/content-files.ts';
import { collectionId } from './schemas/content-path.ts';
import { glossary } from './schemas/glossary.ts';
import { concepts, type ConceptName } from './schemas/index.ts';
import { recordOrTranslation } from './schemas/record-or-translation.ts';

/** The collection of a concept: its Italian records, and its translations with ids like `palermo@en`. */
const collectionOf = (name: ConceptName) =>
  defineCollection({
    loader: contentFiles({
      folder: join(contentDir(), name),
      idOf: (path) =>
        path.endsWith(`.${concepts[name].format}`)
          ? collectionId(`${name}/${path}`, sourceLanguage.code)
          : undefined,
    }),
    schema: recordOrTranslation(name),
  });

const names = Object.keys(concepts) as ConceptName[];

export const collections = {
  ...(Object.fromEntries(names.map((name) => [name, collectionOf(name)])) as Record<
    ConceptName,
    ReturnType<typeof collectionOf>
  >),
  glossaries: defineCollection({
    loader: contentFiles({
      folder: join(contentDir(), 'glossary'),
      idOf: (path) => /^([a-z]{2,3})\.yaml$/.exec(path)?.[1],
    }),
    schema: glossary,
  }),
};
