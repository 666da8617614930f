import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from '../../../scripts/building/tests/in-order.mjs';

interface Step {
  name: string;
  after?: string;
  alone?: true;
}

const run = async (steps: readonly Step[], lanes: number): Promise<{ events: string[]; most: number }> => {
  const events: string[] = [];
  let [now, most] = [0, 0];
  await inOrder(
    steps,
    async ({ name }) => {
      events.push(`${name} begins`);
      most = Math.max(most, (now += 1));
      await wait(5);
      now -= 1;
      events.push(`${name} ends`);
    },
    lanes,
  );
  return { events, most };
};

test.each([
  [1, 1],
  [2, 2],
  [8, 4],
])('with %i processors at most %i steps run beside each other', async (lanes, most) => {
  expect((await run([{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }], lanes)).most).toBe(most);
});

test('a step waits for the one that it comes after', async () => {
  const { events } = await run([{ name: 'types' }, { name: 'lint', after: 'types' }], 2);
  expect(events).toEqual(['types begins', 'types ends', 'lint begins', 'lint ends']);
});

test('nothing runs beside a step that is alone', async () => {
  const { events } = await run([{ name: 'a' }, { name: 'unit', alone: true }, { name: 'b' }], 2);
  expect(events).toEqual(['a begins', 'a ends', 'unit begins', 'unit ends', 'b begins', 'b ends']);
});

test('a step that fails is told to who asked', async () => {
  await expect(inOrder([{ name: 'a' }], () => Promise.reject(new Error('broken')), 2)).rejects.toThrow(
    'broken',
  );
});
