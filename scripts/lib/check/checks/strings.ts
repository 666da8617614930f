import type { Content } from '../../content/read.ts';
import type { Problem } from '../problem.ts';

type Strings = Record<string, unknown>;

const placeholders = (value: unknown): string =>
  [...new Set(JSON.stringify(value).match(/\{\w+\}/g) ?? [])].sort().join(' ');

const parsed = (text: string | undefined): Strings | undefined => {
  try {
    return JSON.parse(text ?? '') as Strings;
  } catch {
    return undefined;
  }
};

/** Every language has every interface string, with the same `{placeholders}`. */
export const checkStrings = ({ byPath, languages }: Content): Problem[] => {
  const source = parsed(byPath.get(`ui/${languages[0]}.json`)?.text) ?? {};
  return languages.flatMap((code): Problem[] => {
    const file = `ui/${code}.json`;
    const problem = (what: string, fix: string, key?: string): Problem => {
      const lines = (byPath.get(file)?.text ?? '').split('\n');
      const line =
        key === undefined ? 1 : Math.max(1, lines.findIndex((text) => text.includes(`"${key}"`)) + 1);
      return {
        file,
        line,
        column: 1,
        code: 'interface-string',
        what,
        why: 'Chi legge in questa lingua vedrebbe parole di un’altra.',
        fix,
      };
    };
    const own = parsed(byPath.get(file)?.text);
    if (!own)
      return [
        problem(
          `Le stringhe dell’interfaccia in "${code}" mancano o non si leggono.`,
          `Crea o correggi ${file}.`,
        ),
      ];
    return [
      ...Object.keys(source)
        .filter((key) => !(key in own))
        .map((key) => problem(`Manca la stringa "${key}".`, `Aggiungi "${key}": "…"`)),
      ...Object.keys(own)
        .filter((key) => !(key in source))
        .map((key) => problem(`La stringa "${key}" non esiste in italiano.`, 'Togli la riga.', key)),
      ...Object.keys(source)
        .filter((key) => key in own && placeholders(own[key]) !== placeholders(source[key]))
        .map((key) =>
          problem(
            `La stringa "${key}" non ha gli stessi segnaposto dell’italiano.`,
            `Servono: ${placeholders(source[key]) || 'nessuno'}.`,
            key,
          ),
        ),
    ];
  });
};
