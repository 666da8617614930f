import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { pathToFileURL } from 'node:url';
import { sourceLanguage } from './i18n/languages.ts';
import { contentDir } from './lib/content-dir.ts';
import type { z } from 'zod';
import { concepts, translationOf } from './schemas/index.ts';
import { glossary } from './schemas/glossary.ts';

const base = (folder: string): URL => pathToFileURL(`${contentDir()}/${folder}/`);

/** `name.yaml` is the record; `name.en.yaml` is its translation, with the id `name@en`. */
const yaml = <Name extends keyof typeof concepts>(folder: Name) => {
  const { record, texts } = concepts[folder];
  const id = (entry: string): string => entry.replace(/\.yaml$/, '').replace(/\.([a-z]{2,3})$/, '@$1');
  return [
    defineCollection({
      loader: glob({
        base: base(folder),
        pattern: ['**/*.yaml', '!**/*.*.yaml'],
        generateId: ({ entry }) => id(entry),
      }),
      schema: record,
    }),
    defineCollection({
      loader: glob({ base: base(folder), pattern: '**/*.*.yaml', generateId: ({ entry }) => id(entry) }),
      schema: translationOf<z.ZodRawShape>(texts),
    }),
  ] as const;
};

/** `folder/it.mdx` is the record; `folder/en.mdx` is its translation, with the id `folder@en`. */
const mdx = <Name extends keyof typeof concepts>(folder: Name) => {
  const { record, texts } = concepts[folder];
  const own = `${sourceLanguage.code}.mdx`;
  const id = (entry: string): string => entry.replace(/\/([a-z]{2,3})\.mdx$/, '@$1');
  return [
    defineCollection({
      loader: glob({
        base: base(folder),
        pattern: `**/${own}`,
        generateId: ({ entry }) => id(entry).split('@')[0] as string,
      }),
      schema: record,
    }),
    defineCollection({
      loader: glob({
        base: base(folder),
        pattern: ['**/*.mdx', `!**/${own}`],
        generateId: ({ entry }) => id(entry),
      }),
      schema: translationOf<z.ZodRawShape>(texts),
    }),
  ] as const;
};

const [editions, editionTranslations] = yaml('editions');
const [areas, areaTranslations] = yaml('areas');
const [cities, cityTranslations] = yaml('cities');
const [partners, partnerTranslations] = yaml('partners');
const [activities, activityTranslations] = yaml('activities');
const [facts, factTranslations] = yaml('facts');
const [videos, videoTranslations] = yaml('videos');
const [pressNotes, pressNoteTranslations] = mdx('press-notes');
const [pages, pageTranslations] = mdx('pages');

export const collections = {
  editions,
  editionTranslations,
  areas,
  areaTranslations,
  cities,
  cityTranslations,
  partners,
  partnerTranslations,
  activities,
  activityTranslations,
  facts,
  factTranslations,
  videos,
  videoTranslations,
  pressNotes,
  pressNoteTranslations,
  pages,
  pageTranslations,
  glossaries: defineCollection({
    loader: glob({ base: base('glossary'), pattern: '*.yaml' }),
    schema: glossary,
  }),
};
