/** The report for Word: rich text for the clipboard, and a document file (Office Open XML). */
import { guardedCell } from './csv-text.ts';
import { strToU8, zipSync } from 'fflate';
import type { Block, ReportDocument } from './document.ts';

const escaped = (text: string): string =>
  text
    // XML 1.0 knows no other control characters, and Word refuses a file that holds one.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const bodyOf = ({ pages }: ReportDocument): readonly Block[] => pages.flat();

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const row = (cells: readonly string[], tag: string): string =>
        `<tr>${cells.map((cell) => `<${tag}>${escaped(guardedCell(cell))}</${tag}>`).join('')}</tr>`;
      const rows = block.rows.map((cells) => row(cells, 'td')).join('');
      return `<table border="1"><thead>${row(block.head, 'th')}</thead><tbody>${rows}</tbody></table>`;
    }
  }
}

/** What goes on the clipboard as rich text: headings and tables, no styles. */
export const richText = (document: ReportDocument): string =>
  [
    `<div lang="${document.language}">`,
    `<h1>${escaped(document.title)}</h1>`,
    `<p>${escaped(document.subtitle)}</p>`,
    ...bodyOf(document).map(blockHtml),
    `<p>${escaped(document.foot)}</p>`,
    '</div>',
  ].join('');

/** The same for programs that take no rich text; tables with tabs between the cells. */
export const plainText = (document: ReportDocument): string =>
  [
    document.title,
    document.subtitle,
    ...bodyOf(document).flatMap((block) => {
      if (block.kind === 'heading') return ['', block.text];
      if (block.kind === 'text') return [block.text];
      if (block.kind === 'list') return block.items.map((item) => `- ${item}`);
      return [block.head, ...block.rows].map((row) =>
        row.map((cell) => guardedCell(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'),
      );
    }),
    '',
    document.foot,
  ].join('\n');

const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const paragraph = (content: string, style: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

/** Width of the text on A4 between margins of 20 mm, in twentieths of a point; lying on its side. */
const textWidths = { portrait: 9638, landscape: 14570 } as const;
const textWidthOf = ({ landscape }: ReportDocument): number =>
  textWidths[landscape === true ? 'landscape' : 'portrait'];

/** A column is as wide as its longest word asks, within bounds: numbers are not broken. */
function columnWidths({ head, rows }: Extract<Block, { kind: 'table' }>, width: number): number[] {
  const wants = head.map((title, column) => {
    const longest = [title, ...rows.map((cells) => cells[column] ?? '')].flatMap((text) =>
      text.split(/[\s-]/u).map((word) => word.length),
    );
    return Math.min(
      30,
      longest.reduce((most, length) => Math.max(most, length), 5),
    );
  });
  const all = wants.reduce((sum, want) => sum + want, 0);
  return wants.map((want) => Math.floor((width * want) / all));
}

function tableXml(block: Extract<Block, { kind: 'table' }>, textWidth: number): string {
  const widths =
    textWidth === textWidths.portrait
      ? block.head.map(() => Math.floor(textWidth / block.head.length))
      : columnWidths(block, textWidth);
  const row = (cells: readonly string[], head: boolean): string =>
    [
      `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>`,
      ...cells.map(
        (cell, column) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[column] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(run(cell, head), 'TableText')}</w:tc>`,
      ),
      '</w:tr>',
    ].join('');
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${textWidth}" w:type="dxa"/>`,
    `<w:tblLook w:firstRow="1"/><w:tblCaption w:val="${escaped(block.caption)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    row(block.head, true),
    ...block.rows.map((cells) => row(cells, false)),
    '</w:tbl>',
    // Two tables that touch become one.
    paragraph('', 'TableText'),
  ].join('');
}

function blockXml(block: Block, textWidth: number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(run(block.text), 'Heading1');
    case 'text':
      return paragraph(run(block.text), 'Normal');
    case 'list':
      return block.items.map((item) => paragraph(run(item), 'ListBullet')).join('');
    case 'table':
      return tableXml(block, textWidth);
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = 'http://schemas.openxmlformats.org';
const namespaces = `xmlns:w="${schemas}/wordprocessingml/2006/main" xmlns:r="${schemas}/officeDocument/2006/relationships"`;

const styleXml = (id: string, name: string, layout: string, letters: string): string =>
  [
    `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}">`,
    `<w:name w:val="${name}"/>`,
    id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>',
    `<w:qFormat/><w:pPr>${layout}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`,
  ].join('');

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('');

const styles = (language: string): string =>
  [
    `${declaration}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>`,
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/>',
    `<w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    styleXml('Normal', 'Normal', '<w:spacing w:after="120"/>', ''),
    styleXml('Title', 'Title', '<w:spacing w:after="60"/>', '<w:b/><w:sz w:val="36"/>'),
    styleXml('Subtitle', 'Subtitle', '<w:spacing w:after="200"/>', '<w:sz w:val="24"/>'),
    styleXml(
      'Heading1',
      'heading 1',
      '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
      '<w:b/><w:sz w:val="26"/>',
    ),
    styleXml(
      'ListBullet',
      'List Bullet',
      '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>',
      '',
    ),
    styleXml('TableText', 'Table Text', '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
    styleXml('Footer', 'footer', '', '<w:sz w:val="16"/>'),
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>',
    `<w:tblBorders>${borders}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/>`,
    '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>',
  ].join('');

const numbering = [
  `${declaration}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">`,
  '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="360"/>',
  '</w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  '</w:numbering>',
].join('');

const pageField = (name: string): string =>
  `<w:fldSimple w:instr="${name}">${run('1')}</w:fldSimple>`;

const override = (name: string, type: string): string =>
  `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
const relationships = (...pairs: [type: string, target: string][]): string =>
  [
    `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">`,
    ...pairs.map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${schemas}/${type}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('');

const contentTypes = [
  `${declaration}<Types xmlns="${schemas}/package/2006/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  override('word/document.xml', 'officedocument.wordprocessingml.document.main'),
  override('word/styles.xml', 'officedocument.wordprocessingml.styles'),
  override('word/numbering.xml', 'officedocument.wordprocessingml.numbering'),
  override('word/footer1.xml', 'officedocument.wordprocessingml.footer'),
  override('docProps/core.xml', 'package.core-properties'),
  '</Types>',
].join('');

const properties = (document: ReportDocument, language: string, day: string): string =>
  [
    `${declaration}<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(`${document.title}. ${document.subtitle}`)}</dc:title>`,
    `<dc:language>${language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created>`,
    '</cp:coreProperties>',
  ].join('');

const documentXml = (document: ReportDocument): string =>
  [
    `${declaration}<w:document ${namespaces}><w:body>`,
    paragraph(run(document.title), 'Title'),
    paragraph(run(document.subtitle), 'Subtitle'),
    ...bodyOf(document).map((block) => blockXml(block, textWidthOf(document))),
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>',
    document.landscape === true
      ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
      : '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567"',
    ' w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>',
  ].join('');

/**
 * A Word document of the report: A4, real heading styles, header rows that repeat, language and title.
 * @param day  YYYY-MM-DD, its date of making; the same report of the same day gives the same bytes
 */
export function wordFile(document: ReportDocument, day: string): Uint8Array {
  const language = document.language === 'nl' ? 'nl-NL' : 'en-GB';
  const footer = `${run(`${document.foot} `)}${pageField('PAGE')}${run(' / ')}${pageField('NUMPAGES')}`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships(
      ['officeDocument/2006/relationships/officeDocument', 'word/document.xml'],
      ['package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
    ),
    'word/_rels/document.xml.rels': relationships(
      ['officeDocument/2006/relationships/styles', 'styles.xml'],
      ['officeDocument/2006/relationships/numbering', 'numbering.xml'],
      ['officeDocument/2006/relationships/footer', 'footer1.xml'],
    ),
    'word/document.xml': documentXml(document),
    'word/styles.xml': styles(language),
    'word/numbering.xml': numbering,
    'word/footer1.xml': `${declaration}<w:ftr ${namespaces}>${paragraph(footer, 'Footer')}</w:ftr>`,
    'docProps/core.xml': properties(document, language, day),
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    { level: 9, mtime: new Date(`${day}T12:00:00`) },
  );
}
