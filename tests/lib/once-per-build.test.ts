import { afterEach, expect, test, vi } from 'vitest';
import { countDevRequest } from '../../src/lib/dev-server.ts';
import { oncePerBuild } from '../../src/lib/once-per-build.ts';

afterEach(() => vi.unstubAllEnvs());

test('a build makes a thing once for each list of arguments', () => {
  vi.stubEnv('SITE_DEV_SERVER', '');
  const make = vi.fn((lang: string, id?: string) => ({ lang, id }));
  const once = oncePerBuild(make);
  expect(once('it', 'palermo')).toBe(once('it', 'palermo'));
  expect(once('en', 'palermo')).not.toBe(once('it', 'palermo'));
  // Two arguments are not one that looks like both.
  expect(once('it')).not.toBe(once('it', 'palermo'));
  expect(once('it","palermo')).not.toBe(once('it', 'palermo'));
  countDevRequest();
  once('it', 'palermo');
  expect(make).toHaveBeenCalledTimes(4);
});

test('the editors’ server forgets between two requests, and not within one', () => {
  vi.stubEnv('SITE_DEV_SERVER', '1');
  vi.stubEnv('SITE_DEV_REQUEST', '0');
  const make = vi.fn((lang: string) => ({ lang }));
  const once = oncePerBuild(make);
  const before = once('it');
  expect(once('it')).toBe(before);
  countDevRequest();
  expect(once('it')).not.toBe(before);
  expect(make).toHaveBeenCalledTimes(2);
});
