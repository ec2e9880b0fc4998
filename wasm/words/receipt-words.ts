/** What checking a receipt came to, in sentences: what is wrong, what it proves, and what it does not. */
import type { ProvenClaim, ProvenInput, VerifyResult } from '../contract/answers.ts';
import type { Language } from './messages.ts';
import { quotedText } from './plain-text.ts';

const words = {
  nl: {
    checksum: 'Het controlegetal hoort niet bij de inhoud.',
    touched: 'Het bestand is opnieuw opgeslagen: de bytes zijn veranderd.',
    differences: (count: number) => `Verschillen: ${count}.`,
    missing: (file: string, bytes: number, sha256: string) =>
      `Nodig om na te rekenen: ${file} (${bytes} bytes, SHA-256 ${sha256}). Geef het bestand mee bij het rekenbewijs.`,
    unproven: {
      fingerprint: (file: string) =>
        `De vingerafdruk van ${file} is uit de cellen niet te tonen. Met het bestand zelf erbij wel.`,
      list: (file: string) =>
        `${file} is een eigen lijst van gemeenten of herindelingen, en niet die van dit programma.`,
    },
    estimate: 'De cijfers rusten op een schatting: het zijn marges, geen aantallen.',
    operations: {
      allocate: 'de verdeling',
      explain: 'de uitleg van een getal',
      compare: 'een tabel naast de uitkomst',
      compareTables: 'twee tabellen naast elkaar',
      reproduce: 'met welke invoer een tabel is na te maken',
      sensitivity: 'hoe zeker een getal is',
      needSteps: 'bij welke behoefte een getal verandert',
      implied: 'wat een tabel zegt over de scores',
      whatIf: 'een berekening met andere invoer',
      provincial_table: 'een provinciale tafel',
    },
    operation: (what: string) => `Gevraagd: ${what}.`,
    round: (id: string) => `Ronde: ${id}.`,
    noRound: 'Ronde: geen; een eigen vraag.',
    need: (places: number, minors: number | null) =>
      `Behoefte: ${places} plekken${minors === null ? '' : `, waarvan ${minors} amv`}.`,
    size: (count: number, all: number | null) =>
      all === null || all === count
        ? `Gemeenten: ${count}.`
        : `Gemeenten: ${count} van ${all}: dit is niet de hele lijst van de ronde.`,
    inputs: { population: 'Inwoners', scores: 'SES-WOA-score' },
    bases: {
      official: 'officiële CBS-cijfers van dit programma',
      cbs_file: 'een CBS-bestand dat de maker lud',
      own_input: 'eigen invoer van de maker',
      derived: 'grenzen, afgeleid uit een afgedrukte tabel',
      estimate: 'een schatting',
    },
    input: (what: string, basis: string, file: string, same: string | null) =>
      `${what}: ${basis} (${file}${same === null ? '' : `, dezelfde waarden als ${same}`}).`,
    findings: (warnings: number, notes: number) =>
      `Meldingen: ${warnings} waarschuwingen, ${notes} opmerkingen.`,
    maker: (version: string, commit: string) =>
      `Niet bewezen: wie het maakte, en of de cellen erin waar zijn. Het zegt zelf: versie ${version} (${commit}).`,
    unknown: 'onbekend',
  },
  en: {
    checksum: 'The checksum does not belong to the contents.',
    touched: 'The file was saved anew: its bytes have changed.',
    differences: (count: number) => `Differences: ${count}.`,
    missing: (file: string, bytes: number, sha256: string) =>
      `Needed to compute it again: ${file} (${bytes} bytes, SHA-256 ${sha256}). Give the file with the receipt.`,
    unproven: {
      fingerprint: (file: string) =>
        `The fingerprint of ${file} cannot be shown from the cells. With the file itself it can.`,
      list: (file: string) =>
        `${file} is a list of municipalities or mergers of the maker's own, and not that of this program.`,
    },
    estimate: 'The figures rest on an estimate: they are ranges, not numbers.',
    operations: {
      allocate: 'the distribution',
      explain: 'how a figure comes about',
      compare: 'a table beside the outcome',
      compareTables: 'two tables beside each other',
      reproduce: 'with which inputs a table can be reproduced',
      sensitivity: 'how sure a figure is',
      needSteps: 'at which need a figure changes',
      implied: 'what a table says of the scores',
      whatIf: 'a calculation with other inputs',
      provincial_table: 'a provincial table',
    },
    operation: (what: string) => `Asked: ${what}.`,
    round: (id: string) => `Round: ${id}.`,
    noRound: 'Round: none; a question of its own.',
    need: (places: number, minors: number | null) =>
      `Need: ${places} places${minors === null ? '' : `, of which ${minors} for unaccompanied minors`}.`,
    size: (count: number, all: number | null) =>
      all === null || all === count
        ? `Municipalities: ${count}.`
        : `Municipalities: ${count} of ${all}: this is not the whole list of the round.`,
    inputs: { population: 'Inhabitants', scores: 'SES-WOA score' },
    bases: {
      official: 'official CBS figures of this program',
      cbs_file: 'a CBS file that the maker loaded',
      own_input: "the maker's own input",
      derived: 'bounds, derived from a printed table',
      estimate: 'an estimate',
    },
    input: (what: string, basis: string, file: string, same: string | null) =>
      `${what}: ${basis} (${file}${same === null ? '' : `, the same values as ${same}`}).`,
    findings: (warnings: number, notes: number) =>
      `Findings: ${warnings} warnings, ${notes} notes.`,
    maker: (version: string, commit: string) =>
      `Not proven: who made it, nor that the cells in it are true. It says of itself: version ${version} (${commit}).`,
    unknown: 'unknown',
  },
};

