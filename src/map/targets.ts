import type { Point } from './projection.ts';

/**
 * Centres of round touch targets, moved apart where two dots are nearer than a finger can tell them. Every dot stays
 * inside its own target as long as two dots are not in the same place.
 * @param points the dots
 * @param diameter of a target, in the same units
 */
export const spreadTargets = (points: readonly Point[], diameter: number): Point[] => {
  const centres = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 50; round += 1) {
    let moved = false;
    for (const [index, a] of centres.entries()) {
      for (const b of centres.slice(index + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= diameter - 0.01) continue;
        const push = (diameter - distance) / 2;
        const [ux, uy] = distance === 0 ? [0, 1] : [dx / distance, dy / distance];
        a.x -= ux * push;
        a.y -= uy * push;
        b.x += ux * push;
        b.y += uy * push;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return centres;
};
