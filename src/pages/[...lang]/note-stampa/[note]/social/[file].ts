import type { APIRoute, GetStaticPaths } from 'astro';
import { noteFileBase } from '../../../../../artefacts/file-names.ts';
import { allPostFormats } from '../../../../../artefacts/social/formats.ts';
import { postFiles, postResponse, type PostFile } from '../../../../../artefacts/social/post-files.ts';
import { langParam } from '../../../../../i18n/paths.ts';
import { notePosts, notesWithPosts } from '../../../../../queries/posts.ts';
import { publishedNote } from '../../../../../queries/published-notes.ts';

/** Pictures to post of a note, in the languages that it really exists in. */
export const getStaticPaths = (async () => {
  const paths = (await notesWithPosts()).flatMap(({ id, languages }) =>
    languages.map(async (lang) => {
      const base = noteFileBase(await publishedNote(lang, id));
      return postFiles(base, await notePosts(lang, id), allPostFormats).map(({ file, props }) => ({
        params: { lang: langParam(lang), note: id, file },
        props,
      }));
    }),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<PostFile> = ({ props }) => postResponse(props);
