import type { z } from 'zod';
import { translationInfo } from './common.ts';
import { activity, activityTexts } from './activity.ts';
import { area, areaTexts } from './area.ts';
import { city, cityTexts } from './city.ts';
import { edition, editionTexts } from './edition.ts';
import { factSheet, factSheetTexts } from './fact.ts';
import { page, pageTexts } from './page.ts';
import { partner, partnerTexts } from './partner.ts';
import { pressNote, pressNoteTexts } from './press-note.ts';
import { video, videoTexts } from './video.ts';

/**
 * Every concept of the content: its folder, its file format, the schema of the Italian record and the schema of
 * what is translated. `yaml` concepts are `name.yaml` with translations `name.en.yaml` beside it; `mdx` concepts are
 * a folder with `it.mdx`, `en.mdx` … Loaders, checks, the editor's form and the templates for new files all read this table.
 */
export const concepts = {
  editions: { format: 'yaml', record: edition, texts: editionTexts },
  areas: { format: 'yaml', record: area, texts: areaTexts },
  cities: { format: 'yaml', record: city, texts: cityTexts },
  partners: { format: 'yaml', record: partner, texts: partnerTexts },
  activities: { format: 'yaml', record: activity, texts: activityTexts },
  facts: { format: 'yaml', record: factSheet, texts: factSheetTexts },
  videos: { format: 'yaml', record: video, texts: videoTexts },
  'press-notes': { format: 'mdx', record: pressNote, texts: pressNoteTexts },
  pages: { format: 'mdx', record: page, texts: pageTexts },
} as const;

export type ConceptName = keyof typeof concepts;

/** An Italian record of a concept, as its schema gives it. */
export type RecordOf<Name extends ConceptName> = z.output<(typeof concepts)[Name]['record']>;

/** The texts of a concept that are translated. */
export type TextsOf<Name extends ConceptName> = z.output<(typeof concepts)[Name]['texts']>;

/**
 * The schema of a translation file of a concept: its texts, and how the translation was made.
 * @param texts what is translated of the concept
 */
export const translationOf = <Shape extends z.ZodRawShape>(texts: z.ZodObject<Shape>) =>
  texts.extend({ translation: translationInfo }).strict();

export type { Activity } from './activity.ts';
export type { Area } from './area.ts';
export type { City, RegionId } from './city.ts';
export type { Coordinates, Source, TranslationInfo } from './common.ts';
export type { Edition } from './edition.ts';
export type { FactSheet } from './fact.ts';
export type { Figure } from './figure.ts';
export type { Glossary } from './glossary.ts';
export type { Language } from './language.ts';
export type { Page } from './page.ts';
export type { Partner } from './partner.ts';
export type { Picture, PressNote } from './press-note.ts';
export type { UiString } from './ui-strings.ts';
export type { Video } from './video.ts';
