/** `whatif`: scenarios beside the inputs of a round or of a person's own files. */
import { readJson } from '../files/json.ts';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Core, ScenarioParameters, ScenarioResult } from '../index.ts';
import { factorRangeText } from '../words/evidence-text.ts';
import { WrongCall, wholeNumber } from './call.ts';
import { receiptHelp, receiptOption, receiptUsage, writeReceipt } from './claims.ts';
import type { Command } from './command.ts';
import { answer, formHelp, formOptions, formUsage, readForm } from './forms.ts';
import { basisColumn, caveats, inputHelp, inputOptions, readInputs } from './inputs.ts';
import { report, shown, tell, type Cell } from './output.ts';

const help = `spreidingswijzer whatif [--score NAAM=SCORE …] [--inhabitants NAAM=AANTAL …]
                    [--together NAAM+NAAM[=NIEUW] …] [--score-weight 0…2]
                    [--with-need AANTAL] [--with-minors AANTAL] [--scenarios BESTAND]
                    [--round RONDE] [--population BESTAND] [--scores BESTAND]
                    [--need AANTAL] [--minors AANTAL]
                    ${receiptUsage} ${formUsage}

Rekent uit wat er verandert: oud, nieuw en verschil voor alle gemeenten. De geladen gegevens blijven zoals
ze zijn.

${inputHelp}  --score, --inhabitants
                een andere score of een ander aantal inwoners voor een gemeente; mag vaker
  --together    gemeenten samenvoegen: hun gewichten tellen op; mag vaker
  --score-weight
                hoe zwaar de score telt: 1 zoals de wet, 0 alleen inwoners, hoogstens 2
  --with-need, --with-minors
                een andere behoefte, of een andere voor amv
  --scenarios   JSON met een lijst van scenario's, om ze naast elkaar te zetten
${receiptHelp}${formHelp}`;

const pair = (option: string, text: string): [string, string] => {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) throw new WrongCall(`--${option} is NAAM=WAARDE`);
  return [text.slice(0, at), text.slice(at + 1)];
};

function scenariosOf(path: string): ScenarioParameters[] {
  try {
    const given: unknown = readJson(readFileSync(path, 'utf8'));
    if (Array.isArray(given)) return given as ScenarioParameters[];
  } catch {
    // Told below, with what it should be.
  }
  throw new WrongCall(`“${path}” is geen JSON met een lijst van scenario's`);
}

const sign = (difference: number | null): Cell =>
  difference === null ? null : difference > 0 ? `+${difference}` : String(difference);

function tableOf(scenarios: readonly ScenarioResult[]): Cell[][] {
  return [
    ['scenario', 'code', 'naam', 'oud', 'nieuw', 'verschil', 'amv_oud', 'amv_nieuw', 'basis'],
    ...scenarios.flatMap((scenario) =>
      scenario.municipalities.map((row): Cell[] => [
        scenario.name,
        row.madeOf.join('+'),
        row.name,
        shown(row.before),
        shown(row.after),
        row.difference,
        shown(row.minorsBefore),
        shown(row.minorsAfter),
        basisColumn[scenario.basis],
      ]),
    ),
  ];
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      ...inputOptions,
      ...receiptOption,
      ...formOptions,
      score: { type: 'string', multiple: true, default: [] },
      inhabitants: { type: 'string', multiple: true, default: [] },
      together: { type: 'string', multiple: true, default: [] },
      'score-weight': { type: 'string' },
      'with-need': { type: 'string' },
      'with-minors': { type: 'string' },
      scenarios: { type: 'string' },
    },
  });
  const form = readForm(values);
  const changes = [
    ...values.score.map((text) => {
      const [municipality, score] = pair('score', text);
      return { municipality, score };
    }),
    ...values.inhabitants.map((text) => {
      const [municipality, number] = pair('inhabitants', text);
      return { municipality, inhabitants: wholeNumber('inhabitants', number, 2_147_483_647) };
    }),
  ];
  const mergers = values.together.map((text) => {
    const [parts = '', name] = text.split('=');
    return { municipalities: parts.split('+'), ...(name === undefined ? {} : { name }) };
  });
  const single: ScenarioParameters = {
    name: '',
    changes,
    mergers,
    ...(values['score-weight'] === undefined ? {} : { scoreWeight: values['score-weight'] }),
    ...(values['with-need'] === undefined
      ? {}
      : { need: wholeNumber('with-need', values['with-need']) }),
    ...(values['with-minors'] === undefined
      ? {}
      : { minors: wholeNumber('with-minors', values['with-minors']) }),
  };
  const { round, parameters } = readInputs(core, values);
  const asked = {
    ...parameters,
    scenarios: values.scenarios === undefined ? [single] : scenariosOf(values.scenarios),
  };
  const found = core.run('whatIf', asked);
  const status = report(found, form.language);
  if (!found.ok) return status;
  for (const line of caveats(found.result, round)) tell(line);
  const { scenarios } = found.result;
  answer(
    form,
    found.result,
    { texts: 3, rows: tableOf(scenarios) },
    scenarios.some(({ basis, proven }) => basis === 'derived' && !proven)
      ? [factorRangeText('nl'), '']
      : [],
    scenarios.flatMap((scenario) => [
      '',
      `${scenario.name}${scenario.name === '' ? '' : ': '}${scenario.provinces
        .map((row) => `${row.name} ${(sign(row.difference) as string | null) ?? '?'}`)
        .join(', ')}`,
    ]),
  );
  return Math.max(
    status,
    writeReceipt(core, values.receipt, 'whatIf', asked, round, form.language),
  );
}

export const whatif: Command = { help, run };
