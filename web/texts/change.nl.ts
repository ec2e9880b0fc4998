/** Texts of two results beside each other, in Dutch. */
export const changeNl = {
  title: 'Twee uitkomsten naast elkaar',
  intro:
    'Kies een oude en een nieuwe uitkomst: van een ronde, uit een geladen bestand, of die u zelf bewaarde. Wat genoemd is, gaat voor wat geschat is; waar een kant geen aantal heeft maar grenzen, staan beide uiteinden er.',
  old: 'Oud',
  new: 'Nieuw',
  difference: 'Verschil',
  percent: 'Procent',
  computedSide: (round: string) => `Berekend · ${round}`,
  printedSide: (round: string) => `Genoemde getallen · ${round}`,
  nowSide: (round: string) => `${round}, met uw eigen gegevens van nu`,
  keptSide: (name: string) => `Bewaard: ${name}`,
  keptName: (number: string, round: string, need: string) =>
    `${number}. ${round}, behoefte ${need}`,
  whatIfNow: 'zoals nu ingevuld',
  whatIfSide: (name: string) => `Wat als: ${name}`,
  fileSide: (name: string) => `Bestand ${name}`,
  keep: 'Bewaar de uitkomst van nu om te vergelijken',
  keepHint: 'Verander daarna uw gegevens of de behoefte, en zet de nieuwe uitkomst ernaast.',
  need: (from: string, to: string, difference: string, percent: string | null) =>
    `Behoefte in het land: van ${from} naar ${to}, een verschil van ${difference}${percent === null ? '' : ` (${percent})`}.`,
  minorsOld: 'Amv oud',
  minorsNew: 'Amv nieuw',
  minorsDifference: 'Verschil amv',
  minorsNeed: (from: string, to: string, difference: string) =>
    `Daarvan voor alleenstaande minderjarige vreemdelingen (amv): van ${from} naar ${to}, een verschil van ${difference}.`,
  both: (count: string, all: string) =>
    `${count} van ${all} gemeenten hebben aan beide kanten een getal`,
  everyone: 'Toon ook gemeenten die aan één kant geen getal hebben',
  file: 'verschil',
  oldLine: (places: string) => `oud: ${places} plekken`,
  newLine: (places: string) => `nieuw: ${places} plekken`,
  percentLine: (percent: string) => `verschil: ${percent} %`,
  pictureTitle: (count: string, fewer: string, more: string, same: string) =>
    `Van ${count} gemeenten krijgen er ${fewer} minder plekken, ${more} meer en ${same} evenveel`,
  pictureReading:
    'Elke stip is een gemeente: naar rechts het oude aantal, naar boven het nieuwe. Boven de lijn werden het er meer, eronder minder. Op beide assen krijgen kleine getallen meer ruimte.',
  pictureSource: 'Spreidingswijzer, twee uitkomsten naast elkaar. Indicatief, geen besluit.',
  pictureNoTitle: 'Verschil per gemeente: te weinig om te tekenen',
  pictureWhy: (count: string) =>
    count === '0'
      ? 'Geen gemeente heeft aan beide kanten een getal.'
      : `Met aan beide kanten een getal: ${count}. De tabel hieronder zegt daarvan alles.`,
};
