/** The columns of a table of locations. */

/** What a column of a table of locations says, in the order of the template. */
export const locationFields = [
  'municipality',
  'municipality_name',
  'location_id',
  'location',
  'kind',
  'places',
  'from',
  'until',
  'certainty',
  'continues',
  'public',
  'note',
] as const;
export type LocationField = (typeof locationFields)[number];
