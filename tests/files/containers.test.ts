// Containers as they come: other names of parts, other encodings, extensions, and damage.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FormatFault, type FormatFaultCode, faultText } from '../../wasm/files/fault.ts';
import { readDocument } from '../../wasm/files/read.ts';
import { chosenSheet } from '../../wasm/files/sheets.ts';
import { ods, odsRow, sheetXml, xlsx } from './documents.ts';

const tables = (bytes: Uint8Array) => readDocument(bytes)?.tables ?? [];
const rows = (bytes: Uint8Array) => tables(bytes)[0]?.rows;
const fault = (bytes: Uint8Array): FormatFaultCode | 'none' => {
  try {
    readDocument(bytes);
  } catch (thrown) {
    if (thrown instanceof FormatFault) return thrown.code;
    throw thrown;
  }
  return 'none';
};

const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
/** The same package with other parts: by name what becomes of each. */
const changed = (
  bytes: Uint8Array,
  change: (name: string, text: string) => readonly [string, string] | null,
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts(bytes)).flatMap(([name, text]) => {
        const now = change(name, text);
        return now === null ? [] : [[now[0], strToU8(now[1])]];
      }),
    ),
  );

const cells = [
  ['gemeente', 'inwoners'],
  ['Assen', 68_798],
  ['Emmen', 107_113],
  ['Hoogeveen', 55_677],
] as const;
const expected = cells.map((row) => row.map(String));
const book = xlsx([{ name: 'Blad1', xml: sheetXml(cells) }]);
const rootRelations = (target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

describe('damage', () => {
  test('of 4,000 flips of one bit in a workbook each is refused or changes nothing', () => {
    const rich = xlsx(
      [
        { name: 'Blad1', xml: sheetXml(cells) },
        { name: 'Blad2', xml: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', state: 'hidden' },
      ],
      { texts: ['Den Haag'], formats: ['dd-mm-yyyy'] },
    );
    const before = JSON.stringify(readDocument(rich));
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const silent: number[] = [];
    let refused = 0;
    for (let time = 0; time < 4000; time += 1) {
      const damaged = rich.slice();
      const at = random(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8));
      let after: string;
      try {
        after = JSON.stringify(readDocument(damaged));
      } catch (thrown) {
        if (!(thrown instanceof FormatFault)) throw thrown;
        refused += 1;
        continue;
      }
      // A first byte that is no longer that of a package: the core is asked, and finds no table.
      if (after !== before && !(after === 'null' && at < 4)) silent.push(at);
    }
    expect(silent).toEqual([]);
    expect(refused).toBeGreaterThan(2000);
  });

  test('a part that something points at has to be there, and so has a text', () => {
    for (const lost of [/sheet1\.xml$/, /sharedStrings\.xml$/, /styles\.xml$/])
      expect(fault(changed(book, (name, text) => (lost.test(name) ? null : [name, text])))).toBe(
        'broken',
      );
    const pointsBeyond = xlsx(
      [{ name: 'B', xml: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }],
      { texts: ['a'] },
    );
    expect(fault(pointsBeyond)).toBe('broken');
  });

  test('two parts that differ in capitals alone are none', () => {
    const twice = { ...parts(book), 'XL/Workbook.xml': '<workbook/>' };
    expect(
      fault(
        zipSync(
          Object.fromEntries(Object.entries(twice).map(([name, text]) => [name, strToU8(text)])),
        ),
      ),
    ).toBe('broken');
  });
});

describe('packages as other programs write them', () => {
  test('names of parts in other capitals, with backslashes, and the workbook elsewhere', () => {
    expect(rows(changed(book, (name, text) => [name.toUpperCase(), text]))).toEqual(expected);
    expect(rows(changed(book, (name, text) => [name.replaceAll('/', '\\'), text]))).toEqual(
      expected,
    );
    const elsewhere = changed(book, (name, text) => [
      name.replace('xl/workbook', 'map/Boek').replace('xl/_rels/workbook', 'map/_rels/Boek'),
      text.replace(/Target="(worksheets|sharedStrings|\/xl\/styles)/g, (all, word: string) =>
        word.startsWith('/') ? all : `Target="../xl/${word}`,
      ),
    ]);
    const whole = { ...parts(elsewhere), '_rels/.rels': rootRelations('/map/Boek.xml') };
    expect(
      rows(
        zipSync(
          Object.fromEntries(Object.entries(whole).map(([name, text]) => [name, strToU8(text)])),
        ),
      ),
    ).toEqual(expected);
  });

  test('the strict form of the standard', () => {
    const strict = changed(book, (name, text) => [
      name,
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]);
    expect(rows(strict)).toEqual(expected);
  });

  test('XML in ISO-8859-1, in UTF-16 without a mark, and with two marks at its start', () => {
    const sheet = (text: string) =>
      text.replace('Hoogeveen', 'Súdwest-Fryslân').replace('UTF-8', 'ISO-8859-1');
    const latin = zipSync(
      Object.fromEntries(
        Object.entries(parts(book)).map(([name, text]) => [
          name,
          name.includes('sheet1')
            ? Uint8Array.from(sheet(text), (c) => c.charCodeAt(0))
            : strToU8(text),
        ]),
      ),
    );
    expect(rows(latin)?.[3]?.[0]).toBe('Súdwest-Fryslân');
    const page = '<?xml version="1.0"?><table><row><entry>é</entry></row></table>';
    const wide = Uint8Array.from(page, (c) => c.charCodeAt(0)).reduce<number[]>(
      (all, byte) => [...all, byte, 0],
      [],
    );
    expect(rows(Uint8Array.from([0xff, 0xfe, ...wide]))).toEqual([['é']]);
    expect(rows(changed(book, (name, text) => [name, `\uFEFF\uFEFF${text}`]))).toEqual(expected);
  });

  test('a spreadsheet in one file of XML', () => {
    const spaces = ['office', 'table', 'text', 'style'].map(
      (word) => `xmlns:${word}="urn:oasis:names:tc:opendocument:xmlns:${word}:1.0"`,
    );
    const flat = `<?xml version="1.0"?><office:document ${spaces.join(' ')}><office:body><office:spreadsheet><table:table table:name="A">${odsRow(['Assen', 380])}</table:table></office:spreadsheet></office:body></office:document>`;
    expect(rows(strToU8(flat))).toEqual([['Assen', '380']]);
  });

  test('a cover sheet before the table is not the table', () => {
    const covered = xlsx([
      { name: 'Voorblad', xml: sheetXml([['Inwoners per gemeente'], ['Versie', 2], ['Contact']]) },
      { name: 'Cijfers', xml: sheetXml(cells) },
    ]);
    expect(chosenSheet(null, tables(covered), 'file').at).toBe(1);
  });
});

describe('what is no table gets a true sentence', () => {
  const zip = (name: string, text = 'x') => zipSync({ [name]: strToU8(text) });
  const ole = (stream: string) =>
    Uint8Array.from([
      ...[0xd0, 0xcf, 0x11, 0xe0],
      ...Array.from(stream, (letter) => [letter.charCodeAt(0), 0]).flat(),
    ]);
  const sentence = (code: FormatFaultCode) => faultText({ code, about: '' }, 'nl');

  test('a Word document is not to be unpacked, nor an old one to be opened in Excel', () => {
    const word = zipSync({
      '_rels/.rels': strToU8(rootRelations('word/document.xml')),
      'word/document.xml': strToU8('<document/>'),
    });
    expect(fault(word)).toBe('word');
    expect(fault(zip('word/document.xml', '<document/>'))).toBe('word');
    expect(fault(ole('WordDocument'))).toBe('word');
    expect(fault(ole('Workbook'))).toBe('old_excel');
    expect(fault(zip('Index/Document.iwa'))).toBe('numbers');
    expect(fault(zip('foto.png'))).toBe('zip_without_table');
    for (const code of ['word', 'numbers', 'pdf'] as const)
      expect(sentence(code)).not.toMatch(/deze pagina|[Pp]ak/);
  });
});

describe('extensions are told from the format by their namespace', () => {
  const other = 'xmlns:x="urn:een-uitbreiding"';

  test('an element of the same name leaves the calendar of 1904 as it is', () => {
    const from1904 = xlsx(
      [{ name: 'B', xml: '<row r="1"><c r="A1" s="1"><v>43830</v></c></row>' }],
      { formats: ['yyyy-mm-dd'], from1904: true },
    );
    const extended = changed(from1904, (name, text) => [
      name,
      name === 'xl/workbook.xml'
        ? text.replace(
            '</workbook>',
            `<extLst><ext uri="{x}"><x:workbookPr ${other} date1904="0"/></ext></extLst></workbook>`,
          )
        : text,
    ]);
    expect(rows(extended)).toEqual([['2024-01-01']]);
  });

  test('a type or a cell of an extension changes no cell', () => {
    const xml = `<row r="1" ${other}><c r="A1" t="n" x:t="s"><v>100</v><x:v>7</x:v></c><x:c r="B1"><v>9</v></x:c></row>`;
    expect(rows(xlsx([{ name: 'B', xml }]))).toEqual([['100']]);
    const cell = `<table:table-cell office:value-type="float" office:value="100" calcext:value-type="string" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><text:p>100</text:p></table:table-cell>`;
    expect(
      rows(
        ods(`<table:table table:name="B"><table:table-row>${cell}</table:table-row></table:table>`),
      ),
    ).toEqual([['100']]);
  });
});

describe('a document comes to no more than its size allows', () => {
  test('overlapping merged cells, repeats, spans and texts that are shared', () => {
    const merges = Array.from(
      { length: 200 },
      (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`,
    );
    const merged = xlsx([
      {
        name: 'B',
        xml: `${sheetXml([['a']])}<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData><mergeCells>${merges.join('')}</mergeCells>`,
      },
    ]);
    expect(merged.length).toBeLessThan(3000);
    expect(fault(merged)).toBe('too_large');
    const repeated = `<table:table table:name="B">${odsRow([1], ' table:number-rows-repeated="99000000"')}</table:table>`;
    expect(fault(ods(repeated))).toBe('too_large');
    const long = 'x'.repeat(1_000_000);
    const shared = `<row r="1">${'<c t="s"><v>0</v></c>'.repeat(500)}</row>`;
    expect(fault(xlsx([{ name: 'B', xml: shared }], { texts: [long] }))).toBe('too_large');
    const spans = '<tr><td rowspan=0 colspan=1000>1'.concat('<tr>'.repeat(100_000));
    expect(fault(strToU8(`<table>${spans}</table>`))).toBe('too_large');
  });

  test('many names for one part make it no longer', () => {
    const names = (count: number): string =>
      Array.from(
        { length: count },
        (_, at) => `<sheet name="B${at}" sheetId="${at + 1}" r:id="r1"/>`,
      ).join('');
    const withSheets = (count: number, more: string): Uint8Array =>
      changed(xlsx([{ name: 'B', xml: sheetXml(cells) }]), (name, text) => [
        name,
        name.endsWith('workbook.xml')
          ? text.replace(/<sheet [^>]*>/, (sheet) =>
              names(count).replaceAll('r:id="r1"', /r:id="[^"]*"/.exec(sheet)?.[0] ?? ''),
            )
          : name.includes('sheet1')
            ? text.replace('</worksheet>', `${more}</worksheet>`)
            : text,
      ]);
    expect(tables(withSheets(40, ''))).toHaveLength(40);
    expect(fault(withSheets(40, ' '.repeat(3_000_000)))).toBe('too_large');
    expect(fault(withSheets(5_000, ''))).toBe('too_large');
  });

  test('XML nested without end, and attributes of its own making', () => {
    const deep = `<?xml version="1.0"?>${'<a>'.repeat(100_000)}`;
    expect(fault(strToU8(deep))).toBe('broken');
  });
});
