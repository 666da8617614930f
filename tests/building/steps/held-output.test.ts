import { expect, test } from 'vitest';
import { holdOutput } from '../../../scripts/building/steps/held-output.ts';

/** Something to write to, and what arrived. */
const stream = () => {
  const heard: string[] = [];
  const write = (text: string): boolean => heard.push(text) > 0;
  return { heard, stream: { write } as unknown as NodeJS.WriteStream };
};

test('what is held back is said at the end in its order, or never', async () => {
  for (const [heard, expected] of [
    [true, ['one', 'two', 'three']],
    [false, ['three']],
  ] as const) {
    const terminal = stream();
    const held = holdOutput([terminal.stream]);
    terminal.stream.write('one');
    await new Promise<void>((done) => void terminal.stream.write('two', () => done()));
    expect(terminal.heard).toEqual([]);
    held.end(heard);
    terminal.stream.write('three');
    expect(terminal.heard).toEqual(expected);
  }
});
