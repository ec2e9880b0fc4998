export interface Part {
  readonly name: string;
  readonly version: string | null;
  readonly licence: string;
  readonly text: string;
}
export function nativeParts(): Part[];
export function packagesOf(modules: Iterable<string>): Part[];
export function noticesOf(parts: readonly Part[]): string;
