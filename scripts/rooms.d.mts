export interface HouseFile {
  readonly file: string;
  readonly text: string;
  /** Paths from the root. */
  readonly named: readonly string[];
}
export const rooms: Readonly<Record<string, readonly string[]>>;
export function roomOf(file: string): string | undefined;
export function namedIn(file: string, text: string): string[];
export function againstTheArrows(files: readonly Omit<HouseFile, 'text'>[]): string[];
export function circles(files: readonly Omit<HouseFile, 'text'>[]): string[];
export function houseFiles(): HouseFile[];