/** What is wrong with it, or stands in the way. */
export function faultTexts(result: VerifyResult, language: Language): string[] {
  const t = words[language];
  return [
    ...(result.checksum ? [] : [t.checksum]),
    ...(result.untouched ? [] : [t.touched]),
    ...(result.differenceCount === 0 ? [] : [t.differences(result.differenceCount)]),
    ...result.missing.map(({ file, bytes, sha256 }) => t.missing(quotedText(file), bytes, sha256)),
  ];
}

/** @param size how many municipalities the list of the round has */
function provenBy(claim: ProvenClaim, size: number | null, language: Language): string[] {
  const t = words[language];
  const input = (what: 'population' | 'scores', of: ProvenInput | null): string[] =>
    of === null
      ? []
      : [
          t.input(
            t.inputs[what],
            t.bases[of.basis],
            quotedText(of.file),
            of.sameAs === null ? null : quotedText(of.sameAs),
          ),
        ];
  return [
    t.operation(t.operations[claim.operation]),
    ...(claim.need === null
      ? []
      : [
          claim.round === null ? t.noRound : t.round(claim.round),
          t.need(claim.need, claim.minors),
        ]),
    ...(claim.municipalities === null ? [] : [t.size(claim.municipalities, size)]),
    ...input('population', claim.population),
    ...input('scores', claim.scores),
    t.findings(claim.findings.warning, claim.findings.note),
  ];
}

/** What a receipt that holds proves, and of any receipt what is not proven. */
export function proofTexts(
  result: VerifyResult,
  size: number | null,
  language: Language,
): string[] {
  const t = words[language];
  const { version, commit } = result.maker;
  const holds = result.outcome === 'holds' || result.outcome === 'round_changed';
  return [
    ...(!holds || result.proven === null ? [] : provenBy(result.proven, size, language)),
    ...(result.basis === 'estimate' ? [t.estimate] : []),
    ...result.unproven.map(({ file, what }) => t.unproven[what](quotedText(file))),
    t.maker(quotedText(version ?? t.unknown), quotedText(commit ?? t.unknown)),
  ];
}
