/**
 * The command line: the same core, for scripts and for people who like a prompt.
 *
 * Exit status 0; 1 with findings of severity error, listed on standard error as
 * `file:row:column: message`; 2 for a wrong call, with help.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import catalogue from 'virtual:catalogue';
import { type Core, load } from '../index.ts';
import { allocate } from './allocate.ts';
import { calendar } from './calendar.ts';
import { clean } from './clean.ts';
import { inspect } from './inspect.ts';
import { WrongCall } from './call.ts';
import { change } from './change.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { explain } from './explain.ts';
import { exchange } from './exchange.ts';
import { Unwritten, emit, tell } from './output.ts';
import { province } from './province.ts';
import { remainder } from './remainder.ts';
import { rounds } from './rounds.ts';
import { targets } from './targets.ts';
import { implied } from './implied.ts';
import { reproduce } from './reproduce.ts';
import { sensitivity } from './sensitivity.ts';
import { whatif } from './whatif.ts';
import { receipt } from './receipt.ts';
import { sheet } from './sheet.ts';
import { verify } from './verify.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['rounds', rounds],
  ['allocate', allocate],
  ['explain', explain],
  ['inspect', inspect],
  ['clean', clean],
  ['change', change],
  ['calendar', calendar],
  ['province', province],
  ['exchange', exchange],
  ['targets', targets],
  ['remainder', remainder],
  ['compare', compare],
  ['reproduce', reproduce],
  ['sensitivity', sensitivity],
  ['implied', implied],
  ['whatif', whatif],
  ['receipt', receipt],
  ['sheet', sheet],
  ['verify', verify],
]);

const help = `spreidingswijzer – rekent na hoe de Spreidingswet opvangplaatsen verdeelt (onofficieel)

Gebruik:
  spreidingswijzer rounds                    rondes en waar hun cijfers vandaan komen
  spreidingswijzer allocate --round 2024     de verdeling van een ronde
  spreidingswijzer allocate --population P.csv --scores S.csv --need 96000
  spreidingswijzer receipt --round example --out bewijs.json
  spreidingswijzer verify bewijs.json        rekent een rekenbewijs na
  spreidingswijzer sheet --round example --out rekenblad.xlsx

  spreidingswijzer explain --round example --municipality Lindewoude
                                             hoe een getal tot stand komt
  spreidingswijzer change --from published:2024 --to published:2026
                                             twee uitkomsten naast elkaar
  spreidingswijzer compare TABEL.csv --round 2024
                                             een gepubliceerde tabel naast de uitkomst
  spreidingswijzer reproduce TABEL.csv --round 2024
                                             met welke invoer de tabel is na te maken
  spreidingswijzer sensitivity --round example --municipality Lindewoude
                                             hoe zeker een getal is
  spreidingswijzer implied TABEL.csv --round 2024
                                             wat een tabel zegt over de scores
  spreidingswijzer whatif --round example --score-weight 0
                                             wat er verandert als …

  spreidingswijzer calendar --round 2026     de wettelijke kalender van een ronde
  spreidingswijzer province --workspace example
                                             de provinciale tafel en het verslag
  spreidingswijzer exchange --wishes W.csv   wie kan met wie ruilen, zodat alles in evenwicht blijft
  spreidingswijzer targets --half-year 2027-1 --national 2026-09-28=13000
                                             taakstelling huisvesting vergunninghouders (statushouders)
  spreidingswijzer remainder --places 76 --shares V.csv
                                             simulatie van de restopgave
  spreidingswijzer inspect BESTAND           hoe een bestand gelezen wordt, en waarom
  spreidingswijzer clean BESTAND             hetzelfde bestand in vaste vorm

  spreidingswijzer OPDRACHT --help           hulp bij een opdracht
  spreidingswijzer --version
  spreidingswijzer --licenses                onderdelen van anderen, en hun licenties
`;

function version(core: Core): number {
  const { version: number, commit } = core.version();
  emit(`spreidingswijzer ${number} (${commit}), gegevens tot ${catalogue.dataUntil}\n`, undefined);
  return 0;
}

/** The notices stand at the end of this program, where the build put them. */
function showLicences(): number {
  const program = readFileSync(new URL(import.meta.url), 'utf8');
  const begin = program.lastIndexOf('\n/* Onderdelen');
  emit(program.slice(begin + 4, program.lastIndexOf('*/')), undefined);
  return 0;
}

function run(core: Core, args: string[]): number | Promise<number> {
  const [word, ...rest] = args;
  const command = word === undefined ? undefined : commands.get(word);
  if (command === undefined) {
    if (word === '--help' || word === '-h') return showHelp(help);
    if (word === '--version') return version(core);
    if (word === '--licenses') return showLicences();
    throw new WrongCall(
      word === undefined ? 'geef een opdracht' : `de opdracht “${word}” is er niet`,
    );
  }
  if (rest.some((argument) => argument === '--help' || argument === '-h'))
    return showHelp(command.help);
  if (rest.includes('--version')) return version(core);
  return command.run(core, rest);
}

function showHelp(text: string): number {
  emit(text, undefined);
  return 0;
}

const isArgumentFault = (fault: unknown): fault is Error =>
  fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');

/** The core, or the sentence that says why it does not start here. */
async function started(): Promise<Core | string> {
  if (typeof WebAssembly !== 'object')
    return 'WebAssembly staat hier uit (--jitless?), en zonder kan dit programma niet rekenen.';
  const beside = new URL('./spreidingswijzer.wasm', import.meta.url);
  try {
    return await load(readFileSync(beside));
  } catch {
    return `${fileURLToPath(beside)} ontbreekt of is beschadigd: haal programma en .wasm opnieuw op, samen.`;
  }
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const core = await started();
  if (typeof core === 'string') {
    tell(`spreidingswijzer: ${core}`);
    return 1;
  }
  try {
    return await run(core, args);
  } catch (fault) {
    if (fault instanceof Unwritten) {
      if (fault.sentence !== null) tell(`spreidingswijzer: ${fault.sentence}`);
      return 1;
    }
    if (!(fault instanceof WrongCall) && !isArgumentFault(fault)) throw fault;
    const name = basename(process.argv[1] ?? 'spreidingswijzer');
    tell(`${name}: ${fault.message}`);
    console.error(`\n${commands.get(args[0] ?? '')?.help ?? help}`);
    return 2;
  }
}

process.exitCode = await main();
