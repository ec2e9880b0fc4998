// One Firefox for each worker of the tests, started when it is first asked for: a start costs as much as five tests.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked with the number of a worker, answers with where its Firefox is; with `anew`, a fresh one. */
    firefoxes: string;
  }
}

const start = async (): Promise<Browser> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    // Without these two, Firefox under a driver drops the protection of file:// and proves nothing.
    extraPrefsFirefox: {
      'remote.prefs.recommended': false,
      'security.fileuri.strict_origin_policy': true,
    },
  });
  // It talks to one driver at a time: to the tests.
  await browser.disconnect();
  return browser;
};

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<Browser>>();
  const stop = async (worker: string): Promise<void> => {
    const process = (await started.get(worker)?.catch(() => undefined))?.process();
    started.delete(worker);
    if (process == null || process.exitCode !== null) return;
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await ended;
  };
  const server = createServer(({ url = '' }, response) => {
    const [worker = '', anew] = url.split('?');
    void (async () => {
      if (anew !== undefined) await stop(worker);
      if (!started.has(worker)) started.set(worker, start());
      const browser = await started.get(worker);
      response.end(browser?.wsEndpoint());
    })().catch((fault: unknown) => response.writeHead(500).end(String(fault)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provide('firefoxes', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    for (const worker of [...started.keys()]) await stop(worker);
    server.close();
  };
}
