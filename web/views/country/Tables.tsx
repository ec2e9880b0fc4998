/** Both tables of the country, and how the rounded sum differs from the need. */
import { whole } from '../../format.ts';
import { language, result, texts } from '../../state/page.ts';
import { Municipalities } from './Municipalities.tsx';
import { Provinces } from './Provinces.tsx';
import './tables.css';

function Difference() {
  const t = texts.value;
  const current = result.value;
  if (current?.totals.places == null || current.totals.difference === null) return null;
  const shown = language.value;
  return (
    <p class="utrecht-paragraph">
      {current.totals.difference === 0
        ? t.noDifference(whole(current.need, shown))
        : t.difference(
            whole(current.totals.places, shown),
            whole(current.need, shown),
            whole(current.totals.difference, shown),
          )}
    </p>
  );
}

/** All provinces and municipalities in tables. */
export function Tables() {
  return (
    <section class="section" aria-labelledby="tabellen-titel">
      <h2 id="tabellen-titel" class="utrecht-heading-2">
        {texts.value.tables}
      </h2>
      <p class="utrecht-paragraph">{texts.value.standing}</p>
      <Difference />
      <Provinces />
      <Municipalities />
    </section>
  );
}
