import type { FixtureContent } from '../fixture-site.ts';

type Strings = Record<string, string | Record<string, string>>;

/** What words of the language that waits can be told by. */
export const waitingMark = '‡';

/** Turkish, with every string and one city, which nobody has declared public. */
export const addWaitingLanguage = ({ read, write }: FixtureContent): void => {
  const fields = [
    'order: 98',
    'name: Türkçe',
    'dir: ltr',
    'locale: tr-TR',
    'public: "no"',
    'notice: Türkçe okuyun',
  ];
  write('languages/tr.yaml', fields.join('\n'));
  write(
    'ui/tr.json',
    JSON.stringify(marked(JSON.parse(read('ui/en.json')) as Strings, waitingMark), null, 2),
  );
  write(
    'cities/milano.tr.yaml',
    read('cities/milano.en.yaml').replace(/^name: .*$/m, `name: Milano ${waitingMark}`),
  );
};

/** Interface strings in a language that nobody wrote: each is the English one with a mark, so that it can be told. */
const marked = (strings: Strings, mark = '⁂'): Strings =>
  Object.fromEntries(
    Object.entries(strings).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? `${value} ${mark}`
        : Object.fromEntries(Object.entries(value).map(([form, text]) => [form, `${text} ${mark}`])),
    ]),
  );

/** German, with marked strings, the name of one city, and an Italian text that went on. */
export const addGerman = ({ read, write, replace }: FixtureContent): void => {
  const german = {
    order: 99,
    name: 'Deutsch',
    dir: 'ltr',
    locale: 'de-DE',
    notice: 'Diese Seite auf Deutsch',
  };
  write(
    'languages/de.yaml',
    Object.entries(german)
      .map(([field, value]) => `${field}: ${value}\n`)
      .join(''),
  );
  write('ui/de.json', JSON.stringify(marked(JSON.parse(read('ui/en.json')) as Strings), null, 2));
  // The Italian text goes on after its translations were made.
  replace('cities/genova.yaml', 'Genova è stata fra', 'La città di Genova è stata fra');
  write('cities/milano.de.yaml', read('cities/milano.en.yaml').replace(/^name: .*$/m, 'name: Mailand'));
};
