import { languageOf, languages, sourceLanguage, tagWithCountry } from '../i18n/languages.ts';
import { pathIn } from '../i18n/paths.ts';
import { translator } from '../i18n/strings.ts';
import { shortTitle } from '../lib/short-title.ts';
import { breadcrumbList, webSite, type StructuredData } from '../lib/structured-data.ts';
import { addresses } from '../lib/addresses.ts';
import { siteConfig } from '../site.config.ts';
import { absoluteUrl, type FeedLink } from './addresses.ts';
import { editionToldFirst, editionIn } from './editions.ts';
import { collectedTranslation, type TranslationState } from './entries.ts';

/** A link with its words. */
export interface NamedLink {
  label: string;
  href: string;
  current?: boolean;
}

/** What a reader can narrow a search by, in words of the page's language. */
export interface SearchFacets {
  kind: string;
  city?: string[];
  area?: string[];
  edition?: string[];
  /** ISO 8601. */
  date?: string;
  /**
   * A list of what other pages tell is found by its title and description alone; what is not translated by its title and the
   * names of its city and areas; else by all its words.
   */
  by?: 'title' | 'name';
}

const TITLE_END = ` · ${siteConfig.name}`;
/** Characters of a title that search engines and tabs show. */
const TITLE_LENGTH = 70;

/** What a page says of itself. */
export interface PageRequest {
  lang: string;
  /** Path without language prefix, `/citta/palermo/`. */
  path: string;
  title: string;
  description: string;
  /** The languages the page's own text really exists in; all of them where it is made of interface strings only. */
  languages?: readonly string[];
  /** Where readers of another language are led, when this very page is in one language only. */
  elsewhere?: string;
  /** The state of the page's main text. */
  translation?: TranslationState;
  /** The trail from the home page, without the home page and the page itself. */
  trail?: { label: string; path: string }[];
  /** The edition whose funding statement the page carries; the current one otherwise. */
  edition?: string;
  /** Kept out of search engines, feeds and the sitemap. */
  noindex?: boolean;
  /** Answers at any address, in place of a page that is missing: it has no address and no trail of its own. */
  anywhere?: boolean;
  /** The languages that words of the page are written in, beside its own. */
  alsoIn?: readonly string[];
  /** What the search knows of the page beside its words; pages without it are not searched. */
  search?: SearchFacets;
  /** The feeds that tell of more like this. */
  feeds?: readonly FeedLink[];
  /** Path of the sharing picture with its language prefix; the one of the site otherwise. */
  sharingPicture?: string | undefined;
  /** What machines are told beside the trail. */
  structuredData?: readonly StructuredData[];
  /** Origins of others that the page may contact once its reader has asked for it: in a frame, for a film. */
  contacts?: { frame?: string | undefined; media?: string | undefined };
}

/** Everything that a layout shows around a page's own content. */
export interface PageData {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The languages whose letters the page shows: its own, and others that whole passages are in. */
  writtenIn: readonly string[];
  /** The language of the page's main text, which a fallback page does not have in `lang`. */
  contentLang: string;
  contentDir: 'ltr' | 'rtl';
  path: string;
  title: string;
  documentTitle: string;
  description: string;
  /** The page's own address; a page that answers at any address has none. */
  canonical: string | undefined;
  alternates: { lang: string; href: string }[];
  noindex: boolean;
  feeds: readonly FeedLink[];
  sharingPicture: string;
  structuredData: readonly StructuredData[];
  ogLocale: string;
  search: SearchFacets | undefined;
  /** Origins of others that the content security policy of this page lets in. */
  contacts: { frame?: string | undefined; media?: string | undefined };
  /** Name of the network. */
  siteName: string;
  /** The network's account that a shared link names as its author, where there is one. */
  fediverse: string | null;
  home: NamedLink;
  nav: NamedLink[];
  breadcrumbs: NamedLink[];
  languageLinks: {
    code: string;
    name: string;
    dir: 'ltr' | 'rtl';
    href: string;
    notice: string;
    current: boolean;
  }[];
  translation: TranslationState;
  /** Address of the Italian text, for the notice of a translation. */
  originalHref: string;
  searchHref: string;
  /** Help that exists, one tap away from every page. */
  help: NamedLink;
  footer: {
    fundingStatement: string;
    editionName: string;
    sections: { title: string; links: NamedLink[] }[];
    accessibilityHref: string;
    accessibilityDeclarationUrl: string | null;
    privacyHref: string;
    legalHref: string;
  };
}

const navigation = [
  ['nav.cities', addresses.cities],
  ['nav.notes', addresses.notes],
  ['nav.areas', addresses.areas],
  ['nav.activities', addresses.activities],
  ['nav.videos', addresses.videos],
  ['nav.map', addresses.map],
  ['nav.project', addresses.project],
] as const;

