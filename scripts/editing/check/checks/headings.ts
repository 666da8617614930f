import type { Check } from '../context.ts';

/** Headings that jump over a level. A heading of the first level is refused with the body. */
export const checkHeadings: Check = ({ entries, bodyOf }) =>
  entries.flatMap((entry) => {
    let before = 1;
    return (bodyOf(entry)?.headings ?? []).flatMap(({ line, column, depth, text }) => {
      const jumps = depth > before + 1;
      const right = before + 1;
      before = depth === 1 ? 1 : depth;
      return jumps
        ? [
            {
              file: entry.file.path,
              line,
              column,
              code: 'heading-jump',
              what: `Il titolo "${text}" ha ${depth} cancelletti, ma quello prima ne ha ${right - 1}${right === 2 ? ' (è il titolo della pagina)' : ''}.`,
              why: 'Chi usa un lettore di schermo passa da un titolo all’altro per livelli: un salto sembra una parte mancante.',
              fix: `${'#'.repeat(right)} ${text}`,
            },
          ]
        : [];
    });
  });
