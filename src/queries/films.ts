import { readFile } from 'node:fs/promises';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf, languages, sourceLanguage } from '../i18n/languages.ts';
import { contentDir } from '../lib/content-dir.ts';
import { remotePlayer, type RemotePlayer } from '../documents/video/player-address.ts';
import { secondsOf } from '../documents/video/timecode.ts';
import {
  parseTranscript,
  transcriptOf,
  transcriptText,
  type Paragraph,
} from '../documents/video/transcript.ts';
import { parseWebVtt, toSubRip } from '../documents/video/webvtt.ts';
import { videoPath } from '../lib/addresses.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { isPublished } from '../schemas/video.ts';
import type { Localised } from './entries.ts';
import { videosById, videosIn } from './videos.ts';

/** Widths of the poster in pixels; its height follows from 16:9. */
export const POSTER_WIDTHS = [640, 1280] as const;

/** One file of a film. */
export interface FilmFile {
  href: string;
  /** Media type, `video/mp4`. */
  type: string;
  /** Lines of the picture. */
  height: number;
  bytes: number;
  /** Where it comes from when that is not this site. */
  host?: string;
  /** Origin of that server, for the content security policy. */
  origin?: string;
}

/** Words of the film in a language, and their files. */
export interface FilmWords {
  lang: string;
  /** The language's name in itself. */
  name: string;
  captionsHref: string;
  downloads: { ending: 'txt' | 'vtt' | 'srt'; href: string; bytes: number }[];
}

/** All that is needed to play a published video and to read it. */
export interface FilmView {
  id: string;
  /** The published record, with its texts in the language. */
  title: string;
  summary: string;
  publishedOn: string;
  /** Seconds. */
  duration: number;
  licence: string;
  credits: string[];
  audioDescription: { statement: string; address?: string | undefined };
  poster: { alt: string; credit: string; sources: { href: string; width: number }[]; sharing: string };
  /** Files of our own, the largest first; none when somebody else's player shows the film. */
  files: FilmFile[];
  remote: RemotePlayer | undefined;
  people: { name: string; role: string }[];
  chapters: { id: string; title: string; start: number; end: number }[];
  /** The film's words in every language that they exist in. */
  words: FilmWords[];
  /** The language of captions and transcript on this page: the page's, or Italian. */
  wordsLang: string;
  transcript: Paragraph[];
}

type Record = Localised<'videos'>;

const folderOf = (id: string): string => join(contentDir(), 'videos', id);

const publishedRecord = async (lang: string, id: string) => {
  const record = (await videosById(lang)).get(id);
  if (!record || !isPublished(record)) throw new RangeError(`There is no published video "${id}".`);
  return record;
};

/** What is beside the captions, with the name that it gets on the site. */
const hrefOf = (id: string, file: string): string => `${videoPath(id)}${file}`;

const readText = (id: string, file: string): string | undefined => {
  const path = join(folderOf(id), file);
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/\r\n?/g, '\n') : undefined;
};

const languagesWithCaptions = (id: string): string[] =>
  languages.map(({ code }) => code).filter((code) => existsSync(join(folderOf(id), `${code}.vtt`)));

const transcriptIn = (lang: string, record: Record): Paragraph[] => {
  const own = readText(record.id, `${lang}.txt`);
  const names = Object.values(record.people).map(({ name }) => name);
  if (own !== undefined) return parseTranscript(own, names).paragraphs;
  const starts = Object.values(record.chapters).map(({ at }) => secondsOf(at) ?? 0);
  return transcriptOf(parseWebVtt(readText(record.id, `${lang}.vtt`) ?? '').cues, starts);
};

const textFile = async (lang: string, id: string, ending: 'txt' | 'vtt' | 'srt'): Promise<string> => {
  const captions = readText(id, `${lang}.vtt`) ?? '';
  if (ending === 'vtt') return captions;
  if (ending === 'srt') return toSubRip(parseWebVtt(captions).cues);
  return transcriptText(transcriptIn(lang, await publishedRecord(lang, id)));
};

const textEndings = ['txt', 'vtt', 'srt'] as const;

const wordsIn = oncePerBuild((id: string): Promise<FilmWords[]> =>
  Promise.all(
    languagesWithCaptions(id).map(async (lang) => ({
      lang,
      name: languageOf(lang).name,
      captionsHref: hrefOf(id, `${id}.${lang}.vtt`),
      downloads: await Promise.all(
        textEndings.map(async (ending) => ({
          ending,
          href: hrefOf(id, `${id}.${lang}.${ending}`),
          bytes: Buffer.byteLength(await textFile(lang, id, ending)),
        })),
      ),
    })),
  ),
);

