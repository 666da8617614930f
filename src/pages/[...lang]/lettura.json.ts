import type { APIRoute } from 'astro';
import type { ReadingWords } from '../../components/reading/words.ts';
import { languageOf } from '../../i18n/languages.ts';
import { langOfParam, languagePaths, pathIn } from '../../i18n/paths.ts';
import { translator } from '../../i18n/strings.ts';
import { addresses } from '../../lib/addresses.ts';

export const getStaticPaths = languagePaths;

/** What the tools for reading say: asked for when somebody uses them, so that no page carries it. */
export const GET: APIRoute = ({ params }) => {
  const lang = langOfParam(params['lang']);
  const t = translator(lang);
  const date = { date: '{date}' };
  return Response.json({
    locale: languageOf(lang).locale,
    title: t('reading.title'),
    pause: t('reading.pause'),
    resume: t('reading.resume'),
    stop: t('reading.stop'),
    speed: t('reading.speed'),
    voice: t('reading.voice'),
    remember: t('reading.remember'),
    finished: t('reading.finished'),
    voiceFailed: t('reading.failed'),
    keep: t('kept.keep'),
    working: t('kept.working'),
    kept: t('kept.done'),
    since: t('kept.since', date),
    copy: t('kept.copy', date),
    keepFailed: t('kept.failed'),
    remove: t('kept.remove'),
    removed: t('kept.removed'),
    update: t('kept.update'),
    none: t('kept.none'),
    total: t('kept.total', { size: '{size}' }),
    see: t('kept.see'),
    list: pathIn(lang, addresses.kept),
  } satisfies ReadingWords);
};
