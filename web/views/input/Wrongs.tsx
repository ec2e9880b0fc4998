/** Choice of a period, and why a loaded file does not fit what the round asks. */
import type { InspectResult } from '../../../wasm/index.ts';
import { whole } from '../../format.ts';
import { read } from '../../state/inputs.ts';
import { type LoadedFile, language, municipalityCount, round, texts } from '../../state/page.ts';

/** Several periods in one file: the person chooses, the newest is proposed. */
export function Periods(props: { file: LoadedFile; inspected: InspectResult }) {
  const t = texts.value.input;
  const { periods } = props.inspected;
  if (periods.length < 2) return null;
  const newestFirst = [...periods].reverse();
  return (
    <fieldset class="question" data-testid="perioden">
      <legend class="utrecht-form-label">{t.periods}</legend>
      <p>{t.periodsWhy}</p>
      <div class="question__choices">
        {newestFirst.slice(0, 30).map(({ period, text, provisional, proposed, chosen }) => (
          <button
            key={period}
            type="button"
            class="choice"
            aria-pressed={chosen}
            onClick={() => {
              read(props.file.name, { period });
            }}
          >
            <span class="choice__answer">{text}</span>
            <span>
              {[...(provisional ? [t.provisional] : []), ...(proposed ? [t.proposed] : [])].join(
                ', ',
              )}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** What is wrong with a file as an answer to what the round asks, in sentences. */
function wrongs(file: LoadedFile): string[] {
  const t = texts.value.input.wrong;
  if (!file.recognised.ok) return [];
  const { form, kind, rows, periods } = file.recognised.result;
  if (kind === 'code_list') return [];
  const shown = (count: number): string => whole(count, language.value);
  if (rows.municipalities === 0 && rows.otherRegions > 0) return [t.districtsOnly];
  if (kind === 'unknown') return [form === 'observations' ? t.unknownMeasure : t.otherTable];
  if (kind === 'published' || round.value.invented) return [];
  const found = periods.find(({ chosen }) => chosen);
  const wanted = kind === 'population' ? round.value.population.year : round.value.scores.year;
  const expected = municipalityCount.value;
  return [
    ...(found?.year != null && found.year !== wanted
      ? [t.otherYear(found.text, String(wanted))]
      : []),
    ...(rows.municipalities > 0 && rows.municipalities !== expected
      ? [t.otherCount(shown(rows.municipalities), shown(expected))]
      : []),
  ];
}

export function Wrongs(props: { file: LoadedFile }) {
  const sentences = wrongs(props.file);
  if (sentences.length === 0) return null;
  return (
    <ul class="wrongs" data-testid="wat-klopt-niet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
