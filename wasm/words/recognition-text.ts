/** Why a loaded file is taken for one of CBS, or is not: a sentence for page and command line. */
import type { CbsTraits, SourceFile } from '../contract/answers.ts';
import type { Language } from './messages.ts';

type Trait = keyof CbsTraits;
const lacking: Record<Language, Record<Trait, string>> = {
  nl: {
    headings: 'de kolomnamen zijn niet die van het CBS',
    download: 'er is geen spoor van een download (zoals “Bron: CBS” onderaan)',
    year: 'het jaar staat er niet in',
    complete: 'het zijn niet precies de gemeenten van de ronde',
    values: 'de cijfers wijken af van de officiële van dat jaar',
  },
  en: {
    headings: 'the headings are not those of CBS',
    download: 'there is no trace of a download (such as “Bron: CBS” below)',
    year: 'it does not say its year',
    complete: 'these are not exactly the municipalities of the round',
    values: 'the figures differ from the official ones of that year',
  },
};
const traits: readonly Trait[] = ['headings', 'download', 'year', 'complete', 'values'];

/** Empty for a bundled file, and where nothing can be said. */
export function recognitionText(source: SourceFile, language: Language): string {
  if (source.status !== 'loaded') return '';
  const { cbs, sameAs, basis } = source;
  const dutch = language === 'nl';
  if (basis === 'cbs_file' && sameAs !== null)
    return dutch
      ? `Herkend als CBS-bestand: dezelfde cijfers als ${sameAs}.`
      : `Recognised as a file of CBS: the same figures as ${sameAs}.`;
  if (cbs === null) return '';
  if (basis === 'cbs_file')
    return dutch
      ? `Herkend als CBS-bestand van ${cbs.year ?? ''}: kolomnamen van het CBS, kenmerken van een download, en precies de gemeenten van de ronde. Of een getal is aangepast, is niet te zien.`
      : `Recognised as a file of CBS of ${cbs.year ?? ''}: headings of CBS, traces of a download, and exactly the municipalities of the round. Whether a number was edited cannot be seen.`;
  const missing = traits.filter((trait) => cbs[trait] === false || cbs[trait] === null);
  if (missing.length === 0 || basis === 'estimate') return '';
  const list = missing.map((trait) => lacking[language][trait]).join('; ');
  return dutch
    ? `Niet herkend als CBS-bestand: ${list}.`
    : `Not recognised as a file of CBS: ${list}.`;
}
