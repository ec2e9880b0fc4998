// npm start: sets up, builds, and serves the page on this machine only.
import { setUp } from './setup.mjs';
import { root } from './run.mjs';

setUp();
const { buildAll } = await import('./build.mjs');
await buildAll();
const { serve } = await import('./serve.mjs');
const address = await serve(Number(process.env.PORT ?? 8080));
console.log(`
De pagina:           ${address}
Het losse bestand:   ${root}dist/spreidingswijzer.html

Stoppen met Ctrl+C.`);
