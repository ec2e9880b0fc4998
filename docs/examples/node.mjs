// All municipalities of a province, largest share first: node docs/examples/node.mjs
import { open } from 'spreidingswijzer';

const round = (await open()).round('2026');
const rows = round.municipalities
  .filter(({ province }) => province === 'Zeeland')
  .map(({ name, published, total }) => ({ name, printed: published?.places ?? null, total }))
  .sort((one, other) => (other.printed ?? 0) - (one.printed ?? 0));
console.table(rows.map(({ name, printed }) => ({ name, printed })));
