/** A person's own selections of municipalities, each with its sum. */
import { useMemo } from 'preact/hooks';
import { whole } from '../../format.ts';
import { selections } from '../../state/selections.ts';
import { announcement, language, texts } from '../../state/page.ts';
import { figureText, perThousandText } from '../../components/Figure.tsx';
import { useSums } from './use-sums.ts';

export function Selections(props: {
  edit: (name: string, codes: readonly string[]) => void;
  show: (name: string) => void;
}) {
  const t = texts.value;
  const c = t.country;
  const shown = language.value;
  const all = selections.value;
  const codes = useMemo(() => all.map((selection) => selection.codes), [all]);
  const sums = useSums(codes);
  if (all.length === 0) return null;
  return (
    <div class="table-scroll" role="group" aria-label={c.selections} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table" data-testid="tabel-selecties">
        <caption class="table-caption">{c.selections}</caption>
        <thead>
          <tr>
            <th scope="col">{c.selection}</th>
            <th scope="col" class="number">
              {t.columns.municipalities}
            </th>
            <th scope="col" class="number">
              {t.columns.inhabitants}
            </th>
            <th scope="col" class="number">
              {t.columns.total}
            </th>
            <th scope="col" class="number">
              {t.columns.minors}
            </th>
            <th scope="col" class="number">
              {t.columns.perThousand}
            </th>
            <th scope="col">{c.change}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ name, codes: members }, index) => {
            const sum = sums[index];
            return (
              <tr key={name}>
                <th scope="row">
                  <button
                    type="button"
                    class="name"
                    onClick={() => {
                      props.show(name);
                    }}
                  >
                    {name}
                  </button>
                </th>
                <td class="number">
                  {whole(sum?.municipalities ?? members.length, shown)}
                  {sum !== undefined && sum.missing.length > 0 && (
                    <span class="soft"> {c.missing(whole(sum.missing.length, shown))}</span>
                  )}
                </td>
                <td class="number">{sum === undefined ? '' : whole(sum.inhabitants, shown)}</td>
                <td class="number">{sum === undefined ? '' : figureText(sum.total)}</td>
                <td class="number">
                  {sum === undefined
                    ? ''
                    : sum.minors === null
                      ? t.unknown
                      : figureText(sum.minors)}
                </td>
                <td class="number">
                  {sum?.perThousand == null ? '' : perThousandText(sum.perThousand)}
                </td>
                <td>
                  <button
                    type="button"
                    class="link-button"
                    aria-label={c.editOne(name)}
                    onClick={() => {
                      props.edit(name, members);
                    }}
                  >
                    {c.edit}
                  </button>{' '}
                  <button
                    type="button"
                    class="link-button"
                    aria-label={c.removeOne(name)}
                    onClick={() => {
                      selections.value = selections.value.filter((one) => one.name !== name);
                      announcement.value = c.removedOne(name);
                    }}
                  >
                    {c.removeWord}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
