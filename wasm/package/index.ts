/**
 * The npm package: the typed module with its WebAssembly and the data of every round inside.
 *
 *     import { open } from 'spreidingswijzer';
 *     const wijzer = await open();
 *     const breda = wijzer.round('2026').municipality('Breda');
 *
 * Works in Node from 20.19, in browsers and through every bundler that reads ECMAScript modules: nothing is
 * fetched, and nothing has to be configured. `load` gives the bare operations, for files of one's own.
 */
import type { AllocationResult, Core, Finding, MunicipalityRow, ProvinceRow } from '../index.ts';
import { load as loadCore } from '../index.ts';
import {
  type Catalogue,
  type OwnInputs,
  type Round,
  bundledFiles,
  chosenVintage,
  fileName,
  findRound,
  roundParameters,
} from '../rounds/catalogue.ts';
import { findingText } from '../words/messages.ts';
import { folded, spellingsIn } from '../words/municipality-names.ts';
import { catalogue } from './data.ts';
import { unpacked } from './unpack.ts';
import wasm from 'virtual:wasm';

export type * from '../index.ts';
export type {
  Bilingual,
  Catalogue,
  Certainty,
  Deadline,
  Licence,
  OwnInputs,
  Round,
  SourcedNumber,
  Vintage,
  VintageChoice,
} from '../rounds/catalogue.ts';
export { errorText, findingText } from '../words/messages.ts';

/** What the core refused, with the findings that say where and why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** Those of severity error first; each names file, row, column and the text that stands there. */
  readonly findings: readonly Finding[];

  constructor(message: string, findings: readonly Finding[]) {
    super(message);
    this.findings = findings;
  }
}

/** One round, asked with its own inputs or with a person's in their places. */
export interface RoundAnswers {
  /** Its description: need, vintages with how sure they are, deadlines, sources. */
  readonly round: Round;
  /**
   * The allocation over all municipalities, in code order.
   * @param own what takes the place of the round's inputs; files must be put before `core` first
   * @throws {Refused} where the inputs hold an error
   */
  allocation(own?: OwnInputs): AllocationResult;
  /** Every municipality of the round, in code order: places as whole numbers or bounds, with their basis. */
  readonly municipalities: readonly MunicipalityRow[];
  /**
   * One municipality by its name in any common spelling, or by its code (`GM0758`).
   * @throws {RangeError} where the round has none of that name
   */
  municipality(nameOrCode: string): MunicipalityRow;
  /** Every province: its task is the sum of the rounded shares of its municipalities. */
  readonly provinces: readonly ProvinceRow[];
  /** @throws {RangeError} where the round has none of that name */
  province(name: string): ProvinceRow;
}

/** The core with the data of every round put before it. */
export interface Wijzer {
  /** All operations, for questions that have no short way here. */
  readonly core: Core;
  /** Rounds and vintages inside. */
  readonly catalogue: Catalogue;
  /** @throws {RangeError} where there is no such round; its message names those that there are */
  round(id: string): RoundAnswers;
}

let bytes: Promise<Uint8Array<ArrayBuffer>> | undefined;

/**
 * Starts the core, with no files put before it.
 * Rejects with one sentence where WebAssembly is not there or is switched off.
 */
export async function load(): Promise<Core> {
  if (typeof WebAssembly !== 'object')
    throw new Error('spreidingswijzer needs WebAssembly, which this environment does not have.');
  bytes ??= unpacked(wasm);
  return loadCore(await bytes);
}

/** Starts the core with every bundled table put before it. */
export async function open(): Promise<Wijzer> {
  const core = await load();
  for (const { name, bytes: table } of bundledFiles(catalogue)) core.put(name, table);
  return {
    core,
    catalogue,
    round(id) {
      const round = findRound(catalogue, id);
      if (round === undefined)
        throw new RangeError(
          `No round “${id}”; there are ${catalogue.rounds.map((each) => each.id).join(', ')}.`,
        );
      return answersOf(core, round);
    },
  };
}

function answersOf(core: Core, round: Round): RoundAnswers {
  const allocation = (own?: OwnInputs): AllocationResult => {
    const answer = core.allocate(roundParameters(catalogue, round, own));
    if (answer.ok) return answer.result;
    const [first] = answer.findings;
    const said = first === undefined ? undefined : findingText(first, 'en');
    throw new Refused(
      said === undefined ? answer.error.code : `${said.what} ${said.todo}`,
      answer.findings,
    );
  };
  const asked = (names: readonly { readonly text: string }[]) => {
    const answer = core.run('find_municipalities', {
      municipalities: fileName(chosenVintage(catalogue, round.population)),
      provinces: round.provinces,
      names,
      spellings: names.length === 0,
    });
    return answer.ok ? answer.result : undefined;
  };
  let own: AllocationResult | undefined;
  const result = (): AllocationResult => (own ??= allocation());
  return {
    round,
    allocation,
    get municipalities() {
      return result().municipalities;
    },
    municipality(nameOrCode) {
      const [called] = asked([{ text: nameOrCode }])?.found ?? [];
      const code = called?.how === 'exact' ? called.municipalities[0]?.code : undefined;
      const found = result().municipalities.find((each) => each.code === code);
      if (found === undefined)
        throw new RangeError(`Round ${round.id} has no municipality “${nameOrCode}”.`);
      return found;
    },
    get provinces() {
      return result().provinces;
    },
    province(name) {
      const wanted = folded(name);
      const spellings = spellingsIn(asked([])?.spellings ?? []);
      const found = result().provinces.find((each) => spellings(each.name).includes(wanted));
      if (found === undefined) throw new RangeError(`Round ${round.id} has no province “${name}”.`);
      return found;
    },
  };
}
