import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Position } from '../../src/map/projection.ts';

/** A city as its file names and places it. */
export interface RecordedCity {
  id: string;
  name: string;
  region: string;
  coordinates: Position;
}

const folder = 'content/cities';

/** All cities of the content, as their files have them. */
export const recordedCities: readonly RecordedCity[] = readdirSync(folder)
  .filter((file) => /^[^.]+\.yaml$/.test(file))
  .map((file) => {
    const record = parse(readFileSync(`${folder}/${file}`, 'utf8')) as Omit<RecordedCity, 'id'>;
    return { ...record, id: file.replace('.yaml', '') };
  });
