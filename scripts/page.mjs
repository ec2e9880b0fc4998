// One page, two wrappings: a single file that opens by double-click, and the same page for a web server.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { modulesIn, nativeParts, noticesOf, packagesOf } from './parts.mjs';
import { root } from './run.mjs';
import { usedStyle } from './styles.mjs';
import { codeWithoutAddress, withoutAddress } from './virtual.mjs';

const hexHash = (bytes) => createHash('sha256').update(bytes).digest('hex');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');

/**
 * A part of the page that stands on its own, as one script.
 * @param {Set<string>} modules gets the files that are in it
 */
async function bundled(entry, modules) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: [`${root}${entry}`],
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [withoutAddress],
  });
  modulesIn(metafile).forEach((module) => modules.add(module));
  return outputFiles[0].text.trim();
}

/**
 * Two scripts of one page cannot import from each other: an inline script has no address. The first hands
 * over by name what it exports; the second, which runs once the first has, takes it and gives its own.
 *
 * @param parse the parser of the bundler
 * @returns the code of both
 */
function linked(first, second, parse) {
  const ofType = (code, ...types) => parse(code).body.filter(({ type }) => types.includes(type));
  const without = (code, nodes) =>
    nodes.reduceRight((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), code);
  const named = (nodes) => nodes.flatMap(({ specifiers }) => specifiers);

  const exports = ofType(first, 'ExportNamedDeclaration');
  const handed = new Map(named(exports).map(({ local, exported }) => [local.name, exported.name]));
  // Taken once: the second script would not see a value that changes later.
  for (const { kind, declarations } of ofType(first, 'VariableDeclaration'))
    for (const { id } of declarations)
      if (kind !== 'const' && handed.has(id.name)) throw new Error(`${id.name} may change`);

  const imports = ofType(second, 'ImportDeclaration');
  const taken = named(imports).map(({ imported, local }) => `${imported.name}:${local.name}`);
  const given = ofType(second, 'ExportNamedDeclaration');
  const own = named(given).map(({ local, exported }) => `${exported.name}:${local.name}`);
  // Getters: the first line of the first script runs before its constants are there.
  const getters = [...handed].map(([inside, outside]) => `get ${outside}(){return ${inside}}`);
  return {
    first: `globalThis.page={${getters}};${without(first, exports)}`,
    second: `(()=>{const{${taken}}=page;${without(
      second,
      [...imports, ...given].sort((one, other) => one.start - other.start),
    )};globalThis.given={${own}}})()`,
  };
}

/** For the bundler: what the entry imports is of the first script, also where the second has it too. */
function onlyFirst(entry) {
  const reached = new Set();
  const reach = (id, getModuleInfo) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of getModuleInfo(id)?.importedIds ?? []) reach(next, getModuleInfo);
  };
  return (id, { getModuleInfo }) => {
    reach(entry, getModuleInfo);
    return reached.has(id) ? 'first' : undefined;
  };
}

