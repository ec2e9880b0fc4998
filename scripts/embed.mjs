// The pages that other sites may frame: dist/site/embed/. Their figures are the core's answers, asked here.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { modulesIn, noticesOf, packagesOf } from './parts.mjs';
import { root } from './run.mjs';
import { usedStyle } from './styles.mjs';
import { virtualModules } from './virtual.mjs';

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Each page with its entry, and what it has to say where it cannot run. */
const pages = [
  { file: 'gemeente.html', entry: 'web/embed/card.tsx', part: 'card' },
  { file: 'kaart.html', entry: 'web/embed/map.tsx', part: 'map' },
];

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };

/** @returns {Promise<{card: object, map: object}>} what the pages show, as the core answers */
async function figures() {
  const outfile = `${root}build/node/embed-figures.mjs`;
  await build({
    ...jsx,
    absWorkingDir: root,
    entryPoints: [`${root}web/embed/figures-of-the-build.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    loader: { '.css': 'empty' },
    logLevel: 'warning',
    plugins: [virtualModules()],
  });
  const { embedData } = await import(outfile);
  const { load } = await import(`${root}build/node/index.mjs`);
  return embedData(await load(readFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`)));
}

async function compiled(entry) {
  const { outputFiles, metafile } = await build({
    ...jsx,
    absWorkingDir: root,
    entryPoints: [`${root}${entry}`],
    outfile: 'embed.js',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    logLevel: 'warning',
  });
  const text = (ending) =>
    (outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '').trim();
  return {
    script: text('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'),
    style: usedStyle(text('.css'), text('.js'), 'utrecht-'),
    notices: noticesOf(packagesOf(modulesIn(metafile))),
  };
}

function wrap({ script, style, notices }, data) {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    // Its icon; without one a browser asks the host for it.
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const icon = readFileSync(`${root}public/icons/icon.svg`).toString('base64');
  const packed = gzipSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <link rel="icon" href="data:image/svg+xml;base64,${icon}" />
    <title>Spreidingswijzer</title>
    <style>${style}</style>
  </head>
  <body>
    <main></main>
    <noscript>
      <p>
        Zonder JavaScript toont dit kaartje niets.
        <a href="../" target="_blank" rel="noreferrer noopener">Naar Spreidingswijzer</a>
      </p>
    </noscript>
    <script id="gegevens" type="text/plain">${packed}</script>
    <script>${script}</script>
  </body>
</html>
<!--
${notices.replaceAll('--', '- -')}-->
`;
}

/** Writes them into the folder of a site. */
export async function buildEmbed(site) {
  mkdirSync(`${site}/embed`);
  const data = await figures();
  for (const { file, entry, part } of pages)
    writeFileSync(`${site}/embed/${file}`, wrap(await compiled(entry), data[part]));
}
