import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  buildInstant,
  hasPage,
  isListed,
  publicationState,
  publicFrom,
} from '../../src/queries/publication.ts';

const note = (more: Partial<Parameters<typeof publicationState>[0]> = {}) =>
  ({ status: 'published', date: '2026-03-01', ...more }) as Parameters<typeof publicationState>[0];
const embargo = '2026-03-01T11:00:00+01:00';

describe('a note', () => {
  test.each([
    ['on its day', note(), '2026-03-01T09:00:00+01:00', 'public'],
    ['years after', note(), '2031-01-01T00:00:00Z', 'public'],
    ['at the first moment of its day in Italy', note(), '2026-03-01T00:00:00+01:00', 'public'],
    ['a second before its day in Italy', note(), '2026-02-28T23:59:59+01:00', 'embargoed'],
    ['the day before', note(), '2026-02-28T12:00:00Z', 'embargoed'],
    // Midnight of a summer day is 22:00 UTC; one hour late is never too early.
    ['of a summer day, at its midnight', note({ date: '2026-07-01' }), '2026-06-30T22:00:00Z', 'embargoed'],
    ['of a summer day, an hour later', note({ date: '2026-07-01' }), '2026-06-30T23:00:00Z', 'public'],
    ['under embargo', note({ embargo }), '2026-03-01T09:59:59Z', 'embargoed'],
    ['when its embargo ends', note({ embargo }), '2026-03-01T10:00:00Z', 'public'],
    [
      'whose embargo ended before its day',
      note({ date: '2026-04-01', embargo }),
      '2026-03-02T00:00:00Z',
      'public',
    ],
    ['that is a draft, whatever its day', note({ status: 'draft' }), '2031-01-01T00:00:00Z', 'draft'],
    ['withdrawn', note({ status: 'withdrawn' }), '2031-01-01T00:00:00Z', 'withdrawn'],
    [
      'withdrawn before its embargo ended',
      note({ status: 'withdrawn', embargo }),
      '2026-02-01T00:00:00Z',
      'withdrawn',
    ],
    ['published in error', note({ status: 'error' }), '2031-01-01T00:00:00Z', 'error'],
  ])('%s', (_what, one, now, state) => {
    expect(publicationState(one, new Date(now))).toBe(state);
  });
});

test('an embargo takes the place of the day', () => {
  expect(publicFrom(note({ embargo })).toISOString()).toBe('2026-03-01T10:00:00.000Z');
  expect(publicFrom(note()).toISOString()).toBe('2026-02-28T23:00:00.000Z');
});

describe('what readers see of it', () => {
  const before = { ...process.env };
  beforeEach(() => {
    process.env['SITE_NOW'] = '2026-03-15T09:00:00+01:00';
  });
  afterEach(() => {
    process.env = { ...before };
  });

  const rows = [
    ['public', note(), true, true, true],
    ['a draft', note({ status: 'draft' }), false, false, true],
    ['to come', note({ date: '2026-03-16' }), false, false, true],
    ['withdrawn', note({ status: 'withdrawn' }), false, true, false],
    ['published in error', note({ status: 'error' }), false, true, false],
  ] as const;

  test.each(rows)('in a build, of one that is %s', (_what, one, listed, page) => {
    process.env['SITE_DEV_SERVER'] = '';
    expect([isListed(one), hasPage(one)]).toEqual([listed, page]);
  });

  test.each(rows)('on the editors’ own server, of one that is %s', (_what, one, _listed, _page, shown) => {
    process.env['SITE_DEV_SERVER'] = '1';
    expect([isListed(one), hasPage(one)]).toEqual([shown, true]);
  });

  test('the instant is the build’s, and refused when it is none', () => {
    expect(buildInstant().toISOString()).toBe('2026-03-15T08:00:00.000Z');
    process.env['SITE_NOW'] = 'domani';
    expect(() => buildInstant()).toThrow('domani');
  });
});
