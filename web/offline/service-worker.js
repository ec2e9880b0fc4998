// Keeps the program itself for visits without a network. Nothing a person loads comes here.
// The build fills in which edition this is and which files belong to it.
const edition = '/* edition */';
const files = '/* files */'.split(' ');

const name = `spreidingswijzer-${edition}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(name)
      // Past the browser's own cache: an edition is whole or it is not there.
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((other) => other.startsWith('spreidingswijzer-') && other !== name)
            .map((other) => caches.delete(other)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// The network first, so that a newer edition is never hidden by what was kept.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    fetch(request).catch(async () => {
      const cache = await caches.open(name);
      const kept = await cache.match(request.mode === 'navigate' ? './' : request, {
        ignoreSearch: true,
      });
      return kept ?? Response.error();
    }),
  );
});
