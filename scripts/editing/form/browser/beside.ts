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
  toJS: () => { data: Record<string, unknown>; path: string; slug: string; newRecord: boolean };
}

/** Pictures that are chosen and not yet saved have addresses of the browser's own: the check takes them as there. */
const withComing = (value: unknown, coming: string[]): unknown => {
  if (typeof value === 'string' && value.startsWith('blob:')) {
    const name = `in-arrivo-${coming.length + 1}.jpg`;
    coming.push(name);
    return name;
  }
  if (Array.isArray(value)) return value.map((item) => withComing(item, coming));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withComing(inner, coming)]));
};

/** The check's answer to an entry that is not saved yet; nothing when the entry cannot be written at all. */
export const askCheck = async (entry: FormEntry, format: FileFormat | undefined): Promise<FieldProblem[]> => {
  const { data, path } = entry.toJS();
  if (!format || !path) return [];
  const coming: string[] = [];
  const written = withComing(data, coming) as Record<string, unknown>;
  const response = await fetch('/redazione/file/controlla/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, text: toFile(written, format), coming }),
  });
  if (!response.ok) return [];
  return ((await response.json()) as { problems: FieldProblem[] }).problems;
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
