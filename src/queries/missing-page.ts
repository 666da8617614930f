import { languages } from '../i18n/languages.ts';
import { translator } from '../i18n/strings.ts';
import { memberPositions } from './cities.ts';
import { pageData, type PageData } from './site.ts';

/** What a reader is told at an address that leads nowhere, and the cities of its drawing. */
export const missingPage = async (
  lang: string,
): Promise<{ page: PageData; members: Awaited<ReturnType<typeof memberPositions>> }> => {
  const t = translator(lang);
  const page = await pageData({
    lang,
    path: '/',
    title: t('not-found.title'),
    description: t('not-found.description'),
    noindex: true,
    anywhere: true,
    alsoIn: languages.map(({ code }) => code),
  });
  return { page, members: await memberPositions() };
};
