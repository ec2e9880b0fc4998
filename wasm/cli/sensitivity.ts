/** `sensitivity`: how sure the figure of a municipality is. */
import { parseArgs } from 'node:util';
import type { Core, LeastStep, LeastStepsOf, SensitivityResult } from '../index.ts';
import { WrongCall, wholeNumber } from './call.ts';
import { receiptHelp, receiptOption, receiptUsage, writeReceipt } from './claims.ts';
import type { Command } from './command.ts';
import { answer, formHelp, formOptions, formUsage, readForm } from './forms.ts';
import { caveats, inputHelp, inputOptions, ownFiles, readInputs } from './inputs.ts';
import { report, shown, tell, type Cell } from './output.ts';

const help = `spreidingswijzer sensitivity [--municipality NAAM|CODE]
                    [--round RONDE] [--population BESTAND] [--scores BESTAND]
                    [--need AANTAL] [--minors AANTAL] [--score-decimals AANTAL]
                    [--first AANTAL] [--last AANTAL]
                    ${receiptUsage} ${formUsage}

Zegt van één gemeente wat afgeronde invoer kan verbergen, hoe weinig ervoor nodig is om het getal te
laten verspringen, en wat andere jaren geven. Zonder --municipality: van elke gemeente de behoeften
waarbij haar getal verspringt.

${inputHelp}  --score-decimals
                de eenheid van de scores: op hoeveel decimalen ze zijn afgerond
  --first, --last
                de behoeften waartussen de stappen staan (40000 en 140000)
${receiptHelp}${formHelp}`;

const noSteps =
  'Een marge of grenzen verspringen niet bij één behoefte; vraag één gemeente met --municipality.';

const step = (to: LeastStep | null): string =>
  to === null ? 'niet bereikbaar' : `${to.value} (${to.step}): ${to.places} plekken`;

function rowsOf(result: SensitivityResult): Cell[][] {
  const { leastSteps, scoreBounds } = result;
  const bounds = [
    ...(scoreBounds === null
      ? []
      : [{ what: `scores afgerond op ${scoreBounds.unit}`, bound: scoreBounds }]),
    ...result.populationBounds.map((bound) => ({
      what: `inwoners afgerond op ${bound.unit}`,
      bound,
    })),
  ];
  const steps = (what: string, of: LeastStepsOf): Cell[][] => [
    [`${what} omhoog`, of.now, step(of.up)],
    [`${what} omlaag`, of.now, step(of.down)],
  ];
  return [
    ['vraag', 'nu', 'antwoord'],
    ...bounds.map(({ what, bound }): Cell[] => [
      what,
      result.share,
      `${bound.low} tot en met ${bound.high} (${bound.lowest} … ${bound.highest})`,
    ]),
    ...(leastSteps === null
      ? []
      : [
          ...steps('eigen score', leastSteps.score),
          ...steps('eigen inwoners', leastSteps.inhabitants),
          ...steps('behoefte', leastSteps.need),
        ]),
    ...(result.derivedNeeds === null
      ? []
      : (
          [
            ['behoefte waarbij het meer kan zijn', result.derivedNeeds.upMay],
            ['behoefte waarbij het meer moet zijn', result.derivedNeeds.upMust],
            ['behoefte waarbij het minder kan zijn', result.derivedNeeds.downMay],
            ['behoefte waarbij het minder moet zijn', result.derivedNeeds.downMust],
          ] as const
        ).map(([what, need]): Cell[] => [what, result.need, need ?? 'niet bereikbaar'])),
    ...result.vintages.map((vintage): Cell[] => [
      `${vintage.population} met ${vintage.scores}`,
      shown(result.total),
      `${shown(vintage.total)}${vintage.isEstimate ? ' (schatting)' : ''}`,
    ]),
  ];
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      ...inputOptions,
      ...receiptOption,
      ...formOptions,
      municipality: { type: 'string' },
      'score-decimals': { type: 'string' },
      first: { type: 'string' },
      last: { type: 'string' },
    },
  });
  const form = readForm(values);
  const { round, parameters } = readInputs(core, values);
  const range = {
    ...(values.first === undefined ? {} : { firstNeed: wholeNumber('first', values.first) }),
    ...(values.last === undefined ? {} : { lastNeed: wholeNumber('last', values.last) }),
  };
  if (values.municipality === undefined) {
    const each = { ...parameters, ...range };
    const all = core.run('needSteps', each);
    const status = report(all, form.language);
    if (!all.ok) return status;
    for (const line of caveats({ basis: all.result.basis, need: parameters.need }, round))
      tell(line);
    const begins = all.columns.get('begins');
    const needs = all.columns.get('needs');
    if (!(begins instanceof Uint32Array) || !(needs instanceof Uint32Array))
      throw new WrongCall('het rekenhart gaf geen stappen');
    const steps = all.result.codes.map((code, at) => ({
      code,
      needs: [...needs.subarray(begins[at], begins[at + 1])],
    }));
    answer(
      form,
      { ...all.result, steps },
      {
        texts: 1,
        rows: [
          ['code', 'behoefte'],
          ...steps.flatMap(({ code, needs: own }) => own.map((need): Cell[] => [code, need])),
        ],
      },
      all.result.basis === 'estimate' || all.result.basis === 'derived' ? [noSteps] : [],
    );
    return Math.max(
      status,
      writeReceipt(core, values.receipt, 'needSteps', each, round, form.language),
    );
  }
  const asked = {
    ...parameters,
    loaded: ownFiles(parameters),
    ...range,
    municipality: values.municipality,
    ...(values['score-decimals'] === undefined
      ? {}
      : { scoreUnitDecimals: wholeNumber('score-decimals', values['score-decimals'], 6) }),
  };
  const found = core.run('sensitivity', asked);
  const status = report(found, form.language);
  if (!found.ok) return status;
  const { result } = found;
  for (const line of caveats(result, round)) tell(line);
  const { needSteps } = result;
  answer(
    form,
    result,
    { texts: 3, rows: rowsOf(result) },
    [`${result.name} (${result.code}): ${shown(result.total)} plekken`, ''],
    needSteps === null
      ? []
      : [
          '',
          `Van ${needSteps.placesAtFirst} plekken bij een behoefte van ${needSteps.first} naar ${needSteps.placesAtLast} bij ${needSteps.last}; een plek erbij bij:`,
          needSteps.needs.join(' '),
        ],
  );
  return Math.max(
    status,
    writeReceipt(core, values.receipt, 'sensitivity', asked, round, form.language),
  );
}

export const sensitivity: Command = { help, run };
