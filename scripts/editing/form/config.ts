import type { CmsConfig, EntryCollection } from '@sveltia/cms';
import { slug } from '../../../src/schemas/common.ts';
import { conceptNames, type ConceptWords } from '../../../src/schemas/concept-names.ts';
import { concepts, type Concept, type ConceptName } from '../../../src/schemas/index.ts';
import type { Repository } from '../../../src/site.config.ts';
import { formFields, pattern } from './fields.ts';
import { BODY, ORIGINAL, PART, STATE, TEXT_FIELD, type FileFormat } from './shape.ts';

/** What the form is made of: its collections, and how their files are read and written. */
export interface EditorForm {
  collections: EntryCollection[];
  formats: Record<string, FileFormat>;
}

const FOLDER = '{{slug}}';
const valueOf = (field: string): string => `{{fields.${field}}}`;

/** Path of a new file below its folder, without the extension; none where it lies there directly. */
const pathOf = ({ format, form }: Concept): string | undefined => {
  const file = format === 'mdx' ? `${FOLDER}/it` : FOLDER;
  const path = form.folder === undefined ? file : `${valueOf(form.folder)}/${file}`;
  return path === FOLDER ? undefined : path;
};

/**
 * The form of all concepts, from their schemas.
 * @throws Error when a schema has what the form cannot show
 */
export const editorForm = (): EditorForm => {
  const all = (Object.keys(concepts) as ConceptName[]).map((name) => {
    const concept: Concept = concepts[name];
    const { format, record, form } = concept;
    const { one, many, inFolders }: ConceptWords = conceptNames[name];
    const { fields, shapes } = formFields(record, name);
    const path = pathOf(concept);
    const hasState = 'status' in record.shape;
    const first = (key: string) => fields.find((field) => field.name === key)?.name;
    const collection: EntryCollection = {
      name,
      label: capital(many),
      label_singular: capital(one),
      icon: form.icon,
      folder: `content/${name}`,
      format: formatName(name, format),
      extension: format,
      ...(path !== undefined && { path }),
      ...(inFolders &&
        format === 'mdx' && { nested: { depth: 5, subfolders: true }, meta: { path: { index_file: 'it' } } }),
      // Translations lie beside their record.
      ...(format === 'yaml' && { filter: { field: PART, value: 'record' } }),
      identifier_field: form.identifier ?? first('title') ?? first('name') ?? '',
      summary: [...form.listed, ...(hasState ? [STATE] : [])].map(valueOf).join(' – ') || FOLDER,
      ...(hasState && {
        view_filters: states.map(({ label, pattern }) => ({ label, field: STATE, pattern })),
        view_groups: [{ label: 'Stato', field: STATE }],
      }),
      slug: {
        template: form.named.map(valueOf).join('-'),
        editable: ['create'],
        hint: 'È parte dell’indirizzo: dopo la pubblicazione non cambia più.',
        ...pattern(slug('Nome del file')),
      },
      // A published address never disappears: notes are withdrawn, and files are removed by hand.
      delete: false,
      fields: [
        ...fields,
        ...(format === 'mdx'
          ? [{ name: BODY, label: 'Testo', widget: TEXT_FIELD, required: true, hint: BODY_HINT } as const]
          : []),
        { name: ORIGINAL, widget: 'hidden' },
        { name: PART, widget: 'hidden', default: 'record' },
        ...(hasState ? [{ name: STATE, widget: 'hidden' } as const] : []),
      ],
    };
    const shape: FileFormat['shape'] = { kind: 'object', fields: shapes };
    return {
      name: formatName(name, format),
      collection,
      format: { extension: format, shape } satisfies FileFormat,
    };
  });
  return {
    collections: all.map(({ collection }) => collection),
    formats: Object.fromEntries(all.map(({ name, format }) => [name, format])),
  };
};

/** What the list of notes can be narrowed to, by the words of {@link noteState}. */
const states = [
  { label: 'Bozze', pattern: '^bozza' },
  { label: 'Ancora da uscire', pattern: '^esce' },
  { label: 'Pubbliche', pattern: '^pubblica$' },
  { label: 'Ritirate', pattern: '^(ritirata|pubblicata per errore)' },
];

/** The form wants the word in the names of formats with fields at the head of a text. */
const formatName = (name: string, format: 'yaml' | 'mdx'): string =>
  format === 'mdx' ? `${name}-frontmatter` : name;

const BODY_HINT =
  'Il testo parola per parola: un capoverso per riga, con una riga vuota in mezzo. **Così** è in grassetto; le frasi con una cifra stanno fra ‹Figure id="nome"› e ‹/Figure›, le dichiarazioni fra ‹Quote …› e ‹/Quote›.';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const commitMessages = {
  create: 'Crea {{collection}}: {{slug}}',
  update: 'Modifica {{collection}}: {{slug}}',
  delete: 'Toglie {{collection}}: {{slug}}',
  uploadMedia: 'Carica {{path}}',
  deleteMedia: 'Toglie {{path}}',
};

/**
 * The whole configuration of the form.
 * @param form the collections
 * @param repository where it saves; without one, only the files of this computer
 * @param siteUrl the site's address
 */
export const cmsConfig = (
  { collections }: EditorForm,
  repository: Repository | null,
  siteUrl: string,
): CmsConfig => ({
  load_config_file: false,
  // The form wants a repository even where it only ever opens a folder: this one exists nowhere.
  backend: repository
    ? { ...repository, auth_methods: ['token'], commit_messages: commitMessages }
    : { name: 'github', repo: 'lgnet/lgnet-site', branch: 'main', auth_methods: ['token'] },
  // A proposal for every change: it is answered with a preview, and published when somebody has looked at it.
  publish_mode: repository ? 'editorial_workflow' : 'simple',
  app_title: 'Redazione LGNet',
  site_url: siteUrl,
  logo: { src: '/favicon.svg' },
  media_folder: 'content/press-notes',
  public_folder: '/',
  media_libraries: {
    default: { config: { slugify_filename: true } },
    stock_assets: { providers: [] },
  },
  show_preview_links: false,
  editor: { preview: false },
  slug: { encoding: 'ascii', clean_accents: true },
  output: { omit_empty_optional_fields: true },
  collections,
});
