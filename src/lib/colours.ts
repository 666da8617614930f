import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

let read: Readonly<Record<string, string>> | undefined;

/** `#06c` as `#0066cc`, which every program understands. */
const sixDigits = (hex: string): string =>
  hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex;

/**
 * The site's colours by day, from the first block of `src/styles/tokens.css`: `{ ink: '#17222f', … }`, opaque ones only.
 * For what is made without a stylesheet.
 */
export const colours = (): Readonly<Record<string, string>> => {
  if (!read) {
    // From the project's folder and not from this file, which is somewhere else once it is bundled.
    const css = readFileSync(resolve('src/styles/tokens.css'), 'utf8');
    const byDay = /:root \{([^}]*)\}/.exec(css)?.[1] ?? '';
    read = Object.fromEntries(
      [...byDay.matchAll(/--color-([\w-]+): (#(?:[\da-f]{3}){1,2});/g)].map(([, name = '', hex = '']) => [
        name,
        sixDigits(hex),
      ]),
    );
  }
  return read;
};

/**
 * One colour as `#rrggbb`.
 * @throws RangeError when there is no such token
 */
export const colour = (name: string): string => {
  const found = colours()[name];
  if (found === undefined) throw new RangeError(`src/styles/tokens.css has no colour --color-${name}.`);
  return found;
};
