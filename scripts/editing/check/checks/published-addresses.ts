import { addresses } from '../../../../src/lib/addresses.ts';
import { buildInstant } from '../../../../src/queries/publication.ts';
import { addressOf } from '../../addresses/of-content.ts';
import { addressRegister, publicAddresses, readRegister, REGISTER } from '../../addresses/register.ts';
import { nearest } from '../../words/nearest.ts';
import { parseYaml } from '../../content/yaml-source.ts';
import { addressesOf } from '../addresses.ts';
import type { Check, CheckContext } from '../context.ts';
import type { Problem } from '../problem.ts';
import { schemaProblems } from '../schema-problems.ts';

/** What was published stays: at its address, or with a sign there that says where it went. */
export const checkPublishedAddresses: Check = (context) => {
  const file = context.byPath.get(REGISTER);
  if (file?.text === undefined) return [];
  const read = readRegister(context);
  const yaml = parseYaml(file.text);
  // What is no YAML is told of with its line.
  if (!read) return yaml.errors.length > 0 ? [] : schemaProblems(addressRegister, file, yaml);
  const known = publicAddresses(context, buildInstant());
  const gone = read.register.published
    .map((path, index) => ({ path, at: read.yaml.valuePositionOf(['published', index]) }))
    .filter(({ path }) => !known.has(path) && !(path in read.register.moved))
    .flatMap(({ path, at }) => gonePath(path, at, context, known));
  return [...gone, ...faultyMoves(context, read), ...notYetRegistered(known, read.register)];
};

type Known = ReturnType<typeof publicAddresses>;

const WHY = 'Qualcuno ha già citato o salvato quell’indirizzo: troverebbe una pagina che non c’è.';

const gonePath = (
  path: string,
  at: { line: number; column: number },
  context: CheckContext,
  known: Known,
): Problem[] => {
  const hidden = context.records.find((entry) => addressOf(entry) === path);
  if (hidden?.concept === 'press-notes') {
    return [
      {
        file: hidden.file.path,
        ...hidden.yaml.valuePositionOf(['status']),
        code: 'published-note-hidden',
        what: `Questa nota è già stata pubblicata, e così non si vedrebbe più (${path}).`,
        why: WHY,
        fix: 'status: withdrawn\nwithdrawal: # un esempio: scrivi ciò che vale qui\n  date: 2023-12-01\n  reason: "Perché la nota non vale più."',
      },
    ];
  }
  // What a note announces goes with the note, and its address leads to the list: the note has its own words.
  if (hidden) return [];
  const moved = newHomeOf(path, context, known);
  return [
    {
      file: REGISTER,
      ...at,
      code: 'published-address-gone',
      what: `All’indirizzo ${path}, che è già pubblico, non c’è più niente.`,
      why: WHY,
      fix:
        moved === undefined
          ? path.startsWith('/note-stampa/')
            ? 'Rimetti la cartella al suo posto. Una nota che non vale più si ritira: "status: withdrawn". Se ha un altro nome: npm run sposta -- VECCHIO NUOVO'
            : 'Rimetti i file al loro posto, oppure di’ dove si va: npm run sposta -- VECCHIO NUOVO'
          : `npm run sposta -- ${path} ${moved}`,
    },
  ];
};

/** The new address of the same kind that nobody has registered: the one with a name near the old one, or the only one. */
const newHomeOf = (path: string, context: CheckContext, known: Known): string | undefined => {
  const sections = routesWithNames.filter((section) => path.startsWith(section));
  const isSameKind = (address: string): boolean =>
    sections.length > 0
      ? sections.some((section) => address.startsWith(section))
      : !routesWithNames.some((section) => address.startsWith(section));
  const registered = new Set(readRegister(context)?.register.published);
  const candidates = [...known.keys()].filter((address) => isSameKind(address) && !registered.has(address));
  return nearest(path, candidates) ?? (candidates.length === 1 ? candidates[0] : undefined);
};

const routesWithNames = [addresses.notes, addresses.cities, addresses.areas, addresses.videos];

const faultyMoves = (
  context: CheckContext,
  { register, yaml }: NonNullable<ReturnType<typeof readRegister>>,
): Problem[] => {
  const pages = addressesOf(context);
  return Object.entries(register.moved).flatMap(([from, to]): Problem[] => {
    const at = { file: REGISTER, ...yaml.positionOf(['moved', from]) };
    if (pages.has(from)) {
      return [
        {
          ...at,
          code: 'moved-and-there',
          what: `${from} risulta spostato a ${to}, ma lì c’è una pagina.`,
          why: 'Chi apre l’indirizzo finirebbe altrove e la pagina non si vedrebbe.',
          fix: `Togli la riga "${from}: ${to}", oppure dai un altro nome alla pagina.`,
        },
      ];
    }
    if (pages.has(to)) return [];
    const meant = nearest(to, pages);
    return [
      {
        ...at,
        code: 'moved-to-nowhere',
        what: `${from} porta a ${to}, che non esiste.`,
        why: WHY,
        fix: `${from}: ${meant ?? '/note-stampa/'}`,
      },
    ];
  });
};

const notYetRegistered = (known: Known, { published }: { published: readonly string[] }): Problem[] => {
  const registered = new Set(published);
  return (
    [...known]
      // A folder that has to change its name first has no address to keep.
      .filter(([path]) => !registered.has(path) && /^[a-z0-9/-]+$/.test(path))
      .map(([path, entry]) => ({
        level: 'warning',
        file: entry.file.path,
        line: 1,
        column: 1,
        code: 'address-not-registered',
        what: `L’indirizzo ${path} è nuovo e non è ancora nel registro degli indirizzi.`,
        why: 'Nel registro stanno gli indirizzi pubblicati, che da allora non possono sparire.',
        fix: `npm run indirizzi (oppure aggiungi in content/${REGISTER}, sotto "published:", la riga "  - ${path}")`,
      }))
  );
};
