// The site after one visit: without a network, with one that gives something else, and between editions.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishSite } from '../../scripts/page.mjs';
import { type Host, serveSite } from '../../scripts/serve.mjs';
import { launch, root } from './browsers.ts';

const built = `${root}dist/site`;
const wholePage = readFileSync(`${built}/index.html`);

const sendPage = (response: ServerResponse, bytes: Uint8Array | string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(bytes);
};
const portal = '<!doctype html><title>Hotel</title><p>Welkom. Log in voor het netwerk.</p>';
const changed = Buffer.from(wholePage);
changed.write('X', Math.floor(changed.length / 2));

/** What a network may give in place of what was asked for. */
const networks: Record<string, (response: ServerResponse) => unknown> = {
  'a fault of the server': (response) => {
    sendPage(response, '<!doctype html><title>Fout</title><h1>500</h1>', 500);
  },
  'a fault with the right page': (response) => {
    sendPage(response, wholePage, 503);
  },
  'the page of a hotel': (response) => {
    sendPage(response, portal);
  },
  'a way to the page of a hotel': (response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:9/portal' }).end(),
  'nothing at all': (response) => {
    sendPage(response, '');
  },
  'half the page': (response) => {
    sendPage(response, wholePage.subarray(0, wholePage.length / 2));
  },
  'the page without its last sign': (response) => {
    sendPage(response, wholePage.subarray(0, -1));
  },
  'half the page and a line that breaks': (response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': wholePage.length });
    response.write(wholePage.subarray(0, wholePage.length / 2), () => response.destroy());
  },
  'the page with another letter': (response) => {
    sendPage(response, changed);
  },
  'no answer, ever': () => undefined,
};

/** The site of another edition: its page and one of its parts differ. */
function otherEdition(folder: string): void {
  cpSync(built, folder, { recursive: true });
  writeFileSync(
    `${folder}/icons/icon.svg`,
    `${readFileSync(`${folder}/icons/icon.svg`, 'utf8')}<!-- other -->`,
  );
  const html = wholePage
    .toString()
    .replace(/\?[0-9a-f]{64}/g, '')
    .replace(/<!-- whole .*-->\n$/, '')
    .replace('<html ', '<html data-edition="other" ');
  finishSite(folder, html);
}

const editionOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['edition']);

/** Until the page shows what it is for: from a search box to a figure. */
async function answers(page: Page): Promise<void> {
  await page.waitForSelector('#zoek');
  await page.focus('#zoek');
  await page.keyboard.type('breda');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=kaart]');
}

const keptCaches = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/** What the browser looks up by itself when it likes: whether there is another service worker. */
const lookForUpdate = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    try {
      await registration.update();
    } catch (fault) {
      return String(fault);
    }
    const coming = registration.installing ?? registration.waiting;
    if (coming === null) return 'none';
    return new Promise<string>((resolve) => {
      coming.addEventListener('statechange', () => {
        if (['activated', 'redundant'].includes(coming.state)) resolve(coming.state);
      });
    });
  });

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let host: Host;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  let page: Page;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spreiding-edition-'));
    host = { site: built };
    server = await serveSite(0, undefined, host);
    browser = await launch[name]();
    page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForSelector('#zoek');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null)
        await new Promise((resolve) => {
          navigator.serviceWorker.addEventListener('controllerchange', resolve);
        });
    });
  });
  afterEach(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test('after one visit the site opens with the server stopped', async () => {
    await server.stop();
    await page.reload();
    await answers(page);
    // Only the program is kept, under its own name.
    const kept = await page.evaluate(async () => ({
      caches: await caches.keys(),
      storage: Object.keys(localStorage),
      cookie: document.cookie,
    }));
    expect(kept.caches).toHaveLength(1);
    expect(kept.caches[0]).toMatch(/^spreidingswijzer-[0-9a-f]{16}$/);
    expect(kept.storage).toEqual([]);
    expect(kept.cookie).toBe('');
  });

  test('whatever the network gives in its place, the page that was kept is shown', async () => {
    const kept = await keptCaches(page);
    const shown: string[] = [];
    for (const [what, give] of Object.entries(networks)) {
      host.instead = (_, response) => {
        give(response);
        return true;
      };
      await page.reload();
      await answers(page).then(
        () => shown.push(what),
        () => undefined,
      );
      // The service worker itself is asked for too, and gets the same.
      if (!what.startsWith('no answer')) await lookForUpdate(page);
    }
    expect(shown).toEqual(Object.keys(networks));
    expect(await keptCaches(page)).toEqual(kept);
    host.instead = undefined;
    await page.goto(`${server.address}index.html`);
    await answers(page);
  }, 120_000);

  test('another edition is kept whole or not at all, and no page gets parts of another', async () => {
    const before = await keptCaches(page);
    const icon = await page.$eval('link[rel=icon]', (link) => link.href);
    otherEdition(join(folder, 'other'));
    const other = (file: string): Buffer => readFileSync(join(folder, 'other', file));

    // Half-way through its delivery: the worker is there, then also the page, and a part never.
    for (const there of [
      ['/service-worker.js'],
      ['/service-worker.js', '/'],
      ['/service-worker.js', '/icons/icon.svg'],
    ]) {
      host.instead = (path, response) => {
        if (!there.includes(path)) return false;
        if (path === '/') sendPage(response, other('index.html'));
        else
          response
            .writeHead(200, {
              'content-type': path.endsWith('.js') ? 'text/javascript' : 'image/svg+xml',
            })
            .end(other(path));
        return true;
      };
      expect([there, await lookForUpdate(page)]).toEqual([there, 'redundant']);
      const caches = await keptCaches(page);
      expect([there, caches]).toEqual([there, before]);
      // The page on screen gets its own part, or none: never that of the other.
      await page.reload();
      await page.waitForSelector('#zoek');
      const drawn = await page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const image = new Image();
            image.onload = () => {
              resolve(true);
            };
            image.onerror = () => {
              resolve(false);
            };
            image.src = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '';
          }),
      );
      expect([there, drawn]).toEqual([there, !there.includes('/')]);
      expect([there, await editionOf(page)]).toEqual([
        there,
        there.includes('/') ? 'other' : undefined,
      ]);
    }

    // Without a network in the middle of it, the edition before is there, whole.
    host.instead = (_, response) => {
      response.destroy();
      return true;
    };
    await page.reload();
    await answers(page);
    expect(await editionOf(page)).toBe(undefined);
    expect(await page.$eval('link[rel=icon]', (link) => link.href)).toBe(icon);

    // Delivered: kept in place of the one before, and opened from there.
    host.instead = undefined;
    host.site = join(folder, 'other');
    await page.reload();
    await page.waitForSelector('#zoek');
    expect(await editionOf(page)).toBe('other');
    await page.waitForFunction(
      async (names: string[]) => {
        const now = await caches.keys();
        return now.length === 1 && !names.includes(now[0] ?? '');
      },
      { polling: 100 },
      before,
    );
    await server.stop();
    await page.reload();
    await answers(page);
    expect(await editionOf(page)).toBe('other');
  }, 120_000);
});
