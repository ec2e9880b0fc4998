/** `exchange`: who can exchange what with whom, so that every ledger stays in balance. */
import { parseArgs } from 'node:util';
import type { Core, Ledger, ProposeExchangeParameters } from '../index.ts';
import type { Language } from '../words/messages.ts';
import { WrongCall, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { putFile } from './inputs.ts';
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

  --wishes  bestand met de kolommen gemeente, ${ledgerNames.join(', ')}
            (een aantal boven nul: wil overnemen, onder nul: wil overdragen; “tot 40” of
            “tot -40”: elk aantal daaronder mag, voor elke taak van die gemeente apart)
`;

const obstacles = {
  nobody: () => 'niemand wil het omgekeerde',
  too_little: (lacking: number) => `anderen willen samen ${lacking} te weinig van het omgekeerde`,
  no_fit: () => 'de aantallen van anderen passen niet precies',
} as const;

/** A status where the table has errors, which are then told. */
function readWishes(
  core: Core,
  path: string,
  language: Language,
): ProposeExchangeParameters['wishes'] | number {
  const file = putFile(core, path);
  const read = (numbers: readonly Ledger[]) =>
    core.run('read_figures', {
      ...file,
      name: 'gemeente',
      numbers,
      least: -10_000_000,
      limits: true,
    });
  // Once for its headings: a table has a column for the tasks that are wished for.
  const headings = read([]);
  if (!headings.ok) return report(headings, language);
  const ledgers = [...new Set(headings.result.headings.map((heading) => heading.toLowerCase()))]
    .filter((heading) => heading !== '' && heading !== 'gemeente')
    .map((heading) => oneOf('wishes', heading, ledgerNames));
  if (ledgers.length === 0)
    throw new WrongCall(`“${path}” heeft de kolom gemeente en een kolom per taak`);
  const answer = read(ledgers);
  const status = report(answer, language);
  if (!answer.ok) return status;
  return answer.result.rows.map(({ name, numbers, isLimit }) => ({
    municipality: name,
    wanted: Object.fromEntries(ledgers.map((ledger, at) => [ledger, numbers[at] ?? 0])),
    ...(isLimit ? { upTo: true } : {}),
  }));
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
  const wishes = readWishes(core, values.wishes, language);
  if (typeof wishes === 'number') return wishes;
  const answer = core.run('propose_exchange', { wishes });
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
