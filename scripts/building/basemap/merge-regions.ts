import { mergeArcs } from 'topojson-client';
import type { Area, AreaTopology } from '../../../src/map/area-topology.ts';
import { provincesOf } from './provinces.ts';

/**
 * Joins provinces into regions; the borders between two regions stay shared.
 * @param provinces topology with the object `ita`, whose areas have ids such as `IT.PA`
 * @throws when a province belongs to no region, or a region misses one
 */
export const mergeRegions = (provinces: AreaTopology<'ita'>): AreaTopology<'regions'> => {
  const areas = new Map(provinces.objects.ita.geometries.map((area) => [area.id.replace(/^IT\./, ''), area]));
  const geometries: Area[] = Object.entries(provincesOf).map(([id, names]) => {
    const own = names.map((name) => {
      const area = areas.get(name);
      if (!area) throw new Error(`The data has no province ${name} for the region ${id}.`);
      areas.delete(name);
      return area;
    });
    return { ...mergeArcs(provinces, own), id };
  });
  if (areas.size > 0) throw new Error(`No region has the provinces ${[...areas.keys()].join(', ')}.`);
  return { ...provinces, objects: { regions: { type: 'GeometryCollection', geometries } } };
};
