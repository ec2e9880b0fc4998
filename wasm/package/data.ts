/** `spreidingswijzer/data`: rounds and vintages, with source, date, licence and how sure each is. */
import data from 'virtual:catalogue';
import type { Catalogue } from '../rounds/catalogue.ts';

export type * from '../rounds/catalogue.ts';

/** Every round and every table inside, as `public/data` has them. */
export const catalogue: Catalogue = data;
