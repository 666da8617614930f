import type { FeatureCollection, Point } from 'geojson';
import type { OpenDataView } from '../../queries/open-data.ts';

/**
 * The cities as GeoJSON (RFC 7946): positions are longitude, latitude (WGS84).
 * @param cities the cities of the open data
 */
export const citiesGeoJson = (cities: OpenDataView['cities']): string => {
  const collection: FeatureCollection<Point> = {
    type: 'FeatureCollection',
    features: cities.map(({ id, lat, lon, name, region, editions, areas, notes, source, page }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: {
        id,
        ...Object.fromEntries(Object.entries(name).map(([lang, text]) => [`nome_${lang}`, text])),
        regione: region,
        edizioni: editions,
        ambiti: areas,
        note: notes,
        fonte: source,
        pagina: page,
      },
    })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
};
