import { restingOn } from '../../content/resting.ts';
import { textAt } from '../../content/values.ts';
import type { Check } from '../context.ts';
import { namesInWords } from '../../words/nearest.ts';

/** What rests on a note that was withdrawn: the site takes it off its pages; the words of a city somebody must read again. */
export const checkWithdrawnSources: Check = ({ records }) =>
  records
    .filter(
      ({ concept, yaml }) =>
        concept === 'press-notes' && ['withdrawn', 'error'].includes(textAt(yaml.value, ['status']) ?? ''),
    )
    .flatMap((note) => {
      const { files, city } = restingOn(records, note);
      return files.length === 0
        ? []
        : [
            {
              level: 'warning' as const,
              file: note.file.path,
              ...note.yaml.valuePositionOf(['status']),
              code: 'rests-on-a-withdrawn-note',
              what: `Si basano su questa nota ritirata: ${namesInWords(files, 40)}.`,
              why: `Le sue cifre e le sue citazioni non compaiono più. Ciò che ha lei per fonte resta, con una fonte che non vale; resta anche il racconto della città${city === undefined ? '' : ` (${city})`}.`,
              fix: 'Rileggi questi file: cambia "source:" dove un altro documento dice la stessa cosa, togli il resto.',
            },
          ];
    });
