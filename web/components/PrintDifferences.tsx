/** Every municipality and province of which two prints give another number, with all of its prints. */
import { conflicting, printedBy } from '../../wasm/words/print-text.ts';
import { day, whole } from '../format.ts';
import { language, result, texts } from '../state/page.ts';
import { SmallTable } from './SmallTable.tsx';

export function PrintDifferences() {
  const t = texts.value.answer;
  const shown = language.value;
  const current = result.value;
  if (current === null) return null;
  const rows = [...current.provinces, ...current.municipalities].flatMap((row) => {
    const { published, prints } = row;
    const others = published === null ? [] : conflicting(prints, published);
    if (published === null || others.length === 0) return [];
    return [
      { key: 'code' in row ? row.code : row.name, name: row.name, all: [published, ...others] },
    ];
  });
  if (rows.length === 0) return null;
  return (
    <details class="disclosure" data-testid="afdrukken">
      <summary>{t.differ(whole(rows.length, shown))}</summary>
      <SmallTable
        label={t.differ(whole(rows.length, shown))}
        testId="afdrukken-tabel"
        columns={[t.differHead.name, t.differHead.prints]}
      >
        {rows.map(({ key, name, all }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              {all
                .map((print) =>
                  t.placesBy(
                    whole(print.places, shown),
                    printedBy(print, (date) => day(date, shown), shown),
                  ),
                )
                .join('; ')}
            </td>
          </tr>
        ))}
      </SmallTable>
    </details>
  );
}
