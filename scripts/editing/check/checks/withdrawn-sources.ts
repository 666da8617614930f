import { fieldAt } from '../../content/schema-fields.ts';
import { leavesOf, textAt } from '../../content/values.ts';
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
      const resting = records
        .filter((entry) => entry !== note)
        .filter((entry) =>
          leavesOf(entry.yaml.value).some(
            ({ path, value }) =>
              value === note.id &&
              fieldAt(entry.schema, path)?.refersTo === 'press-notes' &&
              !path.includes('replacedBy'),
          ),
        )
        .map(({ file }) => file.path);
      const linking = records
        .filter((entry) => entry !== note && entry.body?.text.includes(`/note-stampa/${note.id}/`))
        .map(({ file }) => file.path);
      const city = textAt(note.yaml.value, ['city']);
      const others = [...new Set([...resting, ...linking])];
      return others.length === 0
        ? []
        : [
            {
              level: 'warning' as const,
              file: note.file.path,
              ...note.yaml.valuePositionOf(['status']),
              code: 'rests-on-a-withdrawn-note',
              what: `Si basano su questa nota ritirata: ${namesInWords(others, 40)}.`,
              why: `Le sue cifre e le sue citazioni non compaiono più. Ciò che ha lei per fonte resta, con una fonte che non vale; resta anche il racconto della città${city === undefined ? '' : ` (cities/${city}.yaml)`}.`,
              fix: 'Rileggi questi file: cambia "source:" dove un altro documento dice la stessa cosa, togli il resto.',
            },
          ];
    });
