/**
 * The emblem of the European Union, drawn to its published geometry (Official Journal, graphical specifications):
 * the height is 2/3 of the width; twelve stars stand like the hours on a circle whose radius is a third of the height;
 * each fills a circle whose radius is an eighteenth of the height.
 */
export const euEmblem = {
  width: 108,
  height: 72,
  blue: '#003399',
  gold: '#ffcc00',
} as const;

const centre = { x: euEmblem.width / 2, y: euEmblem.height / 2 };
const circle = euEmblem.height / 3;
const outer = euEmblem.height / 18;
// The inner corners of a regular five-pointed star.
const inner = outer * 0.381966;

/** Where the stars stand, as the hours do. */
export const euEmblemHours: readonly { x: number; y: number }[] = Array.from({ length: 12 }, (_, hour) => {
  const angle = (hour * Math.PI) / 6;
  return { x: centre.x + circle * Math.sin(angle), y: centre.y - circle * Math.cos(angle) };
});

/** SVG path data of a star around a point. */
export const euEmblemStar = (x: number, y: number): string => {
  const corners = Array.from({ length: 10 }, (_, corner) => {
    const radius = corner % 2 === 0 ? outer : inner;
    const turn = (corner * Math.PI) / 5;
    return `${(x + radius * Math.sin(turn)).toFixed(2)} ${(y - radius * Math.cos(turn)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
};

/** The emblem as an SVG file. */
export const euEmblemSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${euEmblem.width} ${euEmblem.height}"><path fill="${euEmblem.blue}" d="M0 0h${euEmblem.width}v${euEmblem.height}H0z"/><path fill="${euEmblem.gold}" d="${euEmblemHours.map(({ x, y }) => euEmblemStar(x, y)).join('')}"/></svg>`;
