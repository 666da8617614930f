import { fontFiles } from '../../../../src/artefacts/typst/fonts.ts';
import { knownLanguage } from '../../../../src/lib/known-language.ts';
import type { YamlSource } from '../../content/yaml-source.ts';
import { itemsAt, textAt, valueAt } from '../../content/values.ts';
import type { Check, CheckContext } from '../context.ts';
import type { Problem } from '../problem.ts';
import { lineOf, replaced } from '../source-lines.ts';

/** The files of the site's languages: there is one, each has a place of its own, and each can be used. */
export const checkLanguages: Check = (context) =>
  context.languageFiles.size === 0
    ? [
        {
          file: 'languages/it.yaml',
          line: 1,
          column: 1,
          code: 'languages-missing',
          what: 'Mancano le lingue del sito.',
          why: 'Dai file in content/languages dipende ogni pagina: la prima lingua è quella che fa fede.',
          fix: '{ order: 1, name: Italiano, dir: ltr, locale: it-IT, notice: "Leggi questa pagina in italiano" }',
        },
      ]
    : [...context.languageFiles].flatMap(([code, yaml]) => problemsOf(code, yaml, context));

const problemsOf = (
  code: string,
  yaml: YamlSource,
  { byPath, languages, languageFiles }: CheckContext,
): Problem[] => {
  const file = byPath.get(`languages/${code}.yaml`);
  if (!file) return [];
  const at = (...field: PropertyKey[]) => ({ file: file.path, ...yaml.valuePositionOf(field) });
  const corrected = (field: string, from: string, to: string): string =>
    replaced(lineOf(file, at(field).line), from, to);
  const before = languages[languages.indexOf(code) - 1];
  const order = valueAt(yaml.value, ['order']);
  const locale = textAt(yaml.value, ['locale']);
  const dir = textAt(yaml.value, ['dir']);
  const natural = directionOf(code);
  if (typeof order === 'number' && before !== undefined && orderOf(before, languageFiles) === order) {
    return [
      {
        ...at('order'),
        code: 'language-order',
        what: `Le lingue "${before}" e "${code}" hanno lo stesso posto nell’elenco.`,
        why: 'Il posto decide l’ordine nel menu delle lingue, e la prima è quella che fa fede.',
        fix: corrected('order', String(order), String(languages.length)),
      },
    ];
  }
  if ((dir === 'ltr' || dir === 'rtl') && natural !== undefined && dir !== natural) {
    return [
      {
        ...at('dir'),
        code: 'language-direction',
        what: `La lingua "${code}" si scrive ${natural === 'rtl' ? 'da destra a sinistra' : 'da sinistra a destra'}, ma "dir" dice il contrario.`,
        why: 'Tutte le pagine di questa lingua sarebbero rovesciate.',
        fix: corrected('dir', dir, natural),
      },
    ];
  }
  const names = namesOf(code);
  if (locale !== undefined && /^[a-z]{2,3}-/.test(locale) && !names.includes(locale.split('-')[0] ?? '')) {
    return [
      {
        ...at('locale'),
        code: 'language-locale',
        what: `"locale" è "${locale}", ma la lingua è "${code}".`,
        why: 'Date e numeri comparirebbero nella forma di un’altra lingua.',
        fix: corrected('locale', locale, `${names.at(-1)}${locale.slice(locale.indexOf('-'))}`),
      },
    ];
  }
  return ['fonts', 'pictures'].flatMap((field) =>
    itemsAt(yaml.value, ['documents', field]).flatMap((family, index): Problem[] => {
      const missing = typeof family === 'string' ? whyMissing(family) : undefined;
      return missing === undefined
        ? []
        : [
            {
              ...at('documents', field, index),
              code: 'language-font',
              what: `Il carattere "${String(family)}" non è fra quelli del progetto.`,
              why: 'PDF, schede e immagini di questa lingua non si potrebbero comporre: il sito si ferma.',
              fix: missing,
            },
          ];
    }),
  );
};

const orderOf = (code: string, files: CheckContext['languageFiles']): unknown =>
  valueAt(files.get(code)?.value, ['order']);

const whyMissing = (family: string): string | undefined => {
  try {
    fontFiles(family);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^[^:]*: |\.$/g, '');
  }
};

/** The codes that dates and numbers know a language by: its own, and the one that it is filed under (`fa` for `prs`). */
const namesOf = (code: string): string[] => [code, knownLanguage(code)];

const directionOf = (code: string): string | undefined => {
  try {
    const locale = new Intl.Locale(code) as Intl.Locale & { getTextInfo?: () => { direction?: string } };
    return locale.getTextInfo?.().direction;
  } catch {
    return undefined;
  }
};
