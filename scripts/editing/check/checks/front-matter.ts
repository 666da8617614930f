import { splitFrontMatter } from '../../../../src/lib/front-matter.ts';
import { isConcept } from '../../../../src/schemas/content-path.ts';
import type { Check } from '../context.ts';

/** MDX files without their front matter between two `---` lines. */
export const checkFrontMatter: Check = ({ files }) =>
  files.flatMap(({ path, text }) => {
    const concept = path.split('/')[0] ?? '';
    if (text === undefined || !path.endsWith('.mdx') || !isConcept(concept)) return [];
    const at = { file: path, column: 1 };
    if (text.trim() === '') {
      return [
        {
          ...at,
          line: 1,
          code: 'empty-file',
          what: 'Il file è vuoto.',
          why: 'Un testo vuoto sarebbe una pagina bianca.',
          fix: 'Scrivi il testo, oppure togli il file. Per ripartire da un modello: npm run nuovo',
        },
      ];
    }
    const parts = splitFrontMatter(text);
    if (!('missing' in parts)) return [];
    return parts.missing === 'start'
      ? [
          {
            ...at,
            line: parts.line,
            code: 'front-matter-missing',
            what: 'Manca l’intestazione: il file deve cominciare con una riga di tre trattini.',
            why: 'Nell’intestazione stanno titolo, città e data: senza, il sito non sa che cosa sia questo testo.',
            fix: '---',
          },
        ]
      : [
          {
            ...at,
            line: parts.line,
            code: 'front-matter-open',
            what: 'L’intestazione non finisce: manca la seconda riga di tre trattini, prima del testo.',
            why: 'Senza la seconda riga tutto il testo verrebbe letto come intestazione.',
            fix: '---',
          },
        ];
  });