async function compile() {
  const modules = new Set();
  const entry = `${root}web/main.tsx`;
  const { build, parseAst } = await import('vite');
  const { default: preact } = await import('@preact/preset-vite');
  const { bootedCatalogueModule } = await import('./catalogue.mjs');
  const result = await build({
    root: `${root}web`,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      preact({ prefreshEnabled: false, devToolsEnabled: false }),
      {
        name: 'catalogue',
        resolveId: (id) => (id === 'virtual:catalogue' ? `\0${id}` : undefined),
        load: (id) => (id === '\0virtual:catalogue' ? bootedCatalogueModule : undefined),
      },
      {
        name: 'no-wasm-address',
        enforce: 'pre',
        transform: (code, id) =>
          id.endsWith('spreidingswijzer-core.mjs') ? codeWithoutAddress(code) : undefined,
      },
      {
        name: 'carried',
        renderDynamicImport: () => ({ left: 'carried("later",', right: ')' }),
      },
      {
        name: 'parts',
        generateBundle(_, bundle) {
          for (const { modules: inside = {} } of Object.values(bundle))
            for (const [id, { renderedLength }] of Object.entries(inside))
              if (renderedLength > 0) modules.add(id);
          // Styles are put together before they come here: their files say what they begin with.
          for (const id of this.getModuleIds()) {
            const file = id.replace(/\?.*/, '');
            if (!file.endsWith('.css')) continue;
            modules.add(file);
            for (const [, asked] of readFileSync(file, 'utf8').matchAll(/@import '([^'.][^']*)'/g))
              modules.add(`${root}node_modules/${asked}`);
          }
        },
      },
    ],
    // Of ASCII alone the browser keeps, hashes and reads the script in half the memory.
    esbuild: { charset: 'ascii' },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: 'es', manualChunks: onlyFirst(entry) } },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const chunks = output.filter((file) => file.type === 'chunk');
  if (chunks.length !== 2) throw new Error(`the page has two scripts, not ${chunks.length}`);
  const { first, second } = linked(
    chunks.find(({ isEntry }) => isEntry).code,
    chunks.find(({ isEntry }) => !isEntry).code,
    parseAst,
  );
  const style = output.find((file) => file.fileName.endsWith('.css'));
  const { readCatalogue } = await import('./catalogue.mjs');
  const frame = readFileSync(`${root}web/index.html`, 'utf8');
  const boot = await bundled('web/page/boot.ts', modules);
  const worker = await bundled('web/worker/main.ts', modules);
  const parts = [...packagesOf(modules), ...nativeParts()];
  return {
    parts,
    boot,
    // The parser of HTML ends a script at the first such text, wherever it stands.
    script: first.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim(),
    later: second,
    style: usedStyle(String(style.source).trim(), first + second + frame, 'utrecht-'),
    packed: {
      rekenhart: packed(readFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`)),
      gegevens: packed(JSON.stringify(readCatalogue())),
      later: packed(second),
      werker: packed(worker),
      licenties: packed(noticesOf(parts)),
    },
  };
}

/** A part of the page as a script of the site: the page is there without it, and takes it from here. */
const partOfSite = (id, text) => `(globalThis.parts??={}).${id}="${text}"\n`;

/** @param singleFile the bytes of the single file, which the site offers; left out in that file itself */
function wrap(page, singleFile) {
  const { boot, script, style } = page;
  const site = singleFile !== undefined;
  const image = site ? "'self' data: blob:" : 'data: blob:';
  const frame = readFileSync(`${root}web/index.html`, 'utf8');
  const [, first] = /<style>([^]*?)<\/style>/.exec(frame) ?? [];
  const own = Object.entries(page.packed).map(([id, text]) => hash(partOfSite(id, text)));
  const scripts = [hash(boot), hash(script), hash(page.later), ...(site ? own : [])];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')} 'wasm-unsafe-eval'`,
    `worker-src ${site ? "'self' blob:" : 'blob:'}`,
    ...(site ? ["manifest-src 'self'"] : []),
    `style-src ${hash(first)} ${hash(style)}`,
    `img-src ${image}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types spreidingswijzer',
  ].join('; ');
  const icon = readFileSync(`${root}public/icons/icon.svg`);
  const head = site
    ? [
        '<link rel="icon" href="icons/icon.svg" type="image/svg+xml" />',
        '<link rel="apple-touch-icon" href="icons/icon-192.png" />',
        '<link rel="manifest" href="manifest.webmanifest" />',
        `<meta name="single-file" content="${hexHash(singleFile)} ${Math.ceil(singleFile.length / 1000)}" />`,
      ].join('\n    ')
    : `<link rel="icon" href="data:image/svg+xml;base64,${icon.toString('base64')}" />`;
  const carried = (id) => {
    const text = page.packed[id];
    if (!site) return `<script id="${id}" type="text/plain">${text}</script>`;
    const integrity = hash(partOfSite(id, text)).slice(1, -1);
    return `<script id="${id}" type="text/plain" data-src="parts/${id}.js" data-integrity="${integrity}"></script>`;
  };
  const parts = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    head,
    // What the boot script unpacks stands before it; the worker, asked for later, after it.
    body: [
      // Behind the sentence for a file that is cut off, so that what is cut off may be the style.
      `<style>${style}</style>`,
      carried('rekenhart'),
      carried('gegevens'),
      `<script>${boot}</script>`,
      carried('later'),
      carried('werker'),
      carried('licenties'),
      `<script type="module">${script}</script>`,
    ].join('\n    '),
  };
  return frame.replace(/<!-- (policy|head|body) -->/g, (_, part) => parts[part]);
}

/** What the page of a site asks for beside itself. */
const beside = /(?<=href=")(?:icons\/|manifest\.)[^"?]*(?=")|(?<=data-src=")[^"?]*(?=")/g;

/**
 * Finishes the folder of a site. Its page asks for every part by the fingerprint of that part, and ends in
 * its own, so that one cut off is known from a whole one; the service worker knows both.
 */
export function finishSite(site, html) {
  const asked = new Set();
  const named = html.replace(beside, (file) => {
    const address = `${file}?${hexHash(readFileSync(`${site}/${file}`))}`;
    asked.add(address);
    return address;
  });
  const sealed = `${named}<!-- whole ${hexHash(named)} -->\n`;
  writeFileSync(`${site}/index.html`, sealed);
  const worker = readFileSync(`${root}web/offline/service-worker.js`, 'utf8')
    .replace('/* page */', hexHash(sealed))
    .replace('/* files */', [...asked].join(' '));
  writeFileSync(`${site}/service-worker.js`, worker);
}

export async function buildPage() {
  const page = await compile();
  const site = `${root}dist/site`;
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const singleFile = Buffer.from(wrap(page));
  writeFileSync(`${root}dist/spreidingswijzer.html`, singleFile);
  writeFileSync(`${site}/spreidingswijzer.html`, singleFile);
  writeFileSync(
    `${site}/spreidingswijzer.html.sha256`,
    `${hexHash(singleFile)}  spreidingswijzer.html\n`,
  );
  cpSync(`${root}public/icons`, `${site}/icons`, { recursive: true });
  cpSync(`${root}public/schema`, `${site}/schema`, { recursive: true });
  cpSync(`${root}public/manifest.webmanifest`, `${site}/manifest.webmanifest`);
  for (const name of ['.htaccess', '_headers', 'web.config'])
    cpSync(`${root}public/hosting/${name}`, `${site}/${name}`);
  const { buildEmbed } = await import('./embed.mjs');
  await buildEmbed(site);
  cpSync(`${root}public/hosting/embed`, `${site}/embed`, { recursive: true });
  mkdirSync(`${site}/parts`);
  for (const [id, text] of Object.entries(page.packed))
    writeFileSync(`${site}/parts/${id}.js`, partOfSite(id, text));
  finishSite(site, wrap(page, singleFile));
  return page.parts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildPage();
