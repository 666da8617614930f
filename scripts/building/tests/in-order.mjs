/**
 * Makes steps in their order, as many beside each other as there are processors: a step waits for the one that it comes
 * after, and one that is `alone` for all before it.
 *
 * @template {{ name: string, after?: string, alone?: true }} Step
 * @param {readonly Step[]} steps
 * @param {(step: Step) => Promise<void>} make
 * @param {number} lanes
 */
export async function inOrder(steps, make, lanes) {
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  for (const step of steps) {
    if (step.alone) await Promise.all(running.values());
    else if (step.after !== undefined) await running.get(step.after);
    while (running.size >= lanes) await Promise.race(running.values());
    const made = make(step).finally(() => running.delete(step.name));
    running.set(step.name, made);
    if (step.alone) await made;
  }
  await Promise.all(running.values());
}
