import { afterEach, expect, test, vi } from 'vitest';
import { inDevRequest, unsavedTexts } from '../../src/lib/dev-request.ts';
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
  inDevRequest(() => once('it', 'palermo'));
  expect(make).toHaveBeenCalledTimes(4);
});

test('the editors’ server forgets between two requests, and not within one', async () => {
  vi.stubEnv('SITE_DEV_SERVER', '1');
  const make = vi.fn((lang: string) => ({ lang }));
  const once = oncePerBuild(make);
  const twice = async (): Promise<object> => {
    const first = once('it');
    await Promise.resolve();
    expect(once('it')).toBe(first);
    return first;
  };
  // At the same time, as a page and its frame are asked for.
  const [one, other] = await Promise.all([inDevRequest(twice), inDevRequest(twice)]);
  expect(one).not.toBe(other);
  expect(make).toHaveBeenCalledTimes(2);
});

test('what an editor has not saved is seen by one request of the editors’ server, and by no build', () => {
  const unsaved = new Map([['press-notes/2023-11-03-palermo/it.mdx', 'text']]);
  vi.stubEnv('SITE_DEV_SERVER', '1');
  // The desk says it first, and the site counts the request after it.
  expect(inDevRequest(() => inDevRequest(unsavedTexts), unsaved)).toBe(unsaved);
  expect(inDevRequest(unsavedTexts).size).toBe(0);
  vi.stubEnv('SITE_DEV_SERVER', '');
  expect(inDevRequest(unsavedTexts, unsaved).size).toBe(0);
});
