import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTurn, withLock, type Holder } from '../../../scripts/building/steps/build-lock.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lgnet-lock-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const nobodyWaits = (): void => {
  throw new Error('Nobody holds the lock.');
};

test('two builds in one checkout take turns, and the second hears of the first', async () => {
  const events: string[] = [];
  const secondWaits = Promise.withResolvers<Holder | undefined>();
  const firstHolds = Promise.withResolvers<void>();

  const first = inTurn(root, nobodyWaits, async () => {
    firstHolds.resolve();
    await secondWaits.promise;
    events.push('first ends');
  });
  await firstHolds.promise;
  const second = inTurn(root, secondWaits.resolve, () => Promise.resolve(events.push('second starts')));
  await Promise.all([first, second]);

  expect(events).toEqual(['first ends', 'second starts']);
  const holder = await secondWaits.promise;
  expect(holder?.pid).toBe(process.pid);
  expect(Math.abs(Date.now() - Date.parse(holder?.since ?? ''))).toBeLessThan(60_000);
});

test('a failed build gives its turn back', async () => {
  await expect(inTurn(root, nobodyWaits, () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
  expect(await inTurn(root, nobodyWaits, () => Promise.resolve('built'))).toBe('built');
});

test('among many processes, some of which are killed, one holds the lock at a time', async () => {
  const [lock, log] = [join(root, 'a.lock'), join(root, 'log')];
  writeFileSync(log, '');
  const helper = join(import.meta.dirname, 'hold-lock.ts');
  const names = Array.from({ length: 8 }, (_, index) =>
    index % 2 === 0 ? `dies-${index}` : `ends-${index}`,
  );
  const endings = names.map((name) => {
    const child = spawn(process.execPath, [
      helper,
      lock,
      log,
      name,
      name.startsWith('dies') ? 'dies' : 'ends',
    ]);
    return new Promise((ended) => child.on('close', ended));
  });
  await Promise.all(endings);

  const events = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.endsWith(' waits'));
  const expected = events
    .filter((line) => line.endsWith(' takes'))
    .flatMap((line) => {
      const name = line.replace(' takes', '');
      return name.startsWith('dies') ? [`${name} takes`] : [`${name} takes`, `${name} leaves`];
    });
  expect(events).toEqual(expected);
  expect(events.filter((line) => line.endsWith(' takes'))).toHaveLength(names.length);
  // Nothing is left that would block the next one.
  expect(await withLock(lock, nobodyWaits, () => Promise.resolve('free'))).toBe('free');
});
