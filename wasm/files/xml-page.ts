/** Tables in XML: publications of the government, well-formed web pages, workbooks saved as XML. */
import { PageReader } from './page-tables.ts';
import type { TableDocument } from './table.ts';
import { readXml } from './xml.ts';

export function readXmlPage(bytes: Uint8Array): TableDocument {
  const page = new PageReader(bytes.byteLength);
  readXml(bytes, {
    open(name, attributes) {
      page.open(name, (wanted) => attributes.get(wanted));
    },
    text(piece) {
      page.text(piece);
    },
    close(name) {
      page.close(name);
    },
  });
  return { kind: 'xml', tables: page.finish() };
}
