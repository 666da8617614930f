import { afterEach, expect, test } from 'vitest';
import {
  missingResponsibles,
  responsiblesNamed,
} from '../../../scripts/building/steps/responsibles-named.ts';

const settings = {} as Parameters<typeof responsiblesNamed.run>[0];

afterEach(() => {
  delete process.env['SITE_PUBLISHER_REQUIRED'];
});

test('who is missing is named', () => {
  const named = { name: 'Un ente' };
  expect(
    missingResponsibles({ publisher: null, dataController: named, contact: null, accessibility: named }),
  ).toEqual(['chi pubblica', 'il contatto']);
});

test('a site that nobody answers for is refused where that is asked, and only there', async () => {
  await responsiblesNamed.run(settings);
  process.env['SITE_PUBLISHER_REQUIRED'] = '1';
  if (missingResponsibles().length === 0) return;
  expect(() => responsiblesNamed.run(settings)).toThrow('src/site.config.ts');
});
