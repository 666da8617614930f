import { formatList } from '../i18n/format.ts';
import { cached } from './cache.ts';
import { euEmblemSvg } from '../lib/eu-emblem.ts';
import { quotesOf } from '../documents/note-document/index.ts';
import { fill, type PressPicture, type PublishedNote } from '../documents/published-note.ts';
import { labelled } from './plain-text.ts';
import { zip } from './zip.ts';
import {
  noteFileBase,
  noteFileName,
  platePictureName,
  pressFormats,
  textFileName,
  type PressFormat,
} from './file-names.ts';
import { platePicturePng, platePictureSvg } from './plate-picture.ts';
import { pressOriginal } from './pictures.ts';
import { pressFile } from './press-files.ts';
import type { Post } from '../queries/posts.ts';
import { allPostFormats, fewPostFormats, postPictureName, type PostFormat } from './social/formats.ts';
import { postPicture } from './social/post-picture.ts';
import { quotesText } from './quotes.ts';

/** The words of a press pack's own files, in one language. */
export interface PackLabels {
  /** The language's code. */
  lang: string;
  /** Over the list of files. */
  contents: string;
  /** What the files of a note are: `la nota stampa in {formats}` */
  forms: string;
  formats: Readonly<Record<PressFormat, string>>;
  quotes: string;
  funding: string;
  emblem: string;
  contacts: string;
  pictures: string;
  /** The picture of the city, and who made it: `la figura della città … {credit}`. */
  plate: string;
  credit: string;
  /** The pictures to post, with the texts to paste beside them. */
  social: string;
  /** Which language is the authoritative one. */
  authoritative: string;
  licence: string;
  /** `Didascalia: {text}` and the like, for a picture. */
  picture: Readonly<Record<'caption' | 'alt' | 'author' | 'terms', string>>;
}

/** What can be posted of a note, in one of its languages. */
export interface PackPosts {
  lang: string;
  posts: readonly Post[];
}

const utf8 = new TextEncoder();

/** All formats in the languages of newsrooms; in the others the feed's, or the pack would weigh three times as much. */
const packedFormats = (lang: string, readmes: readonly PackLabels[]): readonly PostFormat[] =>
  readmes.some((labels) => labels.lang === lang) ? allPostFormats : fewPostFormats;

/** By picture: the text to paste, and the alternative text. */
const postsText = (
  base: string,
  posts: readonly Post[],
  lang: string,
  readmes: readonly PackLabels[],
): string =>
  posts
    .map(({ id, text, altLine }) => {
      const files = packedFormats(lang, readmes).map((format) => postPictureName(base, id, lang, format));
      return [files.join('\n'), text, altLine].join('\n\n');
    })
    .join('\n\n* * *\n\n')
    .concat('\n');

const pictureText = (labels: PackLabels, { file, caption, alt, credit, licence }: PressPicture): string =>
  [
    file,
    fill(labels.picture.caption, { text: caption }),
    fill(labels.picture.alt, { text: alt }),
    fill(labels.picture.author, { text: credit }),
    fill(labels.picture.terms, { text: licence }),
  ].join('\n');

const contactsText = (release: PublishedNote): string =>
  [
    release.labels.contacts,
    ...(release.contactsNote ? [release.contactsNote] : []),
    ...release.contacts.map(({ name, email }) => labelled(release, name, email)),
  ]
    .join('\n')
    .concat('\n');

