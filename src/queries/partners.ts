import { compareIn } from '../i18n/format.ts';
import { byEach } from '../lib/indexes.ts';
import { oncePerBuild } from '../lib/once-per-build.ts';
import { localisedIn, type Localised } from './entries.ts';
import { publicCities, publicSources } from './sources.ts';

/** A partner, with its texts in a language. */
export type PartnerView = Localised<'partners'>;

/** Roles in the order in which a reader expects them. */
export const partnerRoles = [
  'lead',
  'coordination',
  'communication',
  'representative',
  'supporting',
  'city-partner',
] as const;

/** All partners that readers may know of, by role and then by name. */
export const partnersIn = oncePerBuild(async (lang: string): Promise<readonly PartnerView[]> => {
  const [isPublic, cities] = await Promise.all([publicSources(), publicCities()]);
  return (await localisedIn('partners', lang))
    .map((partner) => ({
      ...partner,
      participations: partner.participations.filter(
        ({ source, city }) => isPublic(source) && (!city || cities.has(city)),
      ),
    }))
    .filter(({ participations }) => participations.length > 0)
    .sort(
      (a, b) =>
        partnerRoles.indexOf(a.role) - partnerRoles.indexOf(b.role) || compareIn(lang)(a.name, b.name),
    );
});

const byCity = oncePerBuild(async (lang: string) =>
  byEach(await partnersIn(lang), ({ participations }) => participations.map(({ city }) => city)),
);

/** The partners that took part in a city. */
export const partnersOfCity = async (lang: string, city: string): Promise<readonly PartnerView[]> =>
  (await byCity(lang)).get(city) ?? [];

/** The partners without a city of their own: those of the whole network. */
export const nationalPartners = async (lang: string, edition?: string): Promise<PartnerView[]> =>
  (await partnersIn(lang)).filter((partner) =>
    partner.participations.some((part) => !part.city && (!edition || part.edition === edition)),
  );
