import type { z } from 'zod';
import { translationInfo } from './common.ts';
import type { ConceptName } from './concept-names.ts';
import { activity, activityTexts } from './activity.ts';
import { area, areaTexts } from './area.ts';
import { city, cityTexts } from './city.ts';
import { edition, editionTexts } from './edition.ts';
import { factSheet, factSheetTexts } from './fact.ts';
import { help, helpTexts } from './help.ts';
import { page, pageTexts } from './page.ts';
import { partner, partnerTexts } from './partner.ts';
import { pressNote, pressNoteTexts } from './press-note.ts';
import { video, videoTexts } from './video.ts';

/** How the form names a new file of a concept, and shows its files in a list. */
export interface ConceptForm {
  /** The fields whose values make the name of a new file. */
  named: readonly string[];
  /** The field whose value is the folder of a new file. */
  folder?: string;
  /** The fields that stand in the list of files; where there are none, the file's name. */
  listed: readonly string[];
  /** The field that stands for an entry, where that is neither its title nor its name. */
  identifier?: string;
  /** A symbol of Material Icons. */
  icon: string;
}

/** A concept of the content: how its files are written, and what stands in them. */
export interface Concept {
  /** `yaml` is `name.yaml` with translations `name.en.yaml` beside it; `mdx` is a folder with `it.mdx`, `en.mdx` … */
  format: 'yaml' | 'mdx';
  /** The schema of the Italian record. */
  record: z.ZodObject;
  /** The schema of what is translated. */
  texts: z.ZodObject;
  form: ConceptForm;
  /** Texts that cannot wait for a translator: until one writes them, a translated page shows them in Italian. */
  mayWait?: readonly string[];
}

/**
 * Every concept of the content, by the name of its folder, in the order of the form. Loaders, checks, the editor's form
 * and the templates for new files all read this table; what the concepts are called is in `concept-names.ts`.
 */
export const concepts = {
  'press-notes': {
    format: 'mdx',
    record: pressNote,
    texts: pressNoteTexts,
    form: { named: ['date', 'city'], listed: ['date', 'title'], icon: 'newspaper' },
    mayWait: ['changes', 'withdrawal'],
  },
  cities: {
    format: 'yaml',
    record: city,
    texts: cityTexts,
    form: { named: ['name'], listed: ['name'], icon: 'location_city' },
  },
  activities: {
    format: 'yaml',
    record: activity,
    texts: activityTexts,
    form: { folder: 'city', named: ['title'], listed: ['city', 'title'], icon: 'handshake' },
  },
  areas: {
    format: 'yaml',
    record: area,
    texts: areaTexts,
    form: { named: ['name'], listed: ['name'], icon: 'category' },
  },
  partners: {
    format: 'yaml',
    record: partner,
    texts: partnerTexts,
    form: { named: ['name'], listed: ['name'], icon: 'groups' },
  },
  editions: {
    format: 'yaml',
    record: edition,
    texts: editionTexts,
    form: { named: ['name'], listed: ['name'], icon: 'event' },
  },
  help: {
    format: 'yaml',
    record: help,
    texts: helpTexts,
    form: { named: ['name'], listed: ['name'], icon: 'support' },
  },
  videos: {
    format: 'yaml',
    record: video,
    texts: videoTexts,
    form: { named: ['title'], listed: [], identifier: 'kind', icon: 'movie' },
  },
  facts: {
    format: 'yaml',
    record: factSheet,
    texts: factSheetTexts,
    form: { named: ['city'], listed: [], identifier: 'city', icon: 'fact_check' },
  },
  pages: {
    format: 'mdx',
    record: page,
    texts: pageTexts,
    form: { named: ['title'], listed: ['title'], icon: 'article' },
  },
} as const satisfies Record<ConceptName, Concept>;

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
export type { ConceptName } from './concept-names.ts';
export type { City, RegionId } from './city.ts';
export type { Coordinates, Source, TranslationInfo } from './common.ts';
export type { Edition } from './edition.ts';
export type { FactSheet } from './fact.ts';
export type { Figure } from './figure.ts';
export type { Glossary } from './glossary.ts';
export type { Help, HelpTopic } from './help.ts';
export type { FieldMeta } from './meta.ts';
export type { Page } from './page.ts';
export type { Partner } from './partner.ts';
export type { Picture, PressNote } from './press-note.ts';
export type { UiString } from './ui-strings.ts';
export type { Video } from './video.ts';
