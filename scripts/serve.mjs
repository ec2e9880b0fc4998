// Serves dist/site on the local address, as any web server would.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { root, stop } from './run.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.sha256': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Where a port is taken, so many of the next are tried. */
const portsTried = 20;

/**
 * @param {number} port taken when it is free, else the next that is; 0: any
 * @param {(path: string) => Record<string, string>} [headersOf] sent with a path, as a host would
 * @param {{site: string, instead?: Function}} [host] may change while it serves: the folder, and
 *   what answers in its place, which returns false where the folder is to answer after all
 * @returns {Promise<{address: string, stop: () => Promise<void>}>}
 */
export function serveSite(
  port,
  headersOf = () => ({}),
  host = { site: join(root, 'dist', 'site') },
) {
  const server = createServer((request, response) => {
    const { site, instead } = host;
    const path = normalize(
      decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname),
    );
    if (instead?.(path, response)) return;
    const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(site) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      ...headersOf(path),
      'content-type': types[extname(file)] ?? 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    let next = port;
    server.on('error', (fault) => {
      const taken = fault.code === 'EADDRINUSE' && next !== 0;
      if (!taken || next - port >= portsTried || next >= 65_535) reject(fault);
      else server.listen((next += 1), '127.0.0.1');
    });
    server.on('listening', () =>
      resolve({
        address: `http://127.0.0.1:${server.address().port}/`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            server.closeAllConnections();
          }),
      }),
    );
    server.listen(port, '127.0.0.1');
    // A test that ends takes its server with it; `npm start` waits for Ctrl+C.
    if (port === 0) server.unref();
  });
}

/** @returns {Promise<string>} the address; where there is none it says why, and ends */
export const serve = (port) =>
  serveSite(port).then(
    ({ address }) => address,
    (fault) =>
      stop(
        fault.code === 'EACCES'
          ? `Poort ${port} is niet van u: kies een poort boven 1023, bijvoorbeeld met PORT=8080.`
          : `Poort ${port} en de ${portsTried} erna zijn bezet: kies een andere, bijvoorbeeld met PORT=9000.`,
      ),
  );
