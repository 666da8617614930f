import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSyntheticContent } from '../../../scripts/building/bench/synthetic-content.ts';
import { checkContent } from '../../../scripts/editing/check/check-content.ts';

test('the check finds nothing in the notes of the bench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lgnet-synthetic-'));
  try {
    const ids = writeSyntheticContent('content', join(folder, 'content'), 8, 3);
    const problems = checkContent(join(folder, 'content'));
    expect(problems.filter(({ file }) => ids.some((id) => file.includes(id)))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
