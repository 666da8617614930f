import { compareIn } from '../i18n/format.ts';
import { entriesOf, localise, type Localised } from './entries.ts';
import { publicSources } from './sources.ts';

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
export const partnersIn = async (lang: string): Promise<PartnerView[]> => {
  const isPublic = await publicSources();
  return (await entriesOf('partners'))
    .map((entry) => localise(entry, lang))
    .map((partner) => ({
      ...partner,
      participations: partner.participations.filter(({ source }) => isPublic(source)),
    }))
    .filter(({ participations }) => participations.length > 0)
    .sort(
      (a, b) =>
        partnerRoles.indexOf(a.role) - partnerRoles.indexOf(b.role) || compareIn(lang)(a.name, b.name),
    );
};

/** The partners that took part in a city. */
export const partnersOfCity = async (lang: string, city: string): Promise<PartnerView[]> =>
  (await partnersIn(lang)).filter((partner) => partner.participations.some((part) => part.city === city));

/** The partners without a city of their own: those of the whole network. */
export const nationalPartners = async (lang: string, edition?: string): Promise<PartnerView[]> =>
  (await partnersIn(lang)).filter((partner) =>
    partner.participations.some((part) => !part.city && (!edition || part.edition === edition)),
  );
