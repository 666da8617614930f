import { concepts, translationOf, type Concept } from '../../../../src/schemas/index.ts';
import type { z } from 'zod';
import type { ContentEntry } from '../../content/read.ts';
import { leavesOf, valueAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import type { Problem } from '../problem.ts';
import { shortened } from '../source-lines.ts';

/** Translations that lack something the Italian has, have something that it lacks, or were never made. */
export const checkTranslations: Check = (context) =>
  context.entries.flatMap((entry) => {
    const record = context.record(entry.concept, entry.id);
    const isPair = !entry.isRecord && record && context.languages.slice(1).includes(entry.language);
    if (!isPair || entry.yaml.errors.length > 0 || record.yaml.errors.length > 0) return [];
    return [...fields(entry, record), ...body(entry, record, context)];
  });

const COURTESY = 'Chi legge in questa lingua avrebbe meno di chi legge in italiano, senza saperlo.';

const fields = (entry: ContentEntry, record: ContentEntry): Problem[] => {
  const italian = concepts[entry.concept].texts.safeParse(record.yaml.value);
  // What the Italian lacks is told of there.
  if (!italian.success) return [];
  const own = withoutInfo(entry.yaml.value);
  const told = alreadyTold(entry);
  return [
    ...missing(entry, italian.data, own, told),
    ...surplus(entry, record, italian.data, own),
    ...copied(entry, italian.data, own),
  ];
};

const withoutInfo = (value: unknown): Record<string, unknown> => {
  const { translation: _info, ...texts } = (value ?? {}) as Record<string, unknown>;
  return texts;
};

/** The fields that the check of schemas tells of. */
const alreadyTold = (entry: ContentEntry): string[] => {
  const parsed = translationOf<z.ZodRawShape>(concepts[entry.concept].texts).safeParse(entry.yaml.value);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('\u0000'));
};

/** Lists of sentences are as long as the language needs them. */
const FREE_LISTS = ['easy', 'description'];

/** Lists count as one text; everything else is taken apart. */
const textsOf = (value: unknown): { path: PropertyKey[]; value: unknown }[] => {
  const seen = new Set<string>();
  return leavesOf(value).flatMap((leaf) => {
    const index = leaf.path.findIndex((part) => typeof part === 'number');
    const path = index < 0 ? leaf.path : leaf.path.slice(0, index);
    const key = path.join('\u0000');
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ path, value: valueAt(value, path) }];
  });
};

const missing = (entry: ContentEntry, italian: unknown, own: unknown, told: readonly string[]): Problem[] =>
  textsOf(italian).flatMap(({ path, value }) => {
    const translated = valueAt(own, path);
    const key = path.join('\u0000');
    if (
      told.some(
        (issue) => issue === key || issue.startsWith(`${key}\u0000`) || key.startsWith(`${issue}\u0000`),
      )
    )
      return [];
    const name = path.join('.');
    const position = entry.yaml.positionOf(path);
    if (
      translated === undefined ||
      translated === null ||
      (Array.isArray(translated) && translated.length === 0)
    ) {
      const at = { file: entry.file.path, ...position, fix: sample(path, value) };
      return [
        mayWait(entry, path)
          ? {
              ...at,
              level: 'warning',
              code: 'translation-may-wait',
              what: `La traduzione non ha ancora "${name}": chi legge vede l’italiano, con l’avviso che non è tradotto.`,
              why: 'Una correzione o un ritiro escono subito; la traduzione può seguire.',
            }
          : {
              ...at,
              code: 'translation-missing-field',
              what: `La traduzione non ha "${name}", che in italiano c’è.`,
              why: COURTESY,
            },
      ];
    }
    const isShorter =
      Array.isArray(value) &&
      Array.isArray(translated) &&
      !FREE_LISTS.includes(name) &&
      translated.length !== value.length;
    return isShorter
      ? [
          {
            file: entry.file.path,
            ...position,
            code: 'translation-list-length',
            what: `"${name}" ha ${voices(translated.length)}, in italiano ${voices(value.length)}.`,
            why: COURTESY,
            fix: `Traduci le ${value.length} voci: ${shortened(value.map(String).join('; '), 120)}`,
          },
        ]
      : [];
  });

const mayWait = ({ concept }: ContentEntry, [name]: readonly PropertyKey[]): boolean => {
  const { mayWait: names = [] }: Concept = concepts[concept];
  return names.includes(String(name));
};

const voices = (count: number): string => (count === 1 ? '1 voce' : `${count} voci`);

const sample = (path: readonly PropertyKey[], value: unknown): string => {
  const lines = path.map((part, index) => `${'  '.repeat(index)}${String(part)}:`);
  const text = Array.isArray(value) ? String(value[0]) : String(value);
  const last = Array.isArray(value)
    ? `\n${'  '.repeat(path.length)}- "… (${shortened(text, 50)})"`
    : ` "… (${shortened(text, 50)})"`;
  return lines.join('\n') + last;
};

