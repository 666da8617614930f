import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDate } from '../i18n/format.ts';
import { documentLanguage, languages, sourceLanguage } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator, type Translate, type UiKey } from '../i18n/strings.ts';
import { contentDir } from '../lib/content-dir.ts';
import type { NoteDocument } from '../documents/note-document/index.ts';
import type { PressLabels, PressPicture, PublishedNote, PressVideo } from '../documents/published-note.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { regionsSource } from '../map/regions.ts';
import type { Picture } from '../schemas/index.ts';
import { publisherName } from './responsible.ts';
import { absoluteUrl } from './addresses.ts';
import { bodyIn } from './bodies.ts';
import { cityIn } from './cities.ts';
import { editionIn, latestContacts } from './editions.ts';
import type { TranslationState } from './entries.ts';
import { plateOf } from './plates.ts';
import { noteIn, notesIn } from './press-notes.ts';
import { videosById } from './videos.ts';

/** A label whose `{name}`s are left for the writers to fill in. */
const template = (t: Translate, key: UiKey, ...names: string[]): string =>
  t(key, Object.fromEntries(names.map((name) => [name, `{${name}}`])));

/** The words that the documents of a language share. */
export const pressLabels = oncePerBuild((lang: string): PressLabels => {
  const t = translator(lang);
  return {
    page: template(t, 'file.page', 'page', 'total'),
    emblem: t('footer.emblem'),
    qrCode: template(t, 'file.qr-code', 'url'),
    online: t('file.online'),
    contacts: t('notes.contacts'),
    about: t('notes.about'),
    changes: t('note.changes'),
    quotes: t('quote.title'),
    quoted: template(t, 'quote.marks', 'words'),
    speaker: template(t, 'quote.speaker', 'speaker', 'role'),
    labelled: template(t, 'text.labelled', 'label', 'value'),
    citation: template(t, 'quote.citation', 'publisher', 'title', 'source', 'url'),
    quoteWithSource: template(t, 'quote.with-source', 'quote', 'speaker', 'source'),
    source: template(t, 'quote.source', 'edition', 'city', 'date'),
    credit: template(t, 'file.credit', 'credit', 'licence'),
    video: template(t, 'file.video', 'title'),
  };
});

/** What a reader of a translation is told, in its language; nothing of an original. */
export const translationNotice = (t: Translate, translation: TranslationState): string | undefined => {
  if (translation.kind !== 'translated') return undefined;
  const made = t(`translation.${translation.by}${translation.reviewed ? '-reviewed' : ''}`);
  return translation.stale ? `${made} ${t('translation.stale')}` : made;
};

const picturesOf = (id: string, pictures: Record<string, Picture>): Promise<PressPicture[]> =>
  Promise.all(
    Object.entries(pictures).map(async ([name, { file, alt, caption, credit, licence }]) => ({
      id: name,
      ...{ file, alt, caption, credit, licence },
      original: new Uint8Array(await readFile(join(contentDir(), 'press-notes', id, file))),
    })),
  );

const videosOf = async (lang: string, document: NoteDocument): Promise<PressVideo[]> => {
  const t = translator(lang);
  const known = await videosById(lang);
  const shown = document.blocks.filter((block) => block.type === 'video').map(({ id }) => id);
  const videos = [...new Set(shown)].flatMap((id) => known.get(id) ?? []);
  return Promise.all(
    videos.map(async ({ id, title, path, cities }) => {
      const city = cities[0] && (await cityIn(lang, cities[0])).city.name;
      const named = city ? t('video.clip-of', { city }) : t('video.docufilm');
      return { id, title: title ?? named, url: absoluteUrl(pathIn(lang, path)) };
    }),
  );
};

/**
 * A note in a language with everything that its documents show.
 * @param lang a language that the note really exists in
 * @throws RangeError when it does not exist in it
 */
