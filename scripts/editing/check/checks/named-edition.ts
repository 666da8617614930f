import { editionsNamed } from '../../content/edition-names.ts';
import type { ContentEntry } from '../../content/read.ts';
import { textAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import type { Problem } from '../problem.ts';
import { lineOf, replaced } from '../source-lines.ts';

/** Notes whose text names another edition than their field: motto and funding statement would be the wrong ones. */
export const checkNamedEdition: Check = (context) =>
  context.records
    .filter(({ concept, yaml }) => concept === 'press-notes' && yaml.errors.length === 0)
    .flatMap((note) => disagreement(note, context));

const disagreement = (note: ContentEntry, context: CheckContext): Problem[] => {
  const edition = textAt(note.yaml.value, ['edition']);
  if (edition === undefined || !context.ids.editions.has(edition)) return [];
  const head = ['title', 'subtitle', 'citySummary'].map((field) => textAt(note.yaml.value, [field]) ?? '');
  // The title counts more than the text, which may tell of the edition before.
  const where = [
    { part: 'Il titolo o il sommario', named: editionsNamed(head.join('\n'), context) },
    { part: 'Il testo', named: editionsNamed(context.bodyOf(note)?.text ?? '', context) },
  ].find(({ named: { known, unknown } }) => known.size + unknown.length > 0);
  if (!where || where.named.known.has(edition)) return [];
  const [other, ...others] = where.named.known.keys();
  const position = note.yaml.valuePositionOf(['edition']);
  return [
    {
      level: 'warning',
      file: note.file.path,
      ...position,
      code: 'edition-disagrees',
      what: `${where.part} nomina ${[...where.named.known.keys(), ...where.named.unknown].join(', ')}, ma il campo "edition" dice ${edition}.`,
      why: 'La pagina avrebbe il motto, la dicitura del finanziamento e i contatti di un’altra edizione.',
      fix:
        other !== undefined && others.length === 0 && where.named.unknown.length === 0
          ? replaced(lineOf(note.file, position.line), edition, other)
          : 'Controlla nel documento di partenza quale edizione firma la nota.',
    },
  ];
};
