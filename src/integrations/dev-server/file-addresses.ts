/** A route as Astro resolves it: what is made there, and what its paths look like. */
interface Route {
  type: string;
  patternRegex: RegExp;
}

/**
 * The address under which Astro's own server answers for a file that the site makes, such as a note's PDF or a city's
 * picture: it wants a slash behind it where a part of the file's name is a parameter. Every other address stays as it is.
 * @param url path with its query, as a browser asks for it
 */
export const devAddressOf = (url: string, routes: readonly Route[]): string => {
  const [path = '', query] = url.split('?');
  if (!/\/[^/]+\.[a-z0-9]+$/.test(path)) return url;
  const isOwn = ({ type, patternRegex }: Route): boolean =>
    type === 'endpoint' && !patternRegex.test(path) && patternRegex.test(`${path}/`);
  return routes.some(isOwn) ? [`${path}/`, query].filter((part) => part !== undefined).join('?') : url;
};
