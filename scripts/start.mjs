// npm start: sets up, builds, and serves the page on this machine only.
import { setUp } from './setup.mjs';
import { root, stop } from './run.mjs';

const started = performance.now();
const port = Number(process.env.PORT ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  stop(`PORT is "${process.env.PORT}": geef een getal van 0 tot en met 65535, of laat het weg.`);

setUp();
const { buildAll } = await import('./build.mjs');
await buildAll();
const { serve } = await import('./serve.mjs');
const address = await serve(port);
const seconds = Math.round((performance.now() - started) / 1000);
const moved = port !== 0 && address !== `http://127.0.0.1:${port}/`;
console.log(`
Klaar na ${seconds} s.${moved ? ` Poort ${port} is bezet: dit is de volgende vrije.` : ''}

De pagina:           ${address}
Het losse bestand:   ${root}dist/spreidingswijzer.html

Stoppen met Ctrl+C.`);
