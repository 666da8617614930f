import { resolve } from 'node:path';
import { inTurn } from '../../scripts/building/steps/build-lock.ts';

/**
 * Takes the turn of a build, for an editors' server: it writes where a build does, so builds of other test files wait for it, and
 * it for theirs.
 * @returns what gives the turn back
 */
export const takeBuildTurn = async (): Promise<() => Promise<void>> => {
  const finished = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const turn = inTurn(
    resolve('.'),
    () => undefined,
    () => {
      taken.resolve();
      return finished.promise;
    },
  );
  turn.catch(taken.reject);
  await taken.promise;
  return () => {
    finished.resolve();
    return turn;
  };
};
