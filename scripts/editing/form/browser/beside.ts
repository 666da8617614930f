/** What the form shows beside its fields on the editors' own server: what the check says, the note's state, its page. */
import type { FileFormat } from '../shape.ts';
import { toFile } from '../codec.ts';

/** What the check says of a field; as `scripts/editing/desk/check.ts` answers. */
export interface FieldProblem {
  field?: string;
  label?: string;
  line: number;
  isMistake: boolean;
  what: string;
  why: string;
  fix: string;
}

/** An entry as the form hands it over: a map of Immutable. */
export interface FormEntry {
  toJS: () => Entry;
}

interface Entry {
  data: Record<string, unknown>;
  path: string;
  collection: string;
  newRecord: boolean;
}

const PICTURE = /^[^/]+\.(jpe?g|png|webp|avif|tiff?)$/i;

/**
 * The values as they will be written: the form's own marks are left out, and pictures that are chosen and not yet saved, which
 * have addresses of the browser's own, get a name. The form offers only pictures that are there or that it will save first.
 * @param coming filled with the names of all pictures
 */
const asWritten = (value: unknown, coming: string[]): unknown => {
  if (typeof value === 'string' && (value.startsWith('blob:') || PICTURE.test(value))) {
    const name = value.startsWith('blob:') ? `in-arrivo-${coming.length + 1}.jpg` : value;
    coming.push(name);
    return name;
  }
  if (Array.isArray(value)) return value.map((item) => asWritten(item, coming));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('__sc_'))
      .map(([key, inner]) => [key, asWritten(inner, coming)]),
  );
};

/** Where an entry lies, or will: a new note has no path before it is saved, but day and city make it. */
const pathOf = ({ path, data, collection }: Entry): string | undefined => {
  if (path) return path;
  const { date, city } = data;
  return collection === 'press-notes' && typeof date === 'string' && typeof city === 'string' && date && city
    ? `content/press-notes/${date}-${city}/it.mdx`
    : undefined;
};

/** What the desk says of an entry that is not saved yet. */
export interface CheckAnswer {
  problems: readonly FieldProblem[];
  /** By what name its page can be asked for; none where it cannot be shown. */
  preview?: string;
}

/** The desk's answer to an entry that is not saved yet; no problems when the entry cannot be written at all. */
export const askCheck = async (entry: FormEntry, format: FileFormat | undefined): Promise<CheckAnswer> => {
  const plain = entry.toJS();
  const path = pathOf(plain);
  if (!format || path === undefined) return { problems: [] };
  const coming: string[] = [];
  const written = asWritten(plain.data, coming) as Record<string, unknown>;
  const response = await fetch('/redazione/file/controlla/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, text: toFile(written, format), coming }),
  });
  return response.ok ? ((await response.json()) as CheckAnswer) : { problems: [] };
};

const MARK = 'lgnet-check';

/** Writes what the check says under the fields that it speaks of. */
export const showBesideFields = (problems: readonly FieldProblem[]): void => {
  for (const old of document.querySelectorAll(`.${MARK}`)) old.remove();
  for (const { field, isMistake, what, fix } of problems) {
    const section = sectionOf(field);
    if (!section) continue;
    const note = document.createElement('p');
    note.className = `${MARK} ${isMistake ? 'mistake' : 'warning'}`;
    note.setAttribute('role', 'status');
    note.textContent = `${isMistake ? '' : 'Avviso: '}${what} Correggi così: ${fix}`;
    section.append(note);
  }
};

/** The nearest field of the form: of `pictures.0.alt` the picture's own, or the list's while it is folded. */
const sectionOf = (field: string | undefined): Element | undefined => {
  const parts = field?.split('.') ?? [];
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.');
    const found = document.querySelector(`[data-key-path="${CSS.escape(path)}"]`);
    if (found) return found;
  }
  return undefined;
};
