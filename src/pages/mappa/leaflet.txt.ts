import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';

/** The licence of the map's library, which has to go with every copy of it. */
export const GET: APIRoute = async () => new Response(await readFile('node_modules/leaflet/LICENSE', 'utf8'));
