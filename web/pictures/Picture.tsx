/** The frame of every picture: the finding as its title, the picture, its source, its files, its table. */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { type Cell, csvText } from '../../wasm/files/csv-text.ts';
import { today } from '../dossier/work.ts';
import { day, decimal, whole } from '../format.ts';
import { saveFile } from '../page/save.ts';
import { announcement, catalogue, core, language, round, texts } from '../state/page.ts';
import { type SvgFile, pngScales, savePng, saveSvg, svgFile } from './export.ts';

export interface Numbers {
  /** Headings; the first column names the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function CellText(props: { cell: Cell }) {
  const { cell } = props;
  if (cell === null) return null;
  if (typeof cell === 'number') return <>{whole(cell, language.value)}</>;
  if (typeof cell === 'string') return <>{cell}</>;
  return <>{decimal(cell.decimal, language.value)}</>;
}

const isNumber = (cell: Cell | undefined): boolean => cell != null && typeof cell !== 'string';

function NumbersTable(props: { caption: string; numbers: Numbers }) {
  const { columns, rows } = props.numbers;
  return (
    <div class="table-scroll" role="group" aria-label={props.caption} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((title, index) => (
              <th key={title} scope="col" class={isNumber(rows[0]?.[index]) ? 'number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    <CellText cell={cell} />
                  </th>
                ) : (
                  <td key={index} class={isNumber(cell) ? 'number' : ''}>
                    <CellText cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Picture(props: {
  testId: string;
  /** The finding. */
  title: string;
  /** What is drawn and how to read it. */
  reading?: string;
  source: string;
  /** Name of its files, without ending. */
  file: string;
  numbers: Numbers;
  controls?: ComponentChildren;
  children: ComponentChildren;
}) {
  const t = texts.value.pictures;
  const titleId = useId();
  const figure = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const name = `spreidingswijzer-${round.value.id}-${props.file}`;
  const taken = (): SvgFile | null => {
    const plane = figure.current?.querySelector<SVGSVGElement>('svg.chart__plane');
    if (figure.current === null || plane == null) return null;
    const shown = language.value;
    return svgFile(figure.current, plane, {
      title: props.title,
      reading: props.reading ?? '',
      source: props.source,
      made: t.made(
        core.value?.version().version ?? '',
        day(today(), shown),
        day(catalogue.dataUntil, shown),
      ),
    });
  };
  const take = (scale: number, ending: string): void => {
    const svg = taken();
    if (svg === null) return;
    void savePng(svg, scale, name + ending).then((done) => {
      if (!done) announcement.value = t.noPng;
    });
  };
  return (
    <figure class="picture" ref={figure} data-testid={props.testId} aria-labelledby={titleId}>
      <h3 id={titleId} class="utrecht-heading-3 picture__title">
        {props.title}
      </h3>
      {props.reading !== undefined && <p class="picture__reading">{props.reading}</p>}
      {props.controls}
      {props.children}
      <p class="picture__source">{props.source}</p>
      <div class="picture__files" role="group" aria-label={t.files(props.title)}>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            const svg = taken();
            if (svg !== null) saveSvg(svg, name);
          }}
        >
          SVG
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            take(pngScales.page, '');
          }}
        >
          PNG
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            take(pngScales.print, `-${t.largeFile}`);
          }}
        >
          {t.largePng}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            saveFile(
              `${name}.csv`,
              csvText(
                [props.numbers.columns, ...props.numbers.rows],
                language.value === 'nl' ? 'nl' : 'international',
              ),
              'text/csv',
            );
          }}
        >
          CSV
        </button>
      </div>
      <details
        class="picture__numbers"
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary>{t.numbers}</summary>
        {open && <NumbersTable caption={props.title} numbers={props.numbers} />}
      </details>
    </figure>
  );
}

/** Where a picture would be: why there is none. */
export function NoPicture(props: { title: string; why: string }) {
  return (
    <div class="picture picture--none">
      <h3 class="utrecht-heading-3 picture__title">{props.title}</h3>
      <p>{props.why}</p>
    </div>
  );
}
