import type { Catalogue } from '../wasm/rounds/catalogue.ts';
export const dataDirectory: string;
export function readCatalogue(directory?: string): Catalogue;
export function catalogueModule(): string;
