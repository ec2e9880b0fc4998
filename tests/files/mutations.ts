// Documents that no program wrote: mutations of those in the tests, by a seed that can be repeated.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A number below the bound; the same for the same seed. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const tokens = [
  ...[
    '<',
    '>',
    '/>',
    '"',
    "'",
    '&',
    '&amp;',
    '&#0;',
    '&#x1F600;',
    '&x;',
    ']]>',
    '<![CDATA[',
    '<!--',
  ],
  ...['\0', '\uFEFF', '\u200B', '\u00a0', '\ud800', 'é', '¹', '\t', '\r\n', '_x000D_', '_xD800_'],
  ...['0', '-1', '1e400', '1.234', '1 234', '45.457', 'NaN', '99999999999', '2147483648', '0x10'],
  ...[
    '<tr>',
    '</tr>',
    '<td rowspan=0>',
    '<td colspan=9999>',
    '</table>',
    '<table>',
    '<s>',
    '<sup>',
  ],
  ...[
    '<style>td{display:none}</style>',
    ' hidden',
    ' style="display:none"',
    '<p>',
    '<svg>',
    '</td>',
  ],
  ...[
    '<row r="1">',
    '<row r="1048577"/>',
    '<c r="A1"><v>1</v></c>',
    '<c t="s"><v>9</v></c>',
    '</row>',
  ],
  ...[
    '<mergeCell ref="A1:XFD9"/>',
    '<is><t>x</t></is>',
    ' t="d"',
    ' s="9"',
    ' hidden="1"',
    '</v><v>',
  ],
  ...[
    '<row><entry morerows="3">',
    ' namest="a" nameend="b"',
    ' xmlns:x="u"',
    'x:',
    ' ss:Index="9"',
  ],
  ...[' table:number-columns-repeated="9999999"', ' table:number-rows-spanned="3"', '<text:p>'],
];

/** One to four changes of a text. */
export function mutated(text: string, random: Random, others: readonly string[]): string {
  let now = text;
  for (let times = random(4) + 1; times > 0; times -= 1) {
    const at = random(now.length + 1);
    const end = Math.min(now.length, at + 1 + random(random(8) === 0 ? 2000 : 30));
    const slice = now.slice(at, end);
    const other = others[random(others.length)] ?? '';
    const from = random(other.length + 1);
    const inserted = [
      tokens[random(tokens.length)] ?? '',
      slice.repeat(random(20)),
      other.slice(from, from + random(200)),
      String.fromCharCode(random(0x250)),
      '',
    ][random(5)];
    now = now.slice(0, at) + (inserted ?? '') + now.slice(random(3) === 0 ? at : end);
    if (random(40) === 0) now = now.slice(0, at);
  }
  return now;
}

/** A document of the corpus changed: within one of its parts, or anywhere in its bytes. */
export function mutatedDocument(
  bytes: Uint8Array,
  random: Random,
  others: readonly string[],
): Uint8Array {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (random(10) === 0 || (isPackage && random(6) === 0)) {
    const damaged = bytes.slice(0, random(12) === 0 ? random(bytes.length) : bytes.length);
    for (let times = random(4) + 1; times > 0; times -= 1)
      damaged[random(damaged.length)] = random(256);
    return damaged;
  }
  if (!isPackage) return strToU8(mutated(strFromU8(bytes), random, others));
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const chosen = names[random(names.length)] ?? '';
  const text = mutated(strFromU8(parts[chosen] ?? new Uint8Array()), random, others);
  return zipSync({ ...parts, [chosen]: strToU8(text) }, { level: 1 });
}
