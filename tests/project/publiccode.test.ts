/** What the standard asks of publiccode.yml 0.4: https://yml.publiccode.tools/schema.core.html */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/i18n/languages.ts';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const publiccode = read('publiccode.yml') as {
  publiccodeYmlVersion: string;
  description: Record<string, { shortDescription: string; longDescription: string; features: string[] }>;
  legal: { license: string };
  localisation: { availableLanguages: string[] };
};

test.each([
  ...['publiccodeYmlVersion', 'name', 'url', 'platforms', 'categories', 'developmentStatus', 'softwareType'],
  ...['description', 'legal.license', 'maintenance.type', 'localisation.localisationReady'],
])('%s is there', (key) => {
  expect(publiccode).toHaveProperty(key);
});

test('the Italian part has the version that the standard asks for', () => {
  expect(publiccode).toHaveProperty('IT.countryExtensionVersion', '1.0');
});

describe.each(Object.entries(publiccode.description))('the description in %s', (_, texts) => {
  test('is short enough to be listed', () => expect(texts.shortDescription.length).toBeLessThanOrEqual(150));
  test('is long enough to be understood', () =>
    expect(texts.longDescription.length).toBeGreaterThanOrEqual(150));
  test('lists features', () => expect(texts.features.length).toBeGreaterThanOrEqual(5));
});

test('the licence is the package’s and the one whose text is in LICENSE', () => {
  const { license } = read('package.json') as { license: string };
  expect(publiccode.legal.license).toBe(license);
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
});

test('the languages are the site’s', () => {
  expect(publiccode.localisation.availableLanguages).toEqual(languages.map(({ code }) => code));
});
