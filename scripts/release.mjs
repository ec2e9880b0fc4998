// npm run release: everything that a release consists of, in dist/release/, from the sources alone: the same
// bytes wherever and whenever it is made. What differs between machines (dates, modes, order) is set here.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { noticesOf } from './parts.mjs';
import { root, run } from './run.mjs';

const folder = `${root}dist/release`;
const own = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const filesBelow = (place) =>
  readdirSync(place, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(place, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

/** The site as one file. A ZIP keeps local time without a zone: this is the same moment everywhere. */
async function siteZip() {
  // Not before it is installed.
  const { zipSync } = await import('fflate');
  const site = `${root}dist/site`;
  const never = new Date(1980, 0, 1);
  const entry = (name) => [
    readFileSync(join(site, name)),
    { mtime: never, os: 3, attrs: 0o644 << 16 },
  ];
  return zipSync(Object.fromEntries(filesBelow(site).map((name) => [name, entry(name)])), {
    level: 9,
  });
}

/** `npm pack`, of copies with modes of our own: npm keeps those that a checkout happens to have. */
function tarball() {
  const listed = spawnSync('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(listed.stdout);
  const copies = mkdtempSync(join(tmpdir(), 'spreidingswijzer-'));
  for (const { path } of files) {
    mkdirSync(join(copies, dirname(path)), { recursive: true });
    copyFileSync(root + path, join(copies, path));
    chmodSync(join(copies, path), path.endsWith('.mjs') ? 0o755 : 0o644);
  }
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: copies,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(copies, { recursive: true });
}

/** A CycloneDX bill of materials of what is really inside: the list that the notices are made of. */
function billOfMaterials(parts, made) {
  const purl = ({ name, version }) =>
    version === null ? undefined : `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const licence = (id) => (id.includes(' ') ? { expression: id } : { license: { id } });
  const hash = createHash('sha256').update(made).digest('hex');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    // The same for the same contents, where others take one by chance.
    serialNumber: `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own.name,
        name: own.name,
        version: own.version,
        licenses: [{ license: { id: own.license } }],
        hashes: [{ alg: 'SHA-256', content: hash }],
      },
    },
    components: parts.map((part) => ({
      type: 'library',
      'bom-ref': purl(part) ?? part.name,
      name: part.name,
      ...(part.version === null ? {} : { version: part.version }),
      licenses: [licence(part.licence)],
      ...(purl(part) === undefined ? {} : { purl: purl(part) }),
    })),
    dependencies: [{ ref: own.name, dependsOn: parts.map((part) => purl(part) ?? part.name) }],
  };
}

/** What the changelog says of this version. */
function changes() {
  const text = readFileSync(`${root}CHANGELOG.md`, 'utf8');
  const section = text.split(/^## /m).find((each) => each.startsWith(own.version));
  if (section === undefined) throw new Error(`CHANGELOG.md says nothing of ${own.version}`);
  return `## ${section.trim()}\n`;
}

export async function makeRelease() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const page = readFileSync(`${root}dist/spreidingswijzer.html`);
  const name = `${own.name}-${own.version}`;
  writeFileSync(`${folder}/${name}.html`, page);
  writeFileSync(`${folder}/${name}-site.zip`, await siteZip());
  tarball();
  const { page: inPage, commandLine } = JSON.parse(readFileSync(`${root}build/parts.json`, 'utf8'));
  const all = new Map(
    [...inPage, ...commandLine].map((part) => [`${part.name} ${part.version}`, part]),
  );
  const parts = [...all.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  writeFileSync(
    `${folder}/${name}.cdx.json`,
    `${JSON.stringify(billOfMaterials(parts, page), null, 2)}\n`,
  );
  writeFileSync(`${folder}/NOTICES.txt`, noticesOf(parts));
  writeFileSync(`${folder}/CHANGES.md`, changes());
  const sums = filesBelow(folder).map((file) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    return `${sum}  ${file}\n`;
  });
  writeFileSync(`${folder}/SHA256SUMS`, sums.join(''));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { setUp } = await import('./setup.mjs');
  setUp();
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  const { buildPackage } = await import('./package.mjs');
  await buildPackage();
  await makeRelease();
  for (const file of filesBelow(folder)) console.log(`dist/release/${file}`);
}