export const publishedNote = oncePerBuild(async (lang: string, id: string): Promise<PublishedNote> => {
  const { note, languages: own } = await noteIn(lang, id);
  if (!own.includes(lang)) throw new RangeError(`The note "${id}" does not exist in "${lang}".`);
  const t = translator(lang);
  const [{ city }, edition, contacts, document, pictures, plate] = await Promise.all([
    cityIn(lang, note.city),
    editionIn(lang, note.edition),
    latestContacts(lang, note.edition),
    bodyIn('press-notes', lang, id),
    picturesOf(id, note.pictures),
    plateOf(lang, note.city),
  ]);
  const press = contacts.filter((contact) => contact.press);
  const { kicker, ...letterhead } = edition.letterhead ?? { kicker: '' };
  return {
    id,
    lang: documentLanguage(lang),
    city: { id: city.id, name: city.name },
    edition: { id: edition.id, name: edition.name },
    plate,
    letterhead: edition.letterhead && { lang: sourceLanguage.code, lines: Object.values(letterhead), kicker },
    title: note.title,
    subtitle: note.subtitle,
    citySummary: note.citySummary,
    date: { iso: note.date, text: formatDate(lang, note.date) },
    document,
    url: absoluteUrl(pathIn(lang, note.path)),
    translationNotice: translationNotice(t, note.translation),
    changes: note.changeViews.map(({ date, text, notice }) => ({
      date: { iso: date, text: formatDate(lang, date) },
      text: notice === undefined ? text : `${notice} ${text}`,
    })),
    pictures,
    videos: await videosOf(lang, document),
    contacts: (press.length > 0 ? press : contacts).map(({ name, email }) => ({ name, email })),
    contactsNote: contacts[0] && t('notes.contacts-from', { edition: contacts[0].editionName }),
    boilerplate: [
      edition.summary,
      `${t('edition.name-state', { edition: edition.name, state: edition.stateText })}.`,
    ],
    fundingStatement: edition.fundingStatement,
    publisher: publisherName(t),
    labels: pressLabels(lang),
  };
});

/** A note in every language that it really exists in; the language of the source first. */
export const publishedNotes = async (id: string): Promise<PublishedNote[]> => {
  const { languages: own } = await noteIn(sourceLanguage.code, id);
  return Promise.all(own.map((lang) => publishedNote(lang, id)));
};

/** The notes whose files are offered, and the languages of each. */
export const downloadableNotes = async (): Promise<{ id: string; languages: string[] }[]> =>
  Promise.all(
    (await notesIn(sourceLanguage.code)).map(async ({ id }) => ({
      id,
      languages: (await noteIn(sourceLanguage.code, id)).languages,
    })),
  );

/** The words of a press pack's own files. */
export const packLabels = (lang: string) => {
  const t = translator(lang);
  return {
    lang,
    contents: t('pack.contents'),
    forms: template(t, 'pack.forms', 'formats'),
    formats: { pdf: t('file.pdf'), docx: t('file.docx'), txt: t('file.txt'), md: t('file.md') },
    quotes: t('pack.quotes'),
    funding: t('pack.funding'),
    emblem: t('pack.emblem'),
    contacts: t('pack.contacts'),
    pictures: t('pack.pictures'),
    plate: t('pack.plate'),
    credit: t('plate.credit', { source: regionsSource.name }),
    social: t('pack.social'),
    authoritative: t('pack.authoritative'),
    licence: t('footer.licence'),
    picture: {
      caption: template(t, 'picture.caption', 'text'),
      alt: template(t, 'picture.alt', 'text'),
      author: template(t, 'picture.author', 'text'),
      terms: template(t, 'picture.terms', 'text'),
    },
  };
};

/** Newsrooms at home and abroad: the languages of a press pack's README, where the site has them. */
export const readmeLanguages = languages
  .map(({ code }) => code)
  .filter((code) => code === sourceLanguage.code || code === 'en');

/** The newsroom language for readers of a language: their own, or the last, which newsrooms abroad read. */
export const newsroomLanguage = (lang: string): string =>
  readmeLanguages.includes(lang) ? lang : (readmeLanguages.at(-1) ?? sourceLanguage.code);
