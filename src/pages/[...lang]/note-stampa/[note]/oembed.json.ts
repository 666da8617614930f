import type { APIRoute, GetStaticPaths } from 'astro';
import { noteSharingHref } from '../../../../artefacts/note-page.ts';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import { langOfParam, languagePaths } from '../../../../i18n/paths.ts';
import { framesOfNote } from '../../../../queries/frames.ts';
import { oEmbedOfFrame } from '../../../../queries/oembed.ts';
import { noteIn, notesIn } from '../../../../queries/press-notes.ts';
import { publishedNote } from '../../../../queries/published-notes.ts';

export const getStaticPaths = (async () =>
  (await notesIn(sourceLanguage.code)).flatMap(({ id }) =>
    languagePaths().map(({ params }) => ({ params: { ...params, note: id } })),
  )) satisfies GetStaticPaths;

/** A note's page as a card. */
export const GET: APIRoute = async ({ params }) => {
  const lang = langOfParam(params['lang']);
  const { note } = await noteIn(lang, params['note'] ?? '');
  const shown = await publishedNote(note.contentLang, note.id);
  const [frame] = await framesOfNote(lang, note.id);
  return Response.json(oEmbedOfFrame(lang, frame, note.title, noteSharingHref(note.path, shown)));
};
