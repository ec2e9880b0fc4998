/** Who gives what to whom: per task the givers to the left, the takers to the right. */
import { linkHorizontal } from 'd3-shape';
import type { Ledger, ProvincialTableResult } from '../../../wasm/index.ts';
import type { ProvincialWorkspace } from '../../../wasm/province/workspace.ts';
import { provincialWords } from '../../../wasm/words/provincial-words.ts';
import { whole } from '../../format.ts';
import { language, texts } from '../../state/page.ts';

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly number: number;
  readonly agreed: boolean;
}

const rowHeight = 34;
const width = 640;
const [left, right] = [190, 450];

function Flow(props: { title: string; arrows: readonly Arrow[] }) {
  const t = texts.value.provincial;
  const { title, arrows } = props;
  const givers = [...new Set(arrows.map(({ from }) => from))];
  const takers = [...new Set(arrows.map(({ to }) => to))];
  const height = Math.max(givers.length, takers.length) * rowHeight + 8;
  const most = Math.max(...arrows.map(({ number }) => number), 1);
  const heightOf = (names: readonly string[], name: string): number =>
    (height * (names.indexOf(name) + 0.5)) / names.length;
  const link = linkHorizontal<Arrow, readonly [number, number]>()
    .source(({ from }) => [left, heightOf(givers, from)])
    .target(({ to }) => [right, heightOf(takers, to)])
    .x(([x]) => x)
    .y(([, y]) => y);
  const words = arrows.map(({ from, to, number, agreed }) =>
    t.arrow(from, to, whole(number, language.value), agreed),
  );
  return (
    <figure class="flow">
      <figcaption>{title}</figcaption>
      <svg
        role="img"
        aria-label={`${title}: ${words.join('; ')}`}
        viewBox={`0 0 ${width} ${height}`}
        class="flow__plane"
      >
        {arrows.map((arrow, at) => (
          <path
            key={at}
            d={link(arrow) ?? ''}
            class={arrow.agreed ? 'flow__arrow' : 'flow__arrow flow__arrow--proposed'}
            stroke-width={2 + (14 * arrow.number) / most}
          />
        ))}
        {arrows.map((arrow, at) => {
          // Nearer to the giver, so that numbers of arrows that cross do not lie on each other.
          const part = 0.3 + 0.15 * (at % 3);
          const [y0, y1] = [heightOf(givers, arrow.from), heightOf(takers, arrow.to)];
          const bend = part * part * (3 - 2 * part);
          return (
            <text
              key={`number-${at}`}
              class="flow__number"
              x={left + part * (right - left)}
              y={y0 + bend * (y1 - y0) + 4}
            >
              {`${whole(arrow.number, language.value)} →`}
            </text>
          );
        })}
        {givers.map((name) => (
          <text
            key={name}
            class="flow__name"
            x={left - 8}
            y={heightOf(givers, name) + 5}
            text-anchor="end"
          >
            {name}
          </text>
        ))}
        {takers.map((name) => (
          <text key={name} class="flow__name" x={right + 8} y={heightOf(takers, name) + 5}>
            {name}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** Only what holds is drawn: a refused exchange gives nobody anything, and a lapsed one neither. */
export function ExchangePicture(props: { of: ProvincialWorkspace; result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { of, result } = props;
  const nameOf = (code: string): string =>
    of.municipalities.find((each) => each.code === code)?.name ?? code;
  const byLedger = new Map<string, { ledger: Ledger; halfYear: string; arrows: Arrow[] }>();
  of.exchanges.forEach((exchange, at) => {
    if (result.exchanges[at]?.holds !== true) return;
    for (const { ledger, halfYear = '', from, to, number } of exchange.transfers) {
      const key = `${ledger} ${halfYear}`;
      const entry = byLedger.get(key) ?? { ledger, halfYear, arrows: [] };
      entry.arrows.push({
        from: nameOf(from),
        to: nameOf(to),
        number,
        agreed: exchange.status === 'agreed',
      });
      byLedger.set(key, entry);
    }
  });
  if (byLedger.size === 0) return <p>{t.nothingExchanged}</p>;
  return (
    <div class="flows" data-testid="tafel-beeld">
      <p class="provincial-note">{t.pictureReading}</p>
      {[...byLedger].map(([key, { ledger, halfYear, arrows }]) => (
        <Flow key={key} title={`${w.ledgers[ledger]} ${halfYear}`.trim()} arrows={arrows} />
      ))}
    </div>
  );
}
