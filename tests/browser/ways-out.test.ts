// Every way by which a page can tell something to a server: tried from the single file and from the site.
// Each is refused by the browser, or named in SECURITY.md as one that is not. And what a whole session
// leaves behind in the browser.
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import { choose, launch, openView, root, singleFile } from './browsers.ts';

/** In the page, with the address of a server that only listens. Each may throw: that is refused too. */
const ways: Record<string, string | ((address: string) => unknown)> = {
  fetch: (address) => fetch(address, { mode: 'no-cors' }).catch(() => undefined),
  'keep-alive fetch': (address) =>
    fetch(address, { mode: 'no-cors', keepalive: true }).catch(() => undefined),
  XMLHttpRequest: (address) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.send();
  },
  beacon: (address) => navigator.sendBeacon(address, 'x'),
  WebSocket: (address) => new WebSocket(address.replace('http', 'ws')),
  EventSource: (address) => new EventSource(address),
  image: (address) => {
    new Image().src = address;
  },
  'image set': (address) => {
    const image = document.createElement('img');
    image.srcset = `${address} 2x`;
    document.body.append(image);
  },
  'style image': (address) => {
    document.body.style.backgroundImage = `url("${address}")`;
  },
  font: (address) => {
    const font = new FontFace('x', `url(${address})`);
    font.load().catch(() => undefined);
    document.fonts.add(font);
  },
  media: (address) => {
    const media = document.createElement('video');
    media.src = address;
    document.body.append(media);
    media.load();
  },
  script: (address) => {
    const script = document.createElement('script');
    script.setAttribute('src', address);
    document.head.append(script);
  },
  // As text: the runner of tests would put an import of its own there.
  module: '(address) => import(address).catch(() => undefined)',
  style: (address) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    document.head.append(link);
  },
  prefetch: (address) => {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = address;
    document.head.append(link);
  },
  preload: (address) => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.href = address;
    document.head.append(link);
  },
  frame: (address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  },
  object: (address) => {
    const object = document.createElement('object');
    object.data = address;
    document.body.append(object);
  },
  // Held on to: a worker that nothing holds may be collected before it is fetched.
  worker: (address) => Object.assign(globalThis, { held: new Worker(address) }),
  'shared worker': (address) => new SharedWorker(address),
  form: (address) => {
    const form = document.createElement('form');
    form.action = address;
    form.method = 'post';
    form.target = '_self';
    document.body.append(form);
    form.submit();
  },
};

/** What no policy of a page refuses; `SECURITY.md` names each. */
const named: Record<string, (address: string) => unknown> = {
  'navigation by script': (address) => {
    location.href = address;
  },
  'a new window': (address) => window.open(address),
};

/** A server that notes who came; `/` is a page without any policy. */
async function listen(): Promise<{ address: string; seen: Set<string>; server: Server }> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    seen.add(decodeURIComponent((request.url ?? '').slice(1)));
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end(request.url === '/' ? '<!doctype html><title>x</title><body>' : '');
  });
  server.on('upgrade', (request, socket) => {
    seen.add(decodeURIComponent((request.url ?? '').slice(1)));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, seen, server };
}

const pause = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/** @param arrived  waits until what was tried has had its chance, before the form leaves the page */
async function tryAll(
  page: Page,
  of: typeof ways,
  address: string,
  arrived = (): Promise<void> => pause(1_500),
): Promise<void> {
  const each = async (
    name: string,
    way: string | ((address: string) => unknown),
  ): Promise<void> => {
    await page
      .evaluate(
        `try { (${String(way)})(${JSON.stringify(address + encodeURIComponent(name))}); } catch {}`,
      )
      .catch(() => undefined);
  };
  const { form, ...others } = of;
  for (const [name, way] of Object.entries(others)) await each(name, way);
  await arrived();
  if (form === undefined) return;
  await each('form', form);
  await pause(1_500);
}

const security = readFileSync(`${root}SECURITY.md`, 'utf8');

