import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { posterPicture, sharingPoster } from '../../../artefacts/video/poster.ts';
import { originalOfVideoFile, textOfVideoFile, videoFiles } from '../../../queries/films.ts';

export const getStaticPaths = (async () =>
  (await videoFiles()).map((file) => ({
    params: { video: file.video, file: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

const types: Record<string, string> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

const bodyOf = async ({ file }: Props): Promise<string | Uint8Array<ArrayBuffer>> => {
  if (file.kind === 'words') return textOfVideoFile(file);
  const original = await originalOfVideoFile(file);
  if (file.kind === 'film') return original;
  return new Uint8Array(
    await (file.kind === 'poster' ? posterPicture(original, file.width) : sharingPoster(original)),
  );
};

/** Posters, films, captions and transcripts of published videos. */
export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await bodyOf(props), {
    headers: { 'content-type': types[props.file.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' },
  });
