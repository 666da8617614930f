import type { Content } from '../../content/read.ts';
import { splitFrontMatter } from '../../content/front-matter.ts';
import { lineOf } from '../source-lines.ts';
import type { Problem } from '../problem.ts';

/** Files that cannot be read at all: no front matter, or YAML that has a mistake of form. */
export const checkForm = (content: Content): Problem[] => [
  ...content.files.flatMap((file): Problem[] => {
    if (!file.path.endsWith('.mdx') || file.text === undefined) return [];
    const parts = splitFrontMatter(file.text);
    return 'missing' in parts
      ? [
          {
            file: file.path,
            line: parts.line,
            column: 1,
            code: 'no-front-matter',
            what: 'Mancano le righe --- che aprono e chiudono l’intestazione.',
            why: 'Senza intestazione non si conoscono titolo, data e città.',
            fix: 'Metti una riga --- prima e una dopo i campi dell’intestazione.',
          },
        ]
      : [];
  }),
  ...content.entries.flatMap((entry) =>
    entry.yaml.errors.map(({ position }): Problem => ({
      file: entry.file.path,
      ...position,
      code: 'broken-yaml',
      what: `Questa riga non si legge: ${lineOf(entry.file, position.line).trim()}`,
      why: 'Due punti, virgolette, tabulazioni o apostrofi fuori posto rompono l’intestazione.',
      fix: 'Metti il testo fra virgolette doppie: title: "L’inclusione: una storia"',
    })),
  ),
];
