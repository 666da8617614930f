import { devRequest } from './dev-request.ts';

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
  // Requests that are answered at the same time do not see what the other has made.
  const ofRequests = new WeakMap<object, Map<string, Made>>();
  return (...given) => {
    const request = devRequest();
    const made = ofRequests.get(request) ?? new Map<string, Made>();
    if (made.size === 0) ofRequests.set(request, made);
    const key = JSON.stringify(given);
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(...given);
    made.set(key, result);
    return result;
  };
};
