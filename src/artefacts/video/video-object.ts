import type { VideoObject } from 'schema-dts';
import { publishedBy, type Publisher } from '../../lib/structured-data.ts';
import { isoDuration } from '../../documents/video/timecode.ts';
import type { FilmView } from '../../queries/films.ts';

/**
 * A published video as search engines read it (https://schema.org/VideoObject), with its chapters as clips.
 * @param film the film in the page's language
 * @param page whole address of the page; a moment of it is `?t=` and seconds
 * @param options whole addresses, and who publishes
 */
export const videoObject = (
  film: FilmView,
  page: string,
  { absolute, publisher }: { absolute: (path: string) => string; publisher: Publisher | null },
): VideoObject => {
  const [largest] = film.files;
  return {
    '@type': 'VideoObject',
    '@id': `${page}#video`,
    url: page,
    name: film.title,
    description: film.summary,
    thumbnailUrl: film.poster.sources.map(({ href }) => absolute(href)),
    uploadDate: film.publishedOn,
    duration: isoDuration(film.duration),
    ...(largest && { contentUrl: absolute(largest.href), encodingFormat: largest.type }),
    ...(film.remote && { embedUrl: film.remote.frame(film.wordsLang).replace('autoplay=1&', '') }),
    isAccessibleForFree: true,
    creditText: film.credits.join('; '),
    // A licence that is an address is a link; in words it is said with the credits.
    ...(/^https:/.test(film.licence) ? { license: film.licence } : { copyrightNotice: film.licence }),
    ...publishedBy(publisher),
    ...(film.people.length > 0 && {
      actor: film.people.map(({ name, role }) => ({
        '@type': 'Person' as const,
        name,
        jobTitle: role,
      })),
    }),
    caption: film.words.map(({ lang: inLanguage, captionsHref }) => ({
      '@type': 'MediaObject' as const,
      contentUrl: absolute(captionsHref),
      encodingFormat: 'text/vtt',
      inLanguage,
    })),
    transcript: film.transcript
      .map(({ speaker, text }) => (speaker === undefined ? text : `${speaker}: ${text}`))
      .join('\n'),
    ...(film.chapters.length > 0 && {
      hasPart: film.chapters.map(({ title, start, end }) => ({
        '@type': 'Clip' as const,
        name: title,
        startOffset: start,
        endOffset: end,
        url: `${page}?t=${Math.floor(start)}`,
      })),
    }),
  };
};
