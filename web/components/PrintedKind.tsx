/** Asks what kind of number a printed table holds and where it comes from; then it stands beside the round's. */
import { lookUp } from '../../wasm/contract/look-up.ts';
import type { Hand, NumberKind } from '../../wasm/index.ts';
import { bringerOf, brought, round, texts } from '../state/page.ts';
import { Labelled } from './Labelled.tsx';

const numbers = ['', 'indicative', 'decided', 'own_sum'] as const;
const hands = ['first', 'second', 'third'] as const;

export function PrintedKind(props: {
  /** As the core has it. */
  file: string;
  title: string;
  id: string;
}) {
  const t = texts.value.answer;
  const { file, title, id } = props;
  const saved = lookUp(brought.value, file);
  // What a dossier says of a file is nothing that the person said.
  const said = saved?.by === undefined ? saved : undefined;
  const say = (number: NumberKind | '', hand: Hand): void => {
    const { [file]: _, ...others } = brought.value;
    brought.value =
      number === ''
        ? others
        : { ...others, [file]: { number, hand, title, round: round.value.id } };
  };
  if (round.value.invented) return null;
  if (bringerOf(file) !== null) return <p data-testid="laad-eerst">{t.loadFirst}</p>;
  return (
    <div class="fields" data-testid="soort-getal">
      <Labelled for={`${id}-getal`} label={t.whatNumber}>
        <select
          id={`${id}-getal`}
          class="utrecht-select utrecht-select--html-select"
          value={said?.number ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            say(numbers.find((known) => known === value) ?? '', said?.hand ?? 'third');
          }}
        >
          {numbers.map((number) => (
            <option key={number} value={number}>
              {t.numberChoices[number]}
            </option>
          ))}
        </select>
      </Labelled>
      {said !== undefined && said.number !== 'own_sum' && (
        <Labelled for={`${id}-hand`} label={t.whatHand}>
          <select
            id={`${id}-hand`}
            class="utrecht-select utrecht-select--html-select"
            value={said.hand}
            onChange={(event) => {
              const { value } = event.currentTarget;
              say(said.number, hands.find((known) => known === value) ?? 'third');
            }}
          >
            {hands.map((hand) => (
              <option key={hand} value={hand}>
                {t.handChoices[hand]}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      {said !== undefined && <p role="status">{t.standsBeside}</p>}
    </div>
  );
}
