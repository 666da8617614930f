/**
 * The first moment of a day, a month or a year in Italy.
 * @param date `2024`, `2024-01` or `2024-01-12`
 */
export const firstMomentOf = (date: string): Date =>
  new Date(`${`${date}-01-01`.slice(0, 10)}T00:00:00+01:00`);

/**
 * The first moment after a day, a month or a year in Italy.
 * @param date `2024`, `2024-01` or `2024-01-12`
 */
export const momentAfter = (date: string): Date => {
  const [year = 0, month, day] = date.split('-').map(Number);
  const next =
    month === undefined
      ? new Date(Date.UTC(year + 1, 0))
      : new Date(Date.UTC(year, day === undefined ? month : month - 1, (day ?? 0) + 1));
  return firstMomentOf(next.toISOString().slice(0, 10));
};

/** Whether a day, a month or a year has been over for a year at an instant. */
export const isOlderThanAYear = (date: string, now: Date): boolean => {
  const end = momentAfter(date);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return now >= end;
};
