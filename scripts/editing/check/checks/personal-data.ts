import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';

const kinds: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'un numero di cellulare',
    pattern: /(?<![\w./-])(?:(?:\+|00)39[ .-]?)?3[2-9]\d[ ./-]?\d{3}[ .-]?\d{2}[ .-]?\d{1,2}(?![\w-])/gu,
  },
  {
    name: 'un codice fiscale',
    pattern: /(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)/giu,
  },
  { name: 'un IBAN', pattern: /(?<!\w)IT\s?\d{2}\s?[A-Z](?:\s?[A-Z0-9]){22}(?!\w)/gu },
  {
    name: 'una data di nascita',
    pattern:
      /(?<!\p{L})(?:nat[oaie]\s+(?:a[d]?\s+[\p{L}’' ]{2,40}?[,(]?\s*(?:\p{Lu}{2}\)?,?\s*)?)?(?:il\s+|nel\s+giorno\s+)?\d{1,2}[°º]?[ /.-]|born\s+(?:in\s+[\p{L}’' ]{2,40},?\s+)?on\s+\d|née?s?\s+(?:à\s+[\p{L}’' ]{2,40},?\s+)?le\s+\d|nacid[oa]s?\s+(?:en\s+[\p{L}’' ]{2,40},?\s+)?el\s+\d)/giu,
  },
];

/** What should not be read of a person on a public page; a person decides, so it is a warning. */
export const checkPersonalData: Check = ({ entries }) =>
  // Help lines are published to be called: their mobile numbers are an office's.
  entries
    .filter(({ concept }) => concept !== 'help')
    .flatMap(({ file }) =>
      (file.text ?? '').split('\n').flatMap((line, index) =>
        kinds.flatMap(({ name, pattern }) =>
          [...line.matchAll(pattern)].map((found): Problem => ({
            level: 'warning',
            file: file.path,
            line: index + 1,
            column: found.index + 1,
            code: 'personal-data',
            what: `Qui sembra esserci ${name}: ${found[0].trim()}`,
            why: 'È un dato personale. Una volta pubblicato resta nelle copie, nei motori di ricerca e nella storia del deposito.',
            fix: 'Toglilo, se la persona non ha chiesto che si legga. Un recapito d’ufficio si può lasciare.',
          })),
        ),
      ),
    );
