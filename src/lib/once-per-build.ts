import { devRequest } from './dev-server.ts';

/** What tells one call from another: a language, an id, a concept. */
type Arguments = readonly (string | undefined)[];

/**
 * Makes something once for each list of arguments: in a build for good, in the editors' server for one request, so that
 * a saved change shows. Whoever asks gets the same object, and must not change it.
 * @param make makes it, or a promise of it
 */
export const oncePerBuild = <Given extends Arguments, Made>(
  make: (...given: Given) => Made,
): ((...given: Given) => Made) => {
  const made = new Map<string, Made>();
  let request = '';
  return (...given) => {
    if (devRequest() !== request) {
      made.clear();
      request = devRequest();
    }
    const key = JSON.stringify(given);
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(...given);
    made.set(key, result);
    return result;
  };
};
