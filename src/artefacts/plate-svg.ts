import { colour } from '../lib/colours.ts';
import { escapeXml } from '../lib/escape.ts';
import { networkPath } from '../map/network.ts';
import type { PlateCrop, Plate } from '../map/plate/plate.ts';
import { project, rounded, type Position } from '../map/projection.ts';
import { bordersPath, countryPath } from '../map/regions.ts';

const hueOf = (hue: string): string => colour(`night-${hue}`);

const dot = (x: number, y: number, radius: number): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour('lit')}" stroke="${colour('night')}" stroke-width="1.2"/>`;

const drawing = (width: number, height: number, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('night')}"/>`,
    ...parts,
    '</svg>',
  ].join('');

/** A plate as a whole SVG, without its words: those are set by the typesetter, as shapes. */
export const plateSvg = ({ width, height, land, region, threads, arcs, ticks, city }: Plate): string =>
  drawing(width, height, [
    `<path fill="${colour('night-land')}" d="${land}"/><path fill="${colour('night-region')}" d="${region}"/>`,
    ...threads.map(
      ({ from, to }) =>
        `<path stroke="${colour('lit')}" stroke-width=".7" opacity=".8" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`,
    ),
    ...threads.filter((thread) => thread.dot).map(({ to }) => dot(to.x, to.y, 2)),
    ...arcs.map(({ hue, lit, path }) =>
      lit
        ? `<path fill="none" stroke="${hueOf(hue)}" stroke-width="3.4" stroke-linecap="round" d="${path}"/>`
        : `<path fill="none" stroke="${colour('night-line')}" stroke-width=".6" d="${path}"/>`,
    ),
    ...ticks.map(
      ({ hue, from, to }) =>
        `<path stroke="${hueOf(hue)}" stroke-width="1.6" stroke-linecap="round" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`,
    ),
    dot(city.x, city.y, 4.2),
  ]);

/** A drawing and the names that stand on it. */
export interface NamedDrawing {
  svg: string;
  letters: number;
  names: readonly { label: string; x: number; y: number; anchor: string; lang?: string | undefined }[];
}

/** A drawing as an SVG whose names are in the reader's own font. */
export const withNames = ({ svg, letters, names }: NamedDrawing): string => {
  const words = names.map(
    ({ label, x, y, anchor, lang }) =>
      `<text x="${x}" y="${y}" text-anchor="${anchor}"${lang ? ` lang="${lang}"` : ''}>${escapeXml(label)}</text>`,
  );
  const style = [
    `direction="ltr" font-family="system-ui,sans-serif" font-size="${rounded(letters)}" fill="${colour('on-night')}"`,
    `stroke="${colour('night')}" stroke-width="1.6" paint-order="stroke" dominant-baseline="middle"`,
  ].join(' ');
  // Through a function: in a name, "$&" would stand for what is replaced.
  return svg.replace('</svg>', () => `<g ${style}>${words.join('')}</g></svg>`);
};

/** A plate as a small SVG for a page. */
export const platePageSvg = (plate: Plate): string =>
  withNames({ svg: plateSvg(plate), letters: plate.letters * 0.75, names: plate.names });

/**
 * The whole network as an SVG, cropped as a plate is; `at` is where the middle of Italy stands.
 * @param cities the lit ones
 */
export const networkSvg = (cities: readonly Position[], { ratio, width = 400, at }: PlateCrop): string => {
  const height = width / ratio;
  const middle = { x: 205, y: 232 };
  const [dx, dy] = [rounded(width * (at?.x ?? 0.5) - middle.x), rounded(height * (at?.y ?? 0.5) - middle.y)];
  const dots = cities.map(project);
  return drawing(rounded(width), rounded(height), [
    `<g transform="translate(${dx} ${dy})">`,
    `<path fill="${colour('night-land')}" d="${countryPath('map')}"/>`,
    `<path fill="none" stroke="${colour('night-line')}" stroke-width=".75" d="${bordersPath('map')}"/>`,
    `<path fill="none" stroke="${colour('lit')}" stroke-width="1.25" opacity=".55" d="${networkPath(dots)}"/>`,
    ...dots.map(({ x, y }) => dot(rounded(x), rounded(y), 5)),
    '</g>',
  ]);
};
