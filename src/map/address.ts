/** What the map shows, as its address says it. */
export interface MapState {
  /** Id of the chosen city. */
  city: string | undefined;
  /** Id of the area of action that cities have to work in. */
  area: string | undefined;
  /** Id of the edition whose cities are lit, or `everyEdition`; nothing for the current one. */
  edition: string | undefined;
  /** Only cities with a press note. */
  note: boolean;
  /** Only cities with a video. */
  video: boolean;
}

/** Stands for all editions at once. */
export const everyEdition = 'tutte';

/** Names of the parameters: they are part of addresses that readers share, so they never change. */
const names = { city: 'citta', area: 'ambito', edition: 'edizione', note: 'nota', video: 'video' } as const;

/** Ids that an address may name. */
export interface KnownIds {
  cities: readonly string[];
  areas: readonly string[];
  editions: readonly string[];
}

/**
 * The state that an address asks for. What it names and the map does not have is left out.
 * @param search the query of the address, `?citta=palermo&ambito=housing`
 */
export const readAddress = (search: string, known: KnownIds): MapState => {
  const parameters = new URLSearchParams(search);
  const among = (name: string, ids: readonly string[]): string | undefined => {
    const id = parameters.get(name);
    return id !== null && ids.includes(id) ? id : undefined;
  };
  return {
    city: among(names.city, known.cities),
    area: among(names.area, known.areas),
    edition: among(names.edition, [...known.editions, everyEdition]),
    note: parameters.get(names.note) === '1',
    video: parameters.get(names.video) === '1',
  };
};

/** The query that asks for a state; empty where nothing is chosen. */
export const writeAddress = (state: MapState): string => {
  const parameters = new URLSearchParams();
  if (state.city) parameters.set(names.city, state.city);
  if (state.area) parameters.set(names.area, state.area);
  if (state.edition) parameters.set(names.edition, state.edition);
  if (state.note) parameters.set(names.note, '1');
  if (state.video) parameters.set(names.video, '1');
  const query = parameters.toString();
  return query && `?${query}`;
};
