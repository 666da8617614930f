import { defineCollection } from 'astro:content';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { sourceLanguage } from './i18n/languages.ts';
import { contentDir } from './lib/content-dir.ts';
import { contentFiles } from './lib/content-files.ts';
import { collectionId, contentPattern } from './schemas/content-path.ts';
import { glossary } from './schemas/glossary.ts';
import { concepts, translationOf, type ConceptName } from './schemas/index.ts';

const base = (folder: string): URL => pathToFileURL(`${contentDir()}/${folder}/`);

/** A record or a translation of it, each with the errors of its own schema. */
const recordOrTranslation = (name: ConceptName) => {
  const { record, texts } = concepts[name];
  const translation = translationOf<z.ZodRawShape>(texts);
  return z.record(z.string(), z.unknown()).transform((data, context): unknown => {
    const read = ('translation' in data ? translation : record).safeParse(data);
    if (read.success) return read.data;
    for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });
};

/** The collection of a concept: its Italian records, and its translations with ids like `palermo@en`. */
const collectionOf = (name: ConceptName) =>
  defineCollection({
    loader: contentFiles({
      base: base(name),
      pattern: contentPattern(concepts[name].format),
      generateId: ({ entry }) => collectionId(`${name}/${entry}`, sourceLanguage.code),
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
    loader: contentFiles({ base: base('glossary'), pattern: '*.yaml' }),
    schema: glossary,
  }),
};
