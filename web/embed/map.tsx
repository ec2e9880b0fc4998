/** The map of the country, as a page of its own that other sites may frame. */
import { lookUp } from '../../wasm/contract/look-up.ts';
import { useState } from 'preact/hooks';
import type { Language } from '../../wasm/words/messages.ts';
import { decimal } from '../format.ts';
import { type CardContent, Chart, type ChartMark } from '../pictures/Chart.tsx';
import { Hatch, RateLegend } from '../pictures/map-parts.tsx';
import '../pictures/pictures.css';
import { type Asked, textsOf } from './address.ts';
import { placesText, rateText } from './figures.ts';
import type { Drawing, MapData, MapRound, Row } from './form.ts';
import { Foot, Wrong, programLink, start } from './frame.tsx';

function linesOf(row: Row, asked: Asked, data: MapData): string[] {
  const { language, round } = asked;
  const t = textsOf(language);
  const [, , province, , , , says] = row;
  return [
    data.provinces[province] ?? '',
    `${placesText(row, language)} ${t.places}`,
    t.perThousand(rateText(row, language)),
    round.says[says]?.by[language] ?? '',
  ];
}

function Names(props: { map: MapRound; drawing: Drawing; rows: ReadonlyMap<string, Row> }) {
  const { map, drawing, rows } = props;
  return (
    <>
      {(['wide', 'narrow'] as const).map((size) =>
        drawing.cells
          .filter(([code]) => map.names[size].includes(code))
          .map(([code, x, y]) => (
            <text
              key={`${size}${code}`}
              class={`map__name map__name--${size}`}
              x={x}
              y={y + 4}
              text-anchor="middle"
            >
              {rows.get(code)?.[1]}
            </text>
          )),
      )}
    </>
  );
}

/** Written once it is opened: its rows are many. */
function Numbers({ asked, data }: { asked: Asked; data: MapData }) {
  const [open, setOpen] = useState(false);
  const { language, round } = asked;
  const t = textsOf(language);
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t.allNumbers}</summary>
      {open && (
        <div class="table-scroll" role="group" aria-label={t.allNumbers} tabIndex={0}>
          <table class="utrecht-table utrecht-table--html-table">
            <thead>
              <tr>
                <th scope="col">{t.columns.municipality}</th>
                <th scope="col">{t.columns.province}</th>
                <th scope="col" class="number">
                  {t.columns.places}
                </th>
                <th scope="col" class="number">
                  {t.columns.perThousand}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...round.rows]
                .sort(([, one], [, other]) => one.localeCompare(other, 'nl'))
                .map((row) => (
                  <tr key={row[0]}>
                    <th scope="row">{row[1]}</th>
                    <td>{data.provinces[row[2]]}</td>
                    <td class="number">{placesText(row, language)}</td>
                    <td class="number">{rateText(row, language)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

const styleOf = ([, , , , , , , rateClass]: Row): string =>
  rateClass === null ? 'mark--hatched' : `mark--step-${rateClass + 1}`;

function Country(props: { asked: Asked; data: MapData; map: MapRound; drawing: Drawing }) {
  const { asked, data, map, drawing } = props;
  const language: Language = asked.language;
  const rows = new Map(asked.round.rows.map((row) => [row[0], row]));
  const marked = asked.row?.[0] ?? null;
  const marks = drawing.cells
    .flatMap(([code, x, y, path]): ChartMark[] => {
      const row = rows.get(code);
      if (row === undefined) return [];
      const look = `mark ${styleOf(row)} ${code === marked ? 'mark--chosen' : ''}`;
      return [
        {
          id: code,
          x,
          y,
          reach: drawing.reach,
          outline: path,
          label: [row[1], ...linesOf(row, asked, data)].join(', '),
          draw: <path class={look} d={path} />,
        },
      ];
    })
    .sort((one, other) => Number(one.id === marked) - Number(other.id === marked));
  const card = (code: string): CardContent | null => {
    const row = rows.get(code);
    return row === undefined ? null : { title: row[1], lines: linesOf(row, asked, data) };
  };
  return (
    <>
      <h1 class="utrecht-heading-3">{map.finding[language]}</h1>
      <p class="embed__small">{data.reading[language]}</p>
      <RateLegend
        classes={map.classes}
        written={(rate) => decimal(rate, language)}
        title={data.legend[language]}
        hatched={asked.round.rows.some((row) => row[7] === null) ? data.hatched[language] : null}
      />
      <Chart
        testId="kaart-nederland"
        label={`${map.finding[language]} ${textsOf(language).keys}`}
        width={data.width}
        height={data.height}
        marks={marks}
        card={card}
        chosen={marked}
        behind={<Hatch />}
        front={
          <>
            <path class="map__border" d={drawing.borders} />
            <Names map={map} drawing={drawing} rows={rows} />
          </>
        }
      />
      {asked.row !== null && (
        <p data-testid="gemeente">
          <strong>{asked.row[1]}</strong>: {linesOf(asked.row, asked, data).slice(1).join(', ')}.
        </p>
      )}
      <Numbers asked={asked} data={data} />
      <p class="embed__small">
        {map.source[language]} {data.standing[language]}
      </p>
    </>
  );
}

const read = (text: string): MapData => JSON.parse(text) as MapData;

void start(read, (asked, data) => {
  const { language, round, wrong } = asked;
  const t = textsOf(language);
  const map = lookUp(data.maps, round.id);
  const drawing = map === undefined ? undefined : data.drawings[map.drawing];
  document.title = t.mapTitle;
  return (
    <article class="embed">
      <Wrong wrong={wrong} />
      {map !== undefined && drawing !== undefined && (
        <Country asked={asked} data={data} map={map} drawing={drawing} />
      )}
      <Foot
        data={data}
        language={language}
        link={programLink({ round: round.id, view: 'country' })}
        text={t.toCountry}
      />
    </article>
  );
});
