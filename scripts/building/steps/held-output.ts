/** What a process says, held back until somebody knows whether it is worth hearing. */
export interface HeldOutput {
  /** Holds nothing back any more. What was held back is said now, or never. */
  end: (heard: boolean) => void;
}

/** Holds back what this process says. */
export const holdOutput = (
  streams: readonly NodeJS.WriteStream[] = [process.stdout, process.stderr],
): HeldOutput => {
  const held: (() => void)[] = [];
  const own = streams.map((stream) => {
    const write = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      held.push(() => write(chunk));
      const done = rest.at(-1);
      if (typeof done === 'function') queueMicrotask(() => (done as () => void)());
      return true;
    };
    return { stream, write };
  });
  return {
    end: (heard) => {
      for (const { stream, write } of own) stream.write = write;
      for (const say of held.splice(0)) if (heard) say();
    },
  };
};
