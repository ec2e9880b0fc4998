/** The table of an allocation as a workbook: the columns of the CSV, numbers as numbers. */
import { lookUp } from '../contract/look-up.ts';
import type { AllocationResult } from '../index.ts';
import { type Cell, workbook } from '../files/workbook.ts';

const texts = new Set(['gemeentecode', 'gemeente', 'provincie', 'basis', 'bron']);
const wide = new Set(['gemeente', 'provincie', 'bron']);

const cells = (line: string): string[] =>
  // Commas stand outside quotes where the quotes before them are even in number.
  line
    .split(',')
    .reduce<string[]>((found, part) => {
      const open = found.at(-1);
      if (open !== undefined && open.split('"').length % 2 === 0)
        found[found.length - 1] = `${open},${part}`;
      else found.push(part);
      return found;
    }, [])
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));

function cellOf(heading: string, text: string): Cell {
  if (text === '') return null;
  if (texts.has(heading)) return text;
  return text.includes('.')
    ? { value: text, decimal: text, style: 'decimal' }
    : { value: Number(text), style: 'whole' };
}

/** @param csv the international CSV of the core */
export function allocationWorkbook(
  csv: Uint8Array,
  by: 'municipality' | 'province',
  { totals, need, minors }: AllocationResult,
): Uint8Array {
  const [head = '', ...lines] = new TextDecoder().decode(csv).trim().split('\r\n');
  const headings = cells(head);
  // The country has the need that is spread: known, also where no municipality's figure is.
  const country: Readonly<Record<string, number | string | null>> = {
    [by === 'municipality' ? 'gemeente' : 'provincie']: 'Nederland',
    gemeenten: totals.municipalities,
    inwoners: totals.inhabitants,
    opvangplaatsen: need,
    amv: minors,
  };
  return workbook(
    [
      {
        name: by === 'municipality' ? 'gemeenten' : 'provincies',
        widths: headings.map((heading) =>
          wide.has(heading) ? 28 : Math.max(14, heading.length + 2),
        ),
        frozenRows: 1,
        rows: [
          headings.map((heading) => ({ value: heading, style: 'heading' as const })),
          ...lines.map((line) => cells(line).map((text, at) => cellOf(headings[at] ?? '', text))),
          headings.map((heading): Cell => {
            const value = lookUp(country, heading) ?? null;
            return typeof value === 'number' ? { value, style: 'whole' } : value;
          }),
        ],
      },
    ],
    3,
  );
}
