/** `exchange`: who can exchange what with whom, so that every ledger stays in balance. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Core, Ledger, ProposeExchangeParameters } from '../index.ts';
import { WrongCall, oneOf, wholeNumber } from './call.ts';
import type { Command } from './command.ts';
import { alignedTable, emit, jsonText, report } from './output.ts';

const ledgerNames: readonly Ledger[] = [
  'asylum_regular',
  'asylum_minors',
  'status_holders',
  'ukraine',
];

const help = `spreidingswijzer exchange --wishes BESTAND [--format table|json] [--language nl|en] [--out BESTAND]

Zoekt een uitruil waarin elke taak in evenwicht blijft, met zo weinig mogelijk overdrachten. Een wens
wordt helemaal vervuld of niet. De uitkomst is een voorstel: mensen kiezen.

  --wishes  CSV met de kolommen gemeente, ${ledgerNames.join(', ')}
            (komma of puntkomma; een aantal boven nul: wil overnemen, onder nul: wil overdragen; “tot 40” of
            “tot -40”: elk aantal daaronder mag, voor elke taak van die gemeente apart)
`;

const upTo = /^(tot|max\.?|up to|≤)\s*/iu;
const obstacles = {
  nobody: () => 'niemand wil het omgekeerde',
  too_little: (lacking: number) => `anderen willen samen ${lacking} te weinig van het omgekeerde`,
  no_fit: () => 'de aantallen van anderen passen niet precies',
} as const;

/** Rows of plain cells; wishes have names and whole numbers only. */
function readWishes(path: string): ProposeExchangeParameters['wishes'] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    throw new WrongCall(`het bestand “${path}” is niet te lezen`);
  }
  const [head = '', ...lines] = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const separator = head.includes(';') ? ';' : ',';
  const columns = head.split(separator).map((cell) => cell.trim());
  if (columns[0] !== 'gemeente' || columns.length < 2)
    throw new WrongCall(`“${path}” begint met de kolom gemeente en heeft een kolom per taak`);
  const ledgers = columns.slice(1).map((name) => oneOf('wishes', name, ledgerNames));
  return lines.map((line, at) => {
    const [municipality = '', ...cells] = line.split(separator).map((cell) => cell.trim());
    if (cells.length > ledgers.length)
      throw new WrongCall(`${path}:${at + 2}: er staan te veel cellen in deze regel`);
    const isUpTo = cells.some((cell) => upTo.test(cell));
    const wanted = Object.fromEntries(
      ledgers.map((ledger, column) => {
        const cell = (cells[column] ?? '').replace(upTo, '');
        return [ledger, cell === '' ? 0 : wholeNumber('wishes', cell)];
      }),
    );
    return { municipality, wanted, ...(isUpTo ? { upTo: true } : {}) };
  });
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      wishes: { type: 'string' },
      format: { type: 'string', default: 'table' },
      language: { type: 'string', default: 'nl' },
      out: { type: 'string' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'json'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  if (values.wishes === undefined) throw new WrongCall('geef --wishes');
  const answer = core.run('propose_exchange', { wishes: readWishes(values.wishes) });
  const status = report(answer, language);
  if (!answer.ok) return status;
  const { transfers, met, unmet, why, provenBest } = answer.result;
  if (format === 'json') {
    emit(jsonText(answer.result), values.out);
    return status;
  }
  const lines = [
    transfers.length === 0
      ? 'Er is geen uitruil gevonden waarin alles in evenwicht blijft.\n'
      : alignedTable(
          [
            ['taak', 'van', 'naar', 'aantal'],
            ...transfers.map(({ ledger, from, to, number }) => [ledger, from, to, String(number)]),
          ],
          3,
        ),
    `Vervulde wensen: ${met.join(', ') || 'geen'}.`,
    `Niet vervuld: ${unmet.join(', ') || 'geen'}.`,
    ...why.map(
      ({ municipality, ledger, obstacle, lacking }) =>
        `  ${municipality}, ${ledger}: ${obstacles[obstacle](lacking)}.`,
    ),
    provenBest
      ? 'Meer wensen, of dezelfde met minder overdrachten, kan niet.'
      : 'Niet bewezen dat dit de beste uitruil is: het zoeken is op zijn grens gestopt.',
    'Dit is een voorstel. Een officiële ruilverhouding bestaat niet.',
    '',
  ];
  emit(lines.join('\n'), values.out);
  return status;
}

export const exchange: Command = { help, run };
