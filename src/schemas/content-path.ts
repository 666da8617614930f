import { concepts, type Concept, type ConceptName } from './index.ts';

/** What a file of the content is by its path: the Italian record of an entry, or one of its translations. */
export interface ContentPath {
  concept: ConceptName;
  /** `palermo`, `palermo/safe-space`, `2023-11-03-palermo`. */
  id: string;
  language: string;
  isRecord: boolean;
}

type Format = Concept['format'];

// A file that the pattern finds and the rule does not know is refused by name, see `collectionId`.
const rules: Readonly<Record<Format, RegExp>> = {
  yaml: /^(?<id>[^.]+)(?:\.(?<language>[a-z]{2,3}))?\.yaml$/,
  mdx: /^(?<id>[^.]+)\/(?<language>[a-z]{2,3})\.mdx$/,
};

/** Whether a folder of the content is a concept's. */
export const isConcept = (folder: string): folder is ConceptName => Object.hasOwn(concepts, folder);

/** The pattern of the files of one concept, records and translations, below its folder. */
export const contentPattern = (format: Format): string => `**/*.${format}`;

/**
 * The one rule for the names of content files: what a file is by its path; nothing when it is no text of an entry.
 * @param path below the content folder, with `/`: `press-notes/2023-11-03-palermo/it.mdx`
 * @param sourceLanguage code of the authoritative language
 */
export const contentPath = (path: string, sourceLanguage: string): ContentPath | undefined => {
  const [folder = '', ...rest] = path.split('/');
  if (!isConcept(folder)) return undefined;
  const { format } = concepts[folder];
  const groups = rules[format].exec(rest.join('/'))?.groups;
  if (!groups) return undefined;
  const { id = '', language } = groups;
  return {
    concept: folder,
    id,
    language: language ?? sourceLanguage,
    // `name.it.yaml` is not the record: it would stand beside it unread.
    isRecord: format === 'yaml' ? language === undefined : language === sourceLanguage,
  };
};

/** The path of an entry's text in a language, or of its record: `contentPath` the other way round. */
export const pathOf = ({ concept, id, language, isRecord }: ContentPath): string =>
  concepts[concept].format === 'mdx'
    ? `${concept}/${id}/${language}.mdx`
    : `${concept}/${id}${isRecord ? '' : `.${language}`}.yaml`;

/** The id of a translation in the collection of its concept: `palermo@en`. */
export const translationId = (id: string, language: string): string => `${id}@${language}`;

/** The record and the language that an id of a collection stands for; no language where it is a record's own. */
export const partsOfId = (id: string): { record: string; language?: string } => {
  const at = id.lastIndexOf('@');
  return at < 0 ? { record: id } : { record: id.slice(0, at), language: id.slice(at + 1) };
};

/**
 * The id of a file in its collection of the site.
 * @param path below the content folder
 * @throws Error when the file is no text of an entry: nothing is read that the check does not read too
 */
export const collectionId = (path: string, sourceLanguage: string): string => {
  const found = contentPath(path, sourceLanguage);
  if (!found) throw new Error(`content/${path} is no text of an entry: see "npm run controlla".`);
  return found.isRecord ? found.id : translationId(found.id, found.language);
};
