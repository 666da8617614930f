const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', timeZoneName: 'longOffset' });

const offsetAt = (instant: number): string =>
  clock
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace('GMT', '') ?? '+01:00';

/**
 * What Rome's clocks are ahead of UTC, `+01:00` or `+02:00`, when they show a time. Of an hour that they show twice it is
 * the earlier, of one that they leap over the one before the leap.
 * @param local `2026-03-01T11:00`, with or without seconds
 */
export const romeOffset = (local: string): string => {
  const summer = offsetAt(Date.parse(`${local}+02:00`));
  return summer === '+02:00' ? summer : '+01:00';
};
