import { defineCollection } from 'astro:content';
import { pathToFileURL } from 'node:url';
import { sourceLanguage } from './i18n/languages.ts';
import { contentDir } from './lib/content-dir.ts';
import { contentFiles } from './lib/content-files.ts';
import { z } from 'zod';
import { concepts, translationOf, type ConceptName } from './schemas/index.ts';
import { glossary } from './schemas/glossary.ts';

const base = (folder: string): URL => pathToFileURL(`${contentDir()}/${folder}/`);

/** A record or a translation of it, each with the errors of its own schema. */
const recordOrTranslation = (folder: ConceptName) => {
  const { record, texts } = concepts[folder];
  const translation = translationOf<z.ZodRawShape>(texts);
  return z.record(z.string(), z.unknown()).transform((data, context): unknown => {
    const read = ('translation' in data ? translation : record).safeParse(data);
    if (read.success) return read.data;
    for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });
};

/** `name.yaml` is the record; `name.en.yaml` is its translation, with the id `name@en`. */
const yaml = (folder: ConceptName) =>
  defineCollection({
    loader: contentFiles({
      base: base(folder),
      pattern: '**/*.yaml',
      generateId: ({ entry }) => entry.replace(/\.yaml$/, '').replace(/\.([a-z]{2,3})$/, '@$1'),
    }),
    schema: recordOrTranslation(folder),
  });

/** `folder/it.mdx` is the record; `folder/en.mdx` is its translation, with the id `folder@en`. */
const mdx = (folder: ConceptName) =>
  defineCollection({
    loader: contentFiles({
      base: base(folder),
      pattern: '**/*.mdx',
      generateId: ({ entry }) =>
        entry.replace(/\/([a-z]{2,3})\.mdx$/, '@$1').replace(new RegExp(`@${sourceLanguage.code}$`), ''),
    }),
    schema: recordOrTranslation(folder),
  });

export const collections = {
  editions: yaml('editions'),
  areas: yaml('areas'),
  cities: yaml('cities'),
  partners: yaml('partners'),
  activities: yaml('activities'),
  facts: yaml('facts'),
  videos: yaml('videos'),
  'press-notes': mdx('press-notes'),
  pages: mdx('pages'),
  glossaries: defineCollection({
    loader: contentFiles({ base: base('glossary'), pattern: '*.yaml' }),
    schema: glossary,
  }),
};
