// Keeps the program itself for visits without a network, and for networks that give something else: a
// fault, the page of a hotel, half a file. Nothing a person loads comes here. An edition is whole or it is
// not there: every file is known by its SHA-256, and is asked for by it.
// The build fills in the fingerprint of the page, and the addresses of the files that belong to it.
const page = '/* page */';
const files = '/* files */'.split(' ');

const name = `spreidingswijzer-${page.slice(0, 16)}`;

/** How long the network may take before what is kept is shown, in milliseconds. */
const patience = 8_000;

const bySha256 = /\?([0-9a-f]{64})$/;
const ending = /<!-- whole ([0-9a-f]{64}) -->\n$/;

const sha256 = async (bytes) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** A page of any edition ends in the fingerprint of all that stands before. */
async function isWholePage(bytes) {
  const [end, fingerprint] = ending.exec(new TextDecoder().decode(bytes.slice(-100))) ?? [];
  return end !== undefined && fingerprint === (await sha256(bytes.slice(0, -end.length)));
}

/** What the network gives, if it is what was asked for; what it is not ends in a fault. */
async function fetched(address, cache, isRight) {
  const answer = await fetch(address, { cache, redirect: 'error' });
  const bytes = await answer.clone().arrayBuffer();
  if (!answer.ok || !(await isRight(bytes))) throw new Error(`${address} is not what it should be`);
  return answer;
}

const fetchedPart = (address, cache, fingerprint) =>
  fetched(address, cache, async (bytes) => (await sha256(bytes)) === fingerprint);

async function install() {
  const kept = await Promise.all([
    // Past the browser's own cache.
    fetchedPart('./', 'reload', page).then((answer) => ['./', answer]),
    ...files.map(async (file) => [
      file,
      await fetchedPart(file, 'reload', bySha256.exec(file)?.[1]),
    ]),
  ]);
  // Written once everything is there.
  const cache = await caches.open(name);
  await Promise.all(kept.map(([address, answer]) => cache.put(address, answer)));
  await self.skipWaiting();
}

async function activate() {
  const others = (await caches.keys()).filter(
    (other) => other.startsWith('spreidingswijzer-') && other !== name,
  );
  await Promise.all(others.map((other) => caches.delete(other)));
  await self.clients.claim();
}

const kept = async (address) => (await caches.open(name)).match(address);

/** The network first, so that a newer edition is never hidden by what was kept. */
async function answerPage(address) {
  const network = fetched(address, 'no-cache', isWholePage);
  const late = new Promise((_, refuse) => {
    setTimeout(refuse, patience);
  });
  return Promise.race([network, late]).catch(async () => (await kept('./')) ?? fetch(address));
}

/** A part of a page is of the edition of that page, or it is none. */
const answerPart = async (address) =>
  (await kept(address)) ??
  fetchedPart(address, 'default', bySha256.exec(address)[1]).catch(() => Response.error());

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  const own = new URL('./', self.location).pathname;
  if (mode === 'navigate' && [own, `${own}index.html`].includes(pathname))
    event.respondWith(answerPage(url));
  else if (bySha256.test(search)) event.respondWith(answerPart(url));
});