const filmFile = (
  id: string,
  { file, height, bytes }: { file: string; height: number; bytes?: number | undefined },
): FilmFile => {
  const type = `video/${file.split('.').at(-1)}`;
  if (!file.startsWith('https:'))
    return { href: hrefOf(id, file), type, height, bytes: statSync(join(folderOf(id), file)).size };
  const { host, origin } = new URL(file);
  return { href: file, type, height, bytes: bytes ?? 0, host, origin };
};

/**
 * What plays and what is read on the page of a published video.
 * @throws RangeError when there is no published video with this id
 */
export const filmIn = oncePerBuild(async (lang: string, id: string): Promise<FilmView> => {
  const record = await publishedRecord(lang, id);
  const { title, summary, publishedOn, licence, credits, audioDescription, poster, plays } = record;
  const duration = secondsOf(record.duration) ?? 0;
  const words = await wordsIn(id);
  const wordsLang = words.some((own) => own.lang === lang) ? lang : sourceLanguage.code;
  const chapters = Object.entries(record.chapters).map(([chapter, { at, title: name }]) => ({
    id: chapter,
    title: name,
    start: secondsOf(at) ?? 0,
  }));
  return {
    id,
    title,
    summary,
    publishedOn,
    duration,
    licence,
    credits,
    audioDescription,
    poster: {
      alt: poster.alt,
      credit: poster.credit,
      sharing: hrefOf(id, SHARING_NAME),
      sources: POSTER_WIDTHS.map((width) => ({ href: hrefOf(id, posterName(width)), width })),
    },
    files: plays.files.map((file) => filmFile(id, file)).sort((a, b) => b.height - a.height),
    remote: plays.on === 'self-hosted' ? undefined : remotePlayer(plays.on, plays.address ?? ''),
    people: Object.values(record.people),
    chapters: chapters.map((chapter, index) => ({ ...chapter, end: chapters[index + 1]?.start ?? duration })),
    words,
    wordsLang,
    transcript: transcriptIn(wordsLang, record),
  };
});

/** What plays, by id, for those videos that are published. */
export const filmsOf = async (
  lang: string,
  videos: readonly { id: string; isPublished: boolean }[],
): Promise<ReadonlyMap<string, FilmView>> => {
  const published = videos.filter((video) => video.isPublished);
  return new Map(await Promise.all(published.map(async ({ id }) => [id, await filmIn(lang, id)] as const)));
};

const SHARING_NAME = 'poster-sharing.jpg';
const posterName = (width: number): string => `poster-${width}.webp`;

/** A file that stands beside the page of a published video. */
export type VideoFile =
  | { video: string; name: string; kind: 'poster'; original: string; width: number }
  | { video: string; name: string; kind: 'film' | 'sharing'; original: string }
  | { video: string; name: string; kind: 'words'; lang: string; ending: 'txt' | 'vtt' | 'srt' };

/** Every file of every published video: nothing of a planned one is published. */
export const videoFiles = async (): Promise<VideoFile[]> => {
  const records = (await videosIn(sourceLanguage.code)).filter(isPublished);
  // In the order of their ids, so that a list of files is the same whatever the videos are called.
  return records
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id: video, poster, plays }) => [
      ...POSTER_WIDTHS.map((width) => ({
        video,
        name: posterName(width),
        kind: 'poster' as const,
        original: join(folderOf(video), poster.file),
        width,
      })),
      {
        video,
        name: SHARING_NAME,
        kind: 'sharing' as const,
        original: join(folderOf(video), poster.file),
      },
      ...plays.files
        .filter(({ file }) => plays.on === 'self-hosted' && !file.startsWith('https:'))
        .map(({ file }) => ({
          video,
          name: file,
          kind: 'film' as const,
          original: join(folderOf(video), file),
        })),
      ...languagesWithCaptions(video).flatMap((lang) =>
        textEndings.map((ending) => ({
          video,
          name: `${video}.${lang}.${ending}`,
          kind: 'words' as const,
          lang,
          ending,
        })),
      ),
    ]);
};

/** The text of a file of words. */
export const textOfVideoFile = ({
  lang,
  video,
  ending,
}: Extract<VideoFile, { kind: 'words' }>): Promise<string> => textFile(lang, video, ending);

/** The bytes of a poster or a film as the editors put them in. */
export const originalOfVideoFile = async ({
  original,
}: Exclude<VideoFile, { kind: 'words' }>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(original));
