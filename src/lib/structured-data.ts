import type { BreadcrumbList, Graph, NewsArticle, Organization, VideoObject, WebSite } from 'schema-dts';

/** What machines are told of a page: https://schema.org in JSON-LD. */
export type StructuredData = NewsArticle | VideoObject | BreadcrumbList | WebSite;

/** The body that publishes the site; a network without legal person is none. */
export interface Publisher {
  name: string;
  url?: string | undefined;
}

const organization = ({ name, url }: Publisher): Organization => ({
  '@type': 'Organization',
  name,
  ...(url !== undefined && { url }),
});

/** Who publishes, where that is decided. */
export const publishedBy = (publisher: Publisher | null): { publisher?: Organization } =>
  publisher ? { publisher: organization(publisher) } : {};

/** The site of the network. */
export const webSite = (name: string, url: string, publisher: Publisher | null): WebSite => ({
  '@type': 'WebSite',
  '@id': `${url}#website`,
  name,
  url,
  ...publishedBy(publisher),
});

/** The trail to a page, from the home page to the page itself. */
export const breadcrumbList = (trail: readonly { label: string; url: string }[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ label, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: url,
  })),
});

/** What a press note says of itself. */
export interface ArticleFacts {
  url: string;
  title: string;
  description: string;
  lang: string;
  /** ISO 8601 instants. */
  published: string;
  modified: string;
  city: { name: string; url: string };
  /** Address of the picture of the page. */
  picture: string;
  /** Address of the original of a translation. */
  translationOf?: string | undefined;
  /** Address of the site's home page, which says what the site is. */
  site: string;
  publisher: Publisher | null;
}

/** A press note as a `NewsArticle`. */
export const newsArticle = (facts: ArticleFacts): NewsArticle => ({
  '@type': 'NewsArticle',
  '@id': `${facts.url}#article`,
  url: facts.url,
  mainEntityOfPage: facts.url,
  headline: facts.title,
  description: facts.description,
  inLanguage: facts.lang,
  datePublished: facts.published,
  dateModified: facts.modified,
  image: facts.picture,
  contentLocation: { '@type': 'City', name: facts.city.name, url: facts.city.url },
  ...(facts.translationOf
    ? { translationOfWork: { '@type': 'NewsArticle', '@id': `${facts.translationOf}#article` } }
    : {}),
  isPartOf: { '@id': `${facts.site}#website` },
  ...publishedBy(facts.publisher),
});

/** Several statements as one JSON-LD document. */
export const jsonLd = (things: readonly StructuredData[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': things,
});

/** Whether one of the things is a news article, which Open Graph calls an article too. */
export const hasArticle = (things: readonly StructuredData[]): boolean =>
  things.some((thing) => typeof thing === 'object' && '@type' in thing && thing['@type'] === 'NewsArticle');