const footerNavigation = [
  [
    'footer.find',
    [
      ['nav.cities', addresses.cities],
      ['nav.map', addresses.map],
      ['nav.activities', addresses.activities],
      ['nav.search', addresses.search],
      ['nav.index', addresses.index],
      ['nav.words', addresses.words],
    ],
  ],
  [
    'footer.press',
    [
      ['nav.notes', addresses.notes],
      ['nav.videos', addresses.videos],
      ['nav.data', addresses.data],
      ['embed.title', addresses.embed],
    ],
  ],
  [
    'footer.network',
    [
      ['nav.project', addresses.project],
      ['nav.areas', addresses.areas],
      ['nav.partners', addresses.partners],
    ],
  ],
] as const;

/** A text that is not translated is in the wrong language for whoever searches in this one: only names find it. */
const searchOf = (search: SearchFacets | undefined, isTranslated: boolean): SearchFacets | undefined =>
  search === undefined || isTranslated ? search : { ...search, by: 'name' };

/**
 * The frame of a page: what stands in its head, header, breadcrumbs and footer. Made here and nowhere else.
 * @param request what the page says of itself
 */
export const pageData = async (request: PageRequest): Promise<PageData> => {
  const { lang, path } = request;
  const t = translator(lang);
  const sourceCode = sourceLanguage.code;
  const translation = request.translation ?? (await collectedTranslation(lang));
  const contentLang = translation.kind === 'missing' ? sourceCode : lang;
  const realLanguages = request.languages ?? languages.map(({ code }) => code);
  const edition = request.edition ? await editionIn(lang, request.edition) : await editionToldFirst(lang);
  const link = (label: string, target: string): NamedLink => ({
    label,
    href: pathIn(lang, target),
    current: target === path,
  });
  const dirOf = (code: string): 'ltr' | 'rtl' =>
    languages.find((language) => language.code === code)?.dir ?? 'ltr';
  return {
    lang,
    dir: dirOf(lang),
    writtenIn: [lang, ...(request.alsoIn ?? [])],
    contentLang,
    contentDir: dirOf(contentLang),
    path,
    title: request.title,
    documentTitle:
      path === addresses.home && !request.anywhere
        ? request.title
        : `${shortTitle(request.title, TITLE_LENGTH - TITLE_END.length)}${TITLE_END}`,
    description: request.description,
    canonical: request.anywhere ? undefined : absoluteUrl(pathIn(contentLang, path)),
    alternates:
      realLanguages.length > 1 && contentLang === lang && !request.noindex
        ? languages
            .filter(({ code }) => realLanguages.includes(code))
            .map(({ code }) => ({ lang: code, href: absoluteUrl(pathIn(code, path)) }))
        : [],
    noindex: request.noindex ?? false,
    search: request.noindex ? undefined : searchOf(request.search, contentLang === lang),
    feeds: request.feeds ?? [],
    sharingPicture: absoluteUrl(request.sharingPicture ?? pathIn(lang, '/lgnet.png')),
    structuredData: [
      ...(request.structuredData ?? []),
      ...(path === addresses.home || request.anywhere
        ? [webSite(siteConfig.name, absoluteUrl(addresses.home), siteConfig.responsible.publisher)]
        : [
            breadcrumbList(
              [
                { label: t('nav.home'), path: addresses.home },
                ...(request.trail ?? []),
                { label: request.title, path },
              ].map((step) => ({ label: step.label, url: absoluteUrl(pathIn(lang, step.path)) })),
            ),
          ]),
    ],
    // Open Graph wants language and country, and no extensions.
    ogLocale: tagWithCountry(languageOf(contentLang)).replace('-', '_'),
    contacts: request.contacts ?? {},
    siteName: siteConfig.name,
    fediverse: siteConfig.fediverse,
    home: link(t('nav.home'), addresses.home),
    nav: navigation.map(([key, target]) => ({ ...link(t(key), target), current: path.startsWith(target) })),
    breadcrumbs:
      path === addresses.home
        ? []
        : [
            link(t('nav.home'), addresses.home),
            ...(request.trail ?? []).map((step) => link(step.label, step.path)),
          ],
    languageLinks: languages.map(({ code, name, dir, notice }) => ({
      code,
      name,
      dir,
      notice,
      href: pathIn(code, code === lang ? path : (request.elsewhere ?? path)),
      current: code === lang,
    })),
    translation,
    originalHref: pathIn(sourceCode, path),
    searchHref: pathIn(lang, addresses.search),
    help: link(t('nav.help'), addresses.help),
    footer: {
      fundingStatement: edition.fundingStatement,
      editionName: edition.name,
      sections: footerNavigation.map(([title, links]) => ({
        title: t(title),
        links: links.map(([key, target]) => link(t(key), target)),
      })),
      accessibilityHref: pathIn(lang, addresses.accessibility),
      accessibilityDeclarationUrl: siteConfig.accessibilityDeclarationUrl,
      privacyHref: pathIn(lang, addresses.privacy),
      legalHref: pathIn(lang, addresses.legal),
    },
  };
};
