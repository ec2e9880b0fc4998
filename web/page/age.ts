/** How old the data inside are. */
const mostDays = 90;
const dayLength = 86_400_000;

/**
 * Whether data of one day may be outdated on another: after 90 days, the time in which CBS revises or
 * a municipality, province or minister publishes something new. Days as YYYY-MM-DD.
 */
export const mayBeOutdated = (dataUntil: string, today: string): boolean =>
  (Date.parse(today) - Date.parse(dataUntil)) / dayLength > mostDays;
