// The site: installable, the single file beside it; and help in place.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import {
  allViews,
  cells,
  findingsOfAxe,
  launch,
  openPage,
  openView,
  rooms,
  root,
} from './browsers.ts';
import { hosts } from './hosting.ts';

const single = `file://${root}dist/spreidingswijzer.html`;

describe('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch.chromium();
  });
  afterAll(async () => {
    await browser.close();
  });
  const open = async (address: string): Promise<Page> => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(address);
    await page.waitForSelector('#zoek');
    return page;
  };

  test('a panel that is opened before the second script is there takes the focus once it is', async () => {
    const server = await serveSite(0);
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.setRequestInterception(true);
    let isHeld = true;
    const held: (() => void)[] = [];
    page.on('request', (request) => {
      const go = (): void => void request.continue();
      if (isHeld && /\/parts\/later\.js/.test(request.url())) held.push(go);
      else go();
    });
    await page.goto(server.address, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('.actions [data-view=input]');
    await page.click('.actions [data-view=input]');
    expect(await page.$('#paneel')).toBeNull();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    isHeld = false;
    for (const go of held) go();
    await page.waitForSelector('#paneel:focus');
    await page.close();
    await server.stop();
  });

  test('the site offers the single file with the SHA-256 that it has', async () => {
    const server = await serveSite(0);
    const page = await open(server.address);
    await openView(page, 'help');
    const address = await page.$eval('[data-testid=een-bestand]', (link) =>
      link.getAttribute('href'),
    );
    const bytes = Buffer.from(
      await (await fetch(new URL(address ?? '', server.address))).arrayBuffer(),
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await page.$eval('.fingerprint', (code) => code.textContent)).toBe(sha256);
    expect(await (await fetch(`${server.address}spreidingswijzer.html.sha256`)).text()).toBe(
      `${sha256}  spreidingswijzer.html\n`,
    );
    expect(bytes.equals(readFileSync(`${root}dist/spreidingswijzer.html`))).toBe(true);
    const manifest = (await (await fetch(`${server.address}manifest.webmanifest`)).json()) as {
      icons: { src: string; sizes: string }[];
    };
    for (const { src, sizes } of manifest.icons) {
      const icon = await fetch(`${server.address}${src}`);
      expect(icon.status).toBe(200);
      if (!src.endsWith('.png')) continue;
      const { width, height } = PNG.sync.read(Buffer.from(await icon.arrayBuffer()));
      expect(`${width}x${height}`).toBe(sizes);
    }
    await page.close();
    await server.stop();
  });

  test('with the security headers of every kind of host the site works as without', async () => {
    const common = [
      'cache-control',
      'permissions-policy',
      'referrer-policy',
      'strict-transport-security',
      'x-content-type-options',
    ];
    const { netlify, ...others } = hosts;
    const files = readdirSync(`${root}dist/site`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `/${relative(`${root}dist/site`, join(parentPath, name))}`)
      // What the hosts read themselves, and do not serve.
      .filter((file) => !/\/(_headers|web\.config|\.htaccess)$/.test(file));
    expect(files).toContain('/embed/kaart.html');
    for (const file of ['/', ...files]) {
      const sent = netlify?.(file) ?? {};
      // One set, written down for four hosts.
      for (const [host, headersOf] of Object.entries(others))
        expect([host, file, headersOf(file)]).toEqual([host, file, sent]);
      const framed = file.startsWith('/embed/');
      expect([file, Object.keys(sent).sort()]).toEqual([
        file,
        [
          ...common,
          'cross-origin-resource-policy',
          ...(framed ? [] : ['content-security-policy', 'cross-origin-opener-policy']),
        ].sort(),
      ]);
      expect([file, sent['content-security-policy']]).toEqual([
        file,
        framed ? undefined : "frame-ancestors 'none'",
      ]);
    }
    const server = await serveSite(0, netlify);
    const { page, said } = await openPage(browser, server.address);
    const answer = await fetch(server.address);
    expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    await page.focus('#zoek');
    await page.keyboard.type('breda');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-testid=kaart]');
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null),
    ).toBe(true);
    expect(said).toEqual([]);
    await page.close();
    await server.stop();
  });

  test('in forced colours and without motion everything is there, and what is chosen shows', async () => {
    const { page, said } = await openPage(browser);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await page.select('#ronde', 'example');
    for (const view of rooms) {
      await openView(page, view);
      const current = await page.$eval('[aria-current=page]', (item) => ({
        line: getComputedStyle(item).textDecorationLine,
      }));
      expect(current.line).toBe('underline');
      const moving = await page.$$eval('*', (all) =>
        all
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return (
              Math.max(...transitionDuration.split(',').map((time) => parseFloat(time))) > 0.01 ||
              animationName !== 'none' ||
              scrollBehavior === 'smooth'
            );
          })
          .map(({ tagName, className }) => `${tagName} ${className}`),
      );
      expect(moving).toEqual([]);
    }
    // Circles keep an outline against the forced background.
    await openView(page, 'country');
    const circle = await page.$eval('[data-testid=kaart-nederland] [role=option] path', (mark) => {
      const { fill, stroke } = getComputedStyle(mark);
      return { fill, stroke };
    });
    expect(circle.fill === 'none' && circle.stroke === 'none').toBe(false);
    expect(said).toEqual([]);
    await page.close();
  });

  test('aged data are said to be possibly outdated', async () => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const Now = Date;
      const later = Now.UTC(2028, 5, 1);
      globalThis.Date = class extends Now {
        constructor(...given: unknown[]) {
          super(...((given.length === 0 ? [later] : given) as []));
        }
      } as DateConstructor;
    });
    await page.goto(single);
    await page.waitForSelector('[data-testid=verouderd]');
    expect(await page.$eval('[data-testid=verouderd]', (note) => note.textContent)).toMatch(
      /^Gegevens tot .* 2026, mogelijk verouderd\./,
    );
    await page.close();
  });

  test('the tour is walked and left with the keyboard', async () => {
    const page = await open(single);
    expect(await page.$('[data-testid=rondleiding]')).toBeNull();
    await page.focus('.start__hint button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-testid=rondleiding]:focus');
    for (let step = 1; step < 7; step += 1) {
      await page.focus('[data-testid=rondleiding-verder]');
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (title: string) => document.querySelector('.tour__title')?.textContent.includes(title),
        {},
        `stap ${step + 1} van 7`,
      );
      await page.waitForSelector('[data-testid=rondleiding]:focus');
    }
    expect(await findingsOfAxe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[data-testid=rondleiding]') === null);
    await page.close();
  });

  test('the example files are one click away', async () => {
    const page = await open(single);
    await openView(page, 'help');
    await page.click('[data-testid=voorbeelden]');
    await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
    await openView(page, 'country');
    expect(await cells(page, 'tabel-gemeenten')).toHaveLength(12);
    await page.close();
  });

  test('every view is valid HTML with one h1 and headings in order, and fits 320 pixels and text of twice the size', async () => {
    const page = await open(single);
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // Of how the source is written, which a page built by script does not have.
        'void-style': 'off',
        'no-inline-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        // The hash in the policy takes its place.
        'require-sri': 'off',
        'long-title': 'off',
      },
    });
    await page.focus('#zoek');
    await page.keyboard.type('breda');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-testid=kaart]');
    for (const view of allViews) {
      await openView(page, view);
      const html = await page.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as HTMLElement;
        for (const part of copy.querySelectorAll('script, style')) part.remove();
        return `<!doctype html>${copy.outerHTML}`;
      });
      const report = await validator.validateString(html);
      expect(
        report.results.flatMap(({ messages }) =>
          messages
            .filter(({ severity }) => severity === 2)
            .map(
              ({ ruleId, message, selector }) => `${view}: ${ruleId} ${message} ${selector ?? ''}`,
            ),
        ),
      ).toEqual([]);
      const levels = await page.$$eval('h1, h2, h3, h4', (headings) =>
        headings
          .filter((heading) => (heading as HTMLElement).offsetParent !== null)
          .map((heading) => Number(heading.tagName.slice(1))),
      );
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect([view, levels.filter((level) => level === 1).length, jumps]).toEqual([view, 1, []]);
    }
    for (const [width, text] of [
      [320, '100%'],
      [1280, '200%'],
    ] as const) {
      await page.setViewport({ width, height: 800 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, text);
      for (const view of allViews) {
        await openView(page, view);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([view, width, text, over]).toEqual([view, width, text, 0]);
      }
    }
    await page.close();
  });

  test('nothing moves after the first figure is there', async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.evaluateOnNewDocument(() => {
      Object.assign(globalThis, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (globalThis as unknown as { shifts: number[] }).shifts.push(
            (entry as unknown as { value: number }).value,
          );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(single);
    await page.waitForSelector('#zoek');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(
      await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts),
    ).toEqual([]);
    await page.close();
  });
});
