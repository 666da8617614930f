import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress, type MapState } from '../../src/map/address.ts';

const known = { cities: ['palermo', 'roma'], areas: ['housing'], editions: ['lgnet2', 'lgnetea'] };
const nothing: MapState = { city: undefined, area: undefined, edition: undefined, note: false, video: false };

describe('the address of the map', () => {
  test.each<[string, string, Partial<MapState>]>([
    ['nothing chosen', '', {}],
    ['a city', '?citta=palermo', { city: 'palermo' }],
    ['a city in an area', '?citta=palermo&ambito=housing', { city: 'palermo', area: 'housing' }],
    ['another edition', '?edizione=lgnetea', { edition: 'lgnetea' }],
    ['all editions', '?edizione=tutte', { edition: 'tutte' }],
    ['only what has a note and a video', '?nota=1&video=1', { note: true, video: true }],
  ])('keeps %s', (_case, search, state) => {
    expect(readAddress(search, known)).toEqual({ ...nothing, ...state });
    expect(writeAddress({ ...nothing, ...state })).toBe(search);
  });

  test.each([
    ['a city that does not exist', '?citta=atlantide'],
    ['an area that does not exist', '?ambito=x'],
    ['an edition that does not exist', '?edizione=lgnet9'],
    ['markup', '?citta=%3Cscript%3E'],
    ['another value of a switch', '?nota=yes&video=0'],
    ['parameters of somebody else', '?utm_source=x'],
  ])('leaves out %s', (_case, search) => {
    expect(readAddress(search, known)).toEqual(nothing);
  });
});
