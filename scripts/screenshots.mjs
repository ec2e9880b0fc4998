// Takes every view at three widths, light and dark, in Dutch and English, as small PNG files.
//
//     node scripts/screenshots.mjs [FOLDER]      build/screenshots when left out, to be looked at;
//                                                those that are kept go to docs/screenshots as well
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { root } from './run.mjs';

const file = pathToFileURL(`${root}dist/spreidingswijzer.html`).href;
const widths = [360, 768, 1440];
const tallest = 1400;
const rooms = ['municipality', 'country', 'compare', 'table'];
/** What stands behind “Deel of bewaar”. */
const shared = ['report', 'proof', 'dossier'];
const views = ['start', ...rooms, 'input', 'share', ...shared, 'help'];

/** What tests/browser/look.test.ts compares: view, theme and width. */
export const compared = [
  ['start', 'light', 1440],
  ['municipality', 'dark', 360],
  ['country', 'light', 1440],
  ['compare', 'dark', 768],
];

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
};

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PNG of the most frequent colours; every other takes the nearest of them. */
function withPalette({ width, height, pixels }, most = 24) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
  const nearest = new Map(palette.map(([colour], index) => [colour, index]));
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const distance = (one, other) =>
    parts(one).reduce((sum, part, at) => sum + (part - parts(other)[at]) ** 2, 0);
  for (const colour of counts.keys()) {
    if (nearest.has(colour)) continue;
    let best = 0;
    for (let index = 1; index < palette.length; index += 1)
      if (distance(colour, palette[index][0]) < distance(colour, palette[best][0])) best = index;
    nearest.set(colour, best);
  }
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      lines[y * (width + 1) + 1 + x] = nearest.get(pixels[y * width + x]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(([colour]) => parts(colour)))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** At most this wide, by the mean of each square of pixels, with a palette. */
export function smaller(bytes, most = 400, colours = 24) {
  const from = PNG.sync.read(Buffer.from(bytes));
  const factor = Math.ceil(from.width / most);
  const [width, height] = [Math.floor(from.width / factor), Math.floor(from.height / factor)];
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let colour = 0;
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let down = 0; down < factor; down += 1)
          for (let right = 0; right < factor; right += 1)
            sum += from.data[((y * factor + down) * from.width + x * factor + right) * 4 + channel];
        colour = colour * 256 + Math.round(sum / (factor * factor));
      }
      pixels[y * width + x] = colour;
    }
  return withPalette({ width, height, pixels }, colours);
}

/** A view with something in it: figures without an estimate, one municipality chosen. */
export async function show(page, view) {
  if (view === 'start') return;
  const annex = view === 'report' || view === 'municipality';
  await page.select('#ronde', annex ? '2026' : 'example');
  if (annex || view === 'proof') {
    await page.evaluate(() => document.querySelector('[data-view=municipality]').click());
    await page.focus('#zoek');
    await page.keyboard.type(annex ? 'breda' : 'linde');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-testid=kaart]');
  }
  for (const name of shared.includes(view) ? ['share', view] : [view]) {
    await page.evaluate((of) => document.querySelector(`[data-view=${of}]`).click(), name);
    await page.waitForSelector(
      rooms.includes(name) ? `[data-view=${name}][aria-current]` : `#paneel[data-panel=${name}]`,
    );
  }
  await page.evaluate(() => {
    document.activeElement?.blur();
    document.documentElement.scrollTop = 0;
  });
}

/** A theme at a width, from the top down, as a small picture. */
export async function pictureOf(page, theme, width) {
  await page.select('#weergave', theme);
  await page.setViewport({ width, height: 900 });
  // What follows the width is drawn again.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const shot = await page.screenshot({
    clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
    captureBeyondViewport: true,
  });
  return smaller(shot);
}

export const launchChromium = async () => {
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars'],
  });
};

export async function takeAll(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  let size = 0;
  try {
    for (const view of views) {
      for (const language of ['nl', 'en']) {
        // Language and theme are kept between visits: each round begins as a first visit.
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport({ width: 1440, height: 900 });
        await page.goto(file);
        await page.waitForSelector('#zoek');
        await show(page, view);
        if (language === 'en') {
          await page.evaluate(() => document.querySelector('.header__settings button').click());
          await page.waitForSelector('html[lang=en]');
        }
        for (const theme of ['light', 'dark']) {
          for (const width of widths) {
            const picture = await pictureOf(page, theme, width);
            size += picture.length;
            writeFileSync(join(folder, `${view}-${width}-${theme}-${language}.png`), picture);
          }
        }
        await context.close();
      }
    }
    // Two for the README, at full width.
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(file);
    await page.waitForSelector('#zoek');
    for (const view of ['start', 'municipality']) {
      await show(page, view);
      const picture = smaller(await page.screenshot(), 1280, 64);
      size += picture.length;
      writeFileSync(join(folder, `readme-${view}.png`), picture);
    }
  } finally {
    await browser.close();
  }
  console.log(`${views.length * 12 + 2} screenshots, ${Math.round(size / 1000)} kB`);
  const kept = `${root}docs/screenshots`;
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  const names = compared.flatMap(([view, , width]) =>
    ['light', 'dark'].map((theme) => `${view}-${width}-${theme}-nl`),
  );
  for (const name of [...names, 'readme-start', 'readme-municipality'])
    copyFileSync(join(folder, `${name}.png`), join(kept, `${name}.png`));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await takeAll(process.argv[2] ?? `${root}build/screenshots`);
