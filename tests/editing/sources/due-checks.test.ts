import { expect, test } from 'vitest';
import { readContent } from '../../../scripts/editing/content/read.ts';
import { dueChecks } from '../../../scripts/editing/sources/due-checks.ts';

const content = readContent('content');
const at = (now: string) =>
  new Map(dueChecks(content, new Date(now)).map(({ id, reasons }) => [id, reasons]));

test('an old source is due, a fresh one is not', () => {
  const due = at('2026-11-21T12:00:00Z');
  expect(due.get('help/antiviolenza-1522')).toEqual(['la fonte ha più di un anno (2024-11-25)']);
  expect(due.has('help/numero-112')).toBe(false);
});

test('a year after its last check everything is due', () => {
  const due = at('2027-11-23T12:00:00Z');
  expect(due.size).toBe(
    content.entries.filter(({ concept, isRecord }) => concept === 'help' && isRecord).length,
  );
  expect(due.get('help/numero-112')?.[0]).toBe('ultimo controllo più di un anno fa (2026-11-21)');
});
