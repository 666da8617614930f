import type { APIRoute, GetStaticPaths } from 'astro';
import {
  mediaTypes,
  noteFileName,
  pressFormats,
  pressPackName,
  type PressFormat,
} from '../../../../artefacts/file-names.ts';
import { pressFile } from '../../../../artefacts/press-files.ts';
import { pressPack } from '../../../../artefacts/press-pack.ts';
import { sharingPicture } from '../../../../artefacts/sharing-picture.ts';
import { langParam } from '../../../../i18n/paths.ts';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import {
  downloadableNotes,
  packLabels,
  publishedNote,
  publishedNotes,
  readmeLanguages,
} from '../../../../queries/published-notes.ts';
import { packPosts } from '../../../../queries/posts.ts';
import { noteSharing } from '../../../../queries/sharing.ts';

interface Props {
  id: string;
  lang: string;
  format: PressFormat | 'zip' | 'png';
}

export const getStaticPaths = (async () => {
  const paths = (await downloadableNotes()).flatMap(({ id, languages }) =>
    languages.map(async (lang) => {
      const release = await publishedNote(lang, id);
      const path = (format: Props['format'], file: string) => ({
        params: { lang: langParam(lang), note: id, file },
        props: { id, lang, format } satisfies Props,
      });
      return [
        ...([...pressFormats, 'png'] as const).map((format) => path(format, noteFileName(release, format))),
        // All languages are in the one pack.
        ...(lang === sourceLanguage.code ? [path('zip', pressPackName(release))] : []),
      ];
    }),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

const bytesOf = async ({ id, lang, format }: Props): Promise<Uint8Array> => {
  switch (format) {
    case 'zip':
      return pressPack(await publishedNotes(id), readmeLanguages.map(packLabels), await packPosts(id));
    case 'png':
      return sharingPicture(await noteSharing(lang, id));
    default:
      return pressFile(await publishedNote(lang, id), format);
  }
};

/** A note as a file, only in the languages that it really exists in; and all of them as a press pack. */
export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(new Uint8Array(await bytesOf(props)), {
    headers: { 'content-type': mediaTypes[props.format] },
  });