test.each([...Object.keys(named), 'WebRTC', 'DNS'])('SECURITY.md names %s', (name) => {
  expect(security).toContain(name);
});

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let outside: Awaited<ReturnType<typeof listen>>;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Awaited<ReturnType<(typeof launch)['chromium']>>;
  beforeAll(async () => {
    outside = await listen();
    site = await serveSite(0);
    browser = await launch[name]();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
    outside.server.close();
  });
  const opened = async (address: string, ready: string): Promise<Page> => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(address);
    await page.waitForSelector(ready);
    outside.seen.clear();
    return page;
  };

  test('where nothing forbids it, these ways lead to the server', async () => {
    const page = await opened(outside.address, 'body');
    // Browsers fetch ahead when they like, and a form comes last: it leaves the page.
    const expected = Object.keys(ways).filter((way) => way !== 'prefetch');
    const lacking = (): string[] => expected.filter((way) => !outside.seen.has(way));
    const end = Date.now() + 20_000;
    await tryAll(page, ways, outside.address, async () => {
      while (lacking().some((way) => way !== 'form') && Date.now() < end) await pause(50);
    });
    expect(lacking()).toEqual([]);
    await page.close();
  });

  test.each(['file', 'site'] as const)('from the %s every one is refused', async (wrapping) => {
    const page = await opened(wrapping === 'file' ? singleFile : site.address, '#zoek');
    await tryAll(page, ways, outside.address);
    expect([...outside.seen]).toEqual([]);
    // The page is still there: nothing led it away.
    expect(await page.$('#zoek')).not.toBeNull();
    await page.close();
  });

  test.each(Object.entries(named))('%s is not refused, which SECURITY.md says', async (way, go) => {
    const page = await opened(singleFile, '#zoek');
    await tryAll(page, { [way]: go }, outside.address);
    // A browser that does refuse it one day may: then SECURITY.md says too little, and not too much.
    expect([...outside.seen].filter((seen) => seen !== way && seen !== 'favicon.ico')).toEqual([]);
    await page.close();
  });

  test('a text becomes no script and no address of one, but by the policy of the page', async () => {
    const page = await opened(singleFile, '#zoek');
    const came = await page.evaluate(() => {
      const tried = (act: () => unknown): boolean => {
        try {
          act();
          return true;
        } catch {
          return false;
        }
      };
      const has = 'trustedTypes' in globalThis;
      return {
        has,
        html: tried(() => {
          document.createElement('div').innerHTML = '<b>x</b>';
        }),
        address: tried(() => {
          document.createElement('script').src = 'data:text/javascript,0';
        }),
        policy: tried(() =>
          (
            globalThis as unknown as {
              trustedTypes: { createPolicy(name: string, rules: object): unknown };
            }
          ).trustedTypes.createPolicy('other', {}),
        ),
        ours: tried(() =>
          (
            globalThis as unknown as { boot: { scriptAddress(address: string): string } }
          ).boot.scriptAddress('https://example.org/x.js'),
        ),
      };
    });
    expect(came.ours).toBe(false);
    if (came.has)
      expect(came).toEqual({ has: true, html: false, address: false, policy: false, ours: false });
    else expect(name).toBe('firefox');
    await page.close();
  });

  test('of a whole session nothing stays in the browser but language and theme', async () => {
    const page = await opened(site.address, '#zoek');
    await openView(page, 'input');
    await choose(page, [`${root}public/data/population/2023.csv`]);
    for (const view of ['country', 'municipality', 'proof', 'dossier']) await openView(page, view);
    const left = await page.evaluate(async () => {
      const files: string[] = [];
      for (const key of await caches.keys())
        for (const request of await (await caches.open(key)).keys()) files.push(request.url);
      const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
      const folder = await navigator.storage.getDirectory().catch(() => null);
      const kept: string[] = [];
      const entries = folder as unknown as { keys(): AsyncIterable<string> } | null;
      if (entries !== null) for await (const entry of entries.keys()) kept.push(entry);
      return {
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        cookie: document.cookie,
        databases: databases.length,
        files,
        kept,
        state: JSON.stringify(history.state),
        address: location.hash,
        name: window.name,
      };
    });
    expect(left.local.filter((key) => !['language', 'theme'].includes(key))).toEqual([]);
    expect(left.session).toEqual([]);
    expect(left.cookie).toBe('');
    expect(left.databases).toBe(0);
    expect(left.kept).toEqual([]);
    expect(left.name).toBe('');
    // Of the program itself, for the next time without a network; of a person's files nothing.
    expect(left.files.filter((file) => !file.startsWith(site.address))).toEqual([]);
    expect(`${left.state} ${left.address}`).not.toMatch(/data=|2023\.csv/);
    await page.close();
  });
});

test('in Chromium WebRTC is a way that no policy refuses, or it leads nowhere', async () => {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  const browser = await launch.chromium();
  try {
    const page = await browser.newPage();
    await page.goto(singleFile);
    await page.waitForSelector('#zoek');
    const began = await page.evaluate(async (at: number) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${at}` }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      return peer.signalingState;
    }, port);
    expect(['have-local-offer', 'closed']).toContain(began);
    expect(security).toContain('WebRTC');
  } finally {
    await browser.close();
    socket.close();
  }
});
