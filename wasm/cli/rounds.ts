/** `rounds`: the rounds of the catalogue, and where their figures come from. */
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import { chosenVintage } from '../rounds/catalogue.ts';
import { oneOf } from './call.ts';
import type { Command } from './command.ts';
import { alignedTable, emit, jsonText } from './output.ts';

const help = `spreidingswijzer rounds [--format table|json]

Toont de rondes in dit programma: behoefte, amv, peildatum, en op welke cijfers ze rusten.
`;

function described(format: string): string {
  const all = catalogue.rounds.map((round) => ({
    id: round.id,
    title: round.title.nl,
    invented: round.invented,
    referenceDay: round.referenceDay,
    covers: round.covers,
    need: round.need,
    minors: round.minors,
    population: { ...round.population, vintage: chosenVintage(catalogue, round.population).id },
    scores: {
      ...round.scores,
      vintage: chosenVintage(catalogue, round.scores).id,
      status: chosenVintage(catalogue, round.scores).status,
    },
    sources: round.sources,
  }));
  if (format === 'json') return jsonText({ dataUntil: catalogue.dataUntil, rounds: all });
  const words = { known: 'bekend', inferred: 'afgeleid', assumed: 'aangenomen' };
  const statuses = {
    official: 'officieel',
    estimate: 'schatting',
    invented: 'verzonnen',
    press: 'pers',
    publication: 'gepubliceerd',
  };
  return alignedTable(
    [
      ['ronde', 'plekken op', 'inwoners van', 'score van', 'status score', 'behoefte', 'amv'],
      ...all.map((round) => [
        round.id,
        round.referenceDay,
        `${round.population.year} (${words[round.population.certainty]})`,
        `${round.scores.year} (${words[round.scores.certainty]})`,
        statuses[round.scores.status],
        String(round.need.places),
        round.minors === null ? 'onbekend' : String(round.minors.places),
      ]),
    ],
    5,
  );
}

export const rounds: Command = {
  help,
  run(_core, args) {
    const { values } = parseArgs({
      args,
      options: { format: { type: 'string', default: 'table' } },
    });
    emit(described(oneOf('format', values.format, ['table', 'json'] as const)), undefined);
    return 0;
  },
};
