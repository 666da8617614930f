import { entriesAt } from '../../content/values.ts';
import { addressesOf, textBehind } from '../addresses.ts';
import type { Check, CheckContext } from '../context.ts';
import { namesInWords, nearest } from '../../words/nearest.ts';
import type { Problem } from '../problem.ts';
import { lineOf } from '../source-lines.ts';
import type { ContentEntry } from '../../content/read.ts';

/** Links to pages of the site that do not exist, and to parts of texts that do not exist. */
export const checkLinks: Check = (context) => {
  const addresses = addressesOf(context);
  return context.entries.flatMap((entry) =>
    (context.bodyOf(entry)?.references ?? [])
      .filter(({ kind }) => kind === 'link')
      .flatMap(({ target, line, column }) => {
        const wrong = wrongTarget(target, entry, addresses, context);
        return wrong
          ? [{ file: entry.file.path, line, column, ...withLine(wrong, target, lineOf(entry.file, line)) }]
          : [];
      }),
  );
};

type Explanation = Pick<Problem, 'code' | 'what' | 'why' | 'fix'> & { right?: string };

/** The corrected link as it is written in the line. */
const withLine = (
  { right, ...wrong }: Explanation,
  target: string,
  line: string,
): Omit<Explanation, 'right'> => {
  if (right === undefined) return wrong;
  const link = line.match(/\[[^\]]*\]\([^)]*\)/g)?.find((text) => text.includes(`(${target}`));
  return { ...wrong, fix: link ? link.replace(`(${target}`, () => `(${right}`) : right };
};

const deadEnd = 'Chi segue il collegamento arriverebbe a una pagina che non c’è.';

const wrongTarget = (
  target: string,
  entry: ContentEntry,
  addresses: ReadonlySet<string>,
  context: CheckContext,
): Explanation | undefined => {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined;
  if (target.startsWith('#')) return wrongFragment(target.slice(1), ownPath(entry), target, context);
  if (target.startsWith('.')) {
    // The longest part of the written way that ends an address: `citta/palermo` before `palermo`.
    const steps =
      target
        .split(/[?#]/)[0]
        ?.split('/')
        .filter((step) => !/^\.*$/.test(step)) ?? [];
    const meant = steps
      .map((_, index) => `/${steps.slice(index).join('/')}/`)
      .flatMap((tail) => [...addresses].filter((address) => address.endsWith(tail)))[0];
    return {
      code: 'relative-link',
      what: `L’indirizzo "${target}" parte dalla pagina in cui si trova.`,
      why: 'Lo stesso testo sta in più pagine e documenti: da ognuno porterebbe in un posto diverso.',
      fix: 'Scrivi l’indirizzo dall’inizio del sito: /citta/palermo/',
      ...(meant !== undefined && { right: meant }),
    };
  }
  const [, path = '', fragment] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(target) ?? [];
  const plain = withoutLanguage(path, context.languages);
  // Files (feeds, downloads) come into being with the build, which checks the links of whole pages.
  if (/\.[a-z0-9]{2,5}$/i.test(plain)) return undefined;
  if (!plain.endsWith('/')) {
    const right = addresses.has(`${plain}/`) ? `${plain}/` : nearestAddress(`${plain}/`, addresses);
    return {
      code: 'link-without-slash',
      what: `L’indirizzo "${path}" non finisce con una barra.`,
      why: 'Tutti gli indirizzi del sito finiscono con "/": senza, alcuni lettori vedrebbero un errore.',
      fix: `${path}/`,
      ...(right !== undefined && { right: target.replace(plain, () => right) }),
    };
  }
  if (!addresses.has(plain)) {
    const meant = nearestAddress(plain, addresses);
    return {
      code: 'broken-link',
      what: `La pagina "${path}" non esiste.`,
      why: deadEnd,
      fix: `Le parti del sito sono: ${namesInWords([...addresses].filter((address) => address.split('/').length === 3))}.`,
      ...(meant !== undefined && { right: target.replace(plain, () => meant) }),
    };
  }
  const language = languageOfPath(path, context.languages);
  if (language !== entry.language) {
    const prefix = entry.language === context.languages[0] ? '' : `/${entry.language}`;
    return {
      code: 'link-to-another-language',
      what: `Il collegamento porta alla pagina in un’altra lingua: "${path}".`,
      why: 'Chi legge in una lingua si troverebbe, senza saperlo, in un’altra.',
      fix: `${prefix}${plain}`,
      right: target.replace(path, () => `${prefix}${plain}`),
    };
  }
  return fragment === undefined ? undefined : wrongFragment(fragment, plain, target, context);
};

const withoutLanguage = (path: string, languages: readonly string[]): string => {
  const first = path.split('/')[1] ?? '';
  return languages.slice(1).includes(first) ? path.slice(first.length + 1) || '/' : path;
};

const languageOfPath = (path: string, languages: readonly string[]): string =>
  languages.slice(1).find((code) => path.startsWith(`/${code}/`)) ?? (languages[0] as string);

/** The nearest address of the same part of the site first: `/citta/palrmo/` is a city. */
const nearestAddress = (path: string, addresses: ReadonlySet<string>): string | undefined => {
  const start = path.slice(0, path.indexOf('/', 1) + 1);
  const name = path.slice(start.length);
  const siblings = [...addresses].filter((address) => address.startsWith(start) && address !== start);
  const sibling = nearest(
    name,
    siblings.map((address) => address.slice(start.length)),
  );
  return sibling === undefined ? nearest(path, addresses) : start + sibling;
};

const ownPath = ({ concept, id }: ContentEntry): string =>
  concept === 'press-notes' ? `/note-stampa/${id}/` : `/${id}/`;

/** Only what a text itself brings forth can be checked: quotes, figures and headings. */
const wrongFragment = (
  fragment: string,
  path: string,
  target: string,
  { record, bodyOf }: CheckContext,
): Explanation | undefined => {
  const { concept, id } = textBehind(path);
  const entry = record(concept, id);
  const body = entry && bodyOf(entry);
  if (!body || !/^(citazione|cifra)-/.test(fragment)) return undefined;
  const quotes = body.references
    .filter(({ kind }) => kind === 'quote')
    .map(({ target: name }) => `citazione-${name}`);
  const figures = entriesAt(entry.yaml.value, ['figures']).map(([name]) => `cifra-${name}`);
  const known = [...quotes, ...figures];
  if (known.includes(fragment)) return undefined;
  const meant = nearest(fragment, known);
  return {
    code: 'broken-fragment',
    what: `In quella pagina non c’è il punto "#${fragment}".`,
    why: 'Chi segue il collegamento arriverebbe in cima alla pagina invece che alla frase.',
    fix:
      known.length > 0
        ? `I punti di quella pagina sono: ${namesInWords(known.map((name) => `#${name}`))}.`
        : 'Togli la parte dopo #.',
    ...(meant !== undefined && { right: target.replace(`#${fragment}`, () => `#${meant}`) }),
  };
};