const surplus = (entry: ContentEntry, record: ContentEntry, italian: unknown, own: unknown): Problem[] => {
  const allowed = new Set(Object.keys(concepts[entry.concept].texts.shape));
  const known = textsOf(italian).map(({ path }) => path.join('\u0000'));
  const seen = new Set<string>();
  return textsOf(own)
    .filter(({ path }) => allowed.has(String(path[0])) && !known.includes(path.join('\u0000')))
    .flatMap(({ path }) => {
      // The outermost part that the Italian lacks says it all.
      const depth = path.findIndex(
        (_, index) => valueAt(record.yaml.value, path.slice(0, index + 1)) === undefined,
      );
      const at = depth < 0 ? path : path.slice(0, depth + 1);
      const name = at.join('.');
      if (seen.has(name)) return [];
      seen.add(name);
      return [
        {
          file: entry.file.path,
          ...entry.yaml.positionOf(at),
          code: 'translation-surplus-field',
          what: `La traduzione ha "${name}", che in italiano non c’è.`,
          why: 'Il testo italiano fa fede: una traduzione non può dire di più.',
          fix: `Togli "${name}", oppure aggiungilo prima in ${record.file.path}.`,
        },
      ];
    });
};

/** A text of so many words is never the same in two languages. */
const SURELY_DIFFERENT = 6;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

const copied = (entry: ContentEntry, italian: unknown, own: unknown): Problem[] =>
  leavesOf(italian).flatMap(({ path, value }) => {
    const isCopy =
      typeof value === 'string' && value === valueAt(own, path) && wordsIn(value) >= SURELY_DIFFERENT;
    return isCopy
      ? [
          {
            file: entry.file.path,
            ...entry.yaml.valuePositionOf(path),
            code: 'untranslated',
            what: `"${path.filter((part) => typeof part === 'string').join('.')}" è ancora in italiano: ${shortened(value)}`,
            why: 'La pagina direbbe di essere tradotta e mostrerebbe parole italiane.',
            fix: 'Scrivi la traduzione al posto del testo italiano.',
          },
        ]
      : [];
  });

const body = (entry: ContentEntry, record: ContentEntry, { bodyOf }: CheckContext): Problem[] => {
  const own = bodyOf(entry);
  const italian = bodyOf(record);
  if (
    !own ||
    !italian ||
    !entry.body ||
    italian.text === '' ||
    italian.problems.length + own.problems.length > 0
  )
    return [];
  if (own.text === '') {
    return [
      {
        file: entry.file.path,
        line: entry.body.line,
        column: 1,
        code: 'empty-translation',
        what: 'Sotto l’intestazione non c’è nessun testo tradotto.',
        why: 'Chi legge in questa lingua troverebbe una pagina vuota; senza il file leggerebbe l’italiano.',
        fix: 'Traduci il testo, oppure togli il file finché la traduzione non c’è.',
      },
    ];
  }
  return [...copiedParagraph(entry, own.text, italian.text), ...quotes(entry, own, italian)];
};

const LONG_PARAGRAPH = 12;

const copiedParagraph = (entry: ContentEntry, own: string, italian: string): Problem[] => {
  const originals = new Set(italian.split('\n\n'));
  const copy = own
    .split('\n\n')
    .find((paragraph) => wordsIn(paragraph) >= LONG_PARAGRAPH && originals.has(paragraph));
  if (copy === undefined) return [];
  const start = copy.slice(0, 20);
  const offset =
    entry.body?.text.split('\n').findIndex((line) => line.replace(/[*_]/g, '').includes(start)) ?? 0;
  return [
    {
      file: entry.file.path,
      line: (entry.body?.line ?? 1) + Math.max(offset, 0),
      column: 1,
      code: 'untranslated-paragraph',
      what: `Questo capoverso è ancora in italiano: ${shortened(copy)}`,
      why: 'La pagina direbbe di essere tradotta e mostrerebbe parole italiane.',
      fix: 'Scrivi la traduzione al posto del testo italiano.',
    },
  ];
};

type Bodies = NonNullable<ReturnType<CheckContext['bodyOf']>>;

const quotes = (entry: ContentEntry, own: Bodies, italian: Bodies): Problem[] => {
  const ids = (body: Bodies): string[] =>
    body.references.filter(({ kind }) => kind === 'quote').map(({ target }) => target);
  const lost = ids(italian).filter((id) => !ids(own).includes(id));
  const added = own.references.filter(
    ({ kind, target }) => kind === 'quote' && !ids(italian).includes(target),
  );
  const [first] = lost;
  // One renamed quote is one mistake.
  if (added[0] && first !== undefined) {
    const { target, line, column } = added[0];
    return [
      {
        file: entry.file.path,
        line,
        column,
        code: 'quote-renamed',
        what: `La citazione "${target}" in italiano si chiama "${first}".`,
        why: 'Il nome è l’indirizzo della citazione, uguale in tutte le lingue.',
        fix: `id="${first}"`,
      },
    ];
  }
  return lost.map((id) => ({
    file: entry.file.path,
    line: entry.body?.line ?? 1,
    column: 1,
    code: 'quote-lost',
    what: `Nella traduzione manca la citazione "${id}".`,
    why: COURTESY,
    fix: `<Quote id="${id}" speaker="…" role="…">`,
  }));
};
