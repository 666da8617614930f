/**
 * How a concept's data differs between its file and the form. The form knows lists and choices, not tables of
 * named things: `figures: { beneficiari: … }` in the file is a list of figures with a name in the form.
 */
export type Shape =
  | { kind: 'value' }
  | { kind: 'list'; item: Shape }
  | { kind: 'object'; fields: Record<string, FieldShape> }
  /** A table of named things: in the form a list whose items carry their name in {@link NAME}. */
  | { kind: 'named'; item: Extract<Shape, { kind: 'object' }> }
  /** One of several forms: in the form the chosen one stands in {@link CHOICE}. */
  | { kind: 'choice'; variants: { name: string; fields: Record<string, FieldShape> }[] };

/** A field of an object; `initial` is what its absence means, `keepsEmpty` that an empty list must be written. */
export type FieldShape = Shape & { initial?: unknown; keepsEmpty?: true };

/** Where the form keeps the name of a named thing. */
export const NAME = 'id';

/** Where the form keeps which of several forms was chosen. */
export const CHOICE = 'type';

/** Where the form keeps the text of an MDX file. */
export const BODY = 'body';

/** Where the form carries along the file as it was read, so that what nobody changed stays as it was written. */
export const ORIGINAL = '_original';

/** Where the form keeps whether a file is a record or the translation of one: both lie in the same folder. */
export const PART = '_part';

/** Where the form keeps the publication state of a note in words, for its list; never written. */
export const STATE = '_state';

/** The kind of field in which the text of a note is written. */
export const TEXT_FIELD = 'note-text';

/** Names that no field of a schema may have. */
export const ownNames: readonly string[] = [NAME, CHOICE, BODY, ORIGINAL, PART, STATE];

/** What the form needs to read and write the files of one concept. */
export interface FileFormat {
  extension: 'yaml' | 'mdx';
  shape: Extract<Shape, { kind: 'object' }>;
}