const readme = (
  release: PublishedNote,
  releases: readonly PublishedNote[],
  labels: PackLabels,
  social: boolean,
): string => {
  const formats = formatList(
    labels.lang,
    pressFormats.map((format) => labels.formats[format]),
  );
  const list = releases.flatMap((one) => [
    `${noteFileBase(one)}-${one.lang.code}.*\n  ${one.title}\n  ${fill(labels.forms, { formats })}`,
    ...(quotesOf(one.document).length > 0 ? [`${textFileName(one, 'quotes')}\n  ${labels.quotes}`] : []),
    `${textFileName(one, 'funding')}\n  ${labels.funding}`,
    ...(one.contacts.length > 0 ? [`${textFileName(one, 'contacts')}\n  ${labels.contacts}`] : []),
  ]);
  return `${[
    `${release.title}\n${release.url}`,
    labels.contents,
    ...list,
    `eu-emblem.svg\n  ${labels.emblem}`,
    ...(release.plate
      ? [
          `${platePictureName(release.city.id, release.lang.code, 'svg').replace(/svg$/, '*')}\n  ${labels.plate}\n  ${release.plate.alt}\n  ${labels.credit}`,
        ]
      : []),
    ...(social ? [`social/\n  ${labels.social}`] : []),
    ...(release.pictures.length > 0 ? [`pictures/\n  ${labels.pictures}`] : []),
    labels.authoritative,
    labels.licence,
    release.fundingStatement,
    contactsText(release).trimEnd(),
  ].join('\n\n')}\n`;
};

/**
 * Everything of a note in one archive: every form in every language, the quotes, the pictures in their original size
 * with credits, the pictures to post with their texts, the funding statement with the emblem, the contacts, and a README in
 * the languages that are asked for.
 * The same notes give the same bytes.
 * @param releases the note in each of its languages, the authoritative one first
 * @param readmes the words of each README; the note's own language is used where it does not exist in that one
 * @param posts the posts of each language
 */
export const pressPack = (
  releases: readonly PublishedNote[],
  readmes: readonly PackLabels[],
  posts: readonly PackPosts[] = [],
): Promise<Uint8Array> =>
  cached('zip', [releases, readmes, posts], async () => {
    const [source] = releases;
    if (!source) throw new RangeError('A press pack needs a note.');
    const folder = noteFileBase(source);
    const files: [string, Uint8Array][] = [];
    const add = (path: string, content: string | Uint8Array): void => {
      files.push([`${folder}/${path}`, typeof content === 'string' ? utf8.encode(content) : content]);
    };

    for (const labels of readmes) {
      const release = releases.find(({ lang }) => lang.code === labels.lang) ?? source;
      add(`README-${labels.lang}.txt`, readme(release, releases, labels, posts.length > 0));
    }
    for (const release of releases) {
      for (const format of pressFormats) add(noteFileName(release, format), await pressFile(release, format));
      const quotes = quotesText(release);
      if (quotes !== '') add(textFileName(release, 'quotes'), quotes);
      add(textFileName(release, 'funding'), `${release.fundingStatement}\n`);
      if (release.contacts.length > 0) add(textFileName(release, 'contacts'), contactsText(release));
    }
    add('eu-emblem.svg', euEmblemSvg);
    const explained = readmes.map((labels) => ({
      release: releases.find(({ lang }) => lang.code === labels.lang) ?? source,
      credit: labels.credit,
    }));
    // A README in a language that the note does not have shows the picture of the note's own.
    for (const [{ lang, city, plate }, [{ credit } = { credit: '' }]] of Map.groupBy(
      explained,
      ({ release }) => release,
    )) {
      if (!plate) continue;
      const view = { lang, title: city.name, data: plate.data, credit };
      add(platePictureName(city.id, lang.code, 'svg'), await platePictureSvg(view));
      add(platePictureName(city.id, lang.code, 'png'), await platePicturePng(view));
    }
    for (const { lang, posts: own } of posts) {
      for (const { id, picture } of own)
        for (const format of packedFormats(lang, readmes))
          add(`social/${postPictureName(folder, id, lang, format)}`, await postPicture(picture, format));
      const release = releases.find((one) => one.lang.code === lang) ?? source;
      add(`social/${textFileName(release, 'social')}`, postsText(folder, own, lang, readmes));
    }
    for (const { file, original } of source.pictures) add(`pictures/${file}`, await pressOriginal(original));
    if (source.pictures.length > 0) {
      for (const labels of readmes) {
        const release = releases.find(({ lang }) => lang.code === labels.lang) ?? source;
        const texts = release.pictures.map((picture) => pictureText(labels, picture));
        add(`pictures/README-${labels.lang}.txt`, `${texts.join('\n\n')}\n`);
      }
    }
    return zip(files);
  });
