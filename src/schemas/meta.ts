import type { ConceptName } from './concept-names.ts';

/**
 * What a field says about itself, with `.meta({ … })`: the check, `npm run nuovo` and the form all read it here, in
 * Italian, for the people who write the content. A layer around a field (`.optional()`, `.default()`) says the same,
 * unless it says something else.
 */
export interface FieldMeta {
  /** Its name for people: "Testo alternativo". */
  title?: string | undefined;
  /** What to write there, under the label in the form and in new files. */
  hint?: string | undefined;
  /** Why it matters, for the message about a mistake. */
  why?: string | undefined;
  /** A value as it is written in YAML, quotes included: `"4:30"`, `2023-11-03`, `[palermo]`. */
  example?: string | undefined;
  /** The values that may be chosen, each with the Italian word for it; an empty one where the value is the word. */
  options?: Readonly<Record<string, string>> | undefined;
  /** How it is written and shown, where its type alone does not say it. */
  widget?: Widget | undefined;
  /** The concept that it names an entry of. */
  refersTo?: ConceptName | undefined;
}

/**
 * `text`: more than a few words. `day`, `partial-day`, `instant`: dates, as exact as their names. `timecode`: minutes
 * and seconds. `image`: the name of a picture's file.
 */
export type Widget = 'text' | 'day' | 'partial-day' | 'instant' | 'timecode' | 'image';

/** The names of all that a field may say, to find misspelt ones: Zod itself takes any. */
export const metaNames = [
  'title',
  'hint',
  'why',
  'example',
  'options',
  'widget',
  'refersTo',
] as const satisfies readonly (keyof FieldMeta)[];

declare module 'zod' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Zod's own interface is the one to widen
  interface GlobalMeta extends FieldMeta {}
}

/** A value that may be chosen as people see it: `published (pubblicata)`, or the value where it is the word. */
export const optionLabel = (value: string, options: FieldMeta['options'] = {}): string =>
  options[value] ? `${value} (${options[value]})` : value;
