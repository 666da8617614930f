import type { Translate } from '../i18n/strings.ts';
import { siteConfig } from '../site.config.ts';

/** Who publishes; the site by its name where that is not decided: the network is no legal person. */
export const publisherName = (t: Translate): string =>
  siteConfig.responsible.publisher?.name ?? t('file.publisher');

/** One of those who answer for the site. */
export interface ResponsibleView {
  role: keyof typeof siteConfig.responsible;
  /** `null` while it is not decided. */
  who: (typeof siteConfig.responsible)['publisher'];
}

/** Those who answer for the site, decided or not, in the order in which a page tells them. */
export const responsibles = (): ResponsibleView[] =>
  (['publisher', 'dataController', 'contact', 'accessibility'] as const).map((role) => ({
    role,
    who: siteConfig.responsible[role],
  }));
