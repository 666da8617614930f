const TIMECODE = /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)(?:\.(\d{1,3}))?$/;

/**
 * The seconds of a time as people write it: `1:05` is 65, `1:02:30` is 3750.
 * @returns nothing when the text is no time
 */
export const secondsOf = (time: string): number | undefined => {
  const match = TIMECODE.exec(time);
  if (!match) return undefined;
  const [, hours, minutes, seconds, fraction] = match;
  // With hours in front, minutes end at 59.
  if (hours !== undefined && Number(minutes) > 59) return undefined;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction ?? 0}`);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as people write them: 65 is `1:05`, 3750 is `1:02:30`. */
export const timecode = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
};

/** Seconds as an ISO 8601 duration: 3750 is `PT1H2M30S`. */
export const isoDuration = (seconds: number): string => {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'H'],
    [Math.floor(whole / 60) % 60, 'M'],
    [whole % 60, 'S'],
  ] as const;
  return `PT${parts.map(([value, unit]) => (value > 0 ? `${value}${unit}` : '')).join('') || '0S'}`;
};
