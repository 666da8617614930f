import type { z } from 'zod';
import { glossary } from '../../../../src/schemas/glossary.ts';
import { language, LANGUAGE_FILE } from '../../../../src/schemas/language.ts';
import { parseYaml, type YamlSource } from '../../content/yaml-source.ts';
import type { ContentFile } from '../../content/files.ts';
import type { Check } from '../context.ts';
import { schemaProblems } from '../schema-problems.ts';

/** Fields that are missing, unknown, empty or of the wrong kind. */
export const checkSchemas: Check = ({ entries, files, languages: languageCodes }) => [
  ...entries.flatMap((entry) => {
    // An Italian text with its language in the name is told of as a name.
    if (!entry.isRecord && entry.language === languageCodes[0]) return [];
    return against(entry.schema, entry.file, entry.yaml);
  }),
  ...files.flatMap((file) => {
    if (file.text === undefined) return [];
    if (LANGUAGE_FILE.test(file.path)) return against(language, file, parseYaml(file.text));
    if (/^glossary\/[^/]+\.yaml$/.test(file.path)) return against(glossary, file, parseYaml(file.text));
    return [];
  }),
];

const against = (schema: z.ZodType, file: ContentFile, yaml: YamlSource) =>
  yaml.errors.length > 0 ? [] : schemaProblems(schema, file, yaml);
