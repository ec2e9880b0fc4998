// Asking a service patiently: pages followed, refusals waited out, what came in kept for next time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as waits } from 'node:timers/promises';

const mostTries = 6;
const mostPages = 2_000;

export class ServiceFault extends Error {
  /** @param {number | null} status */
  constructor(message, status = null) {
    super(message);
    this.status = status;
  }
}

/** Writes a file whole or not at all. */
export function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}

/** Seconds or a date, as a service says it may be asked again. */
function retryAfter(response, otherwise) {
  const said = response.headers.get('retry-after');
  if (said === null) return otherwise;
  const seconds = Number(said);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), 120_000) : otherwise;
}

async function askOnce(url) {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(60_000),
  });
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel();
    const fault = new ServiceFault(`${url}: antwoord ${response.status}`, response.status);
    return { fault, wait: retryAfter(response, null) };
  }
  if (!response.ok) throw new ServiceFault(`${url}: antwoord ${response.status}`, response.status);
  const text = await response.text();
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    return { fault: new ServiceFault(`${url}: het antwoord is afgebroken`), wait: null };
  }
}

/**
 * One answer as JSON. Refusals (429, 5xx), broken connections and truncated answers are tried again;
 * any other refusal is a fault at once.
 */
async function ask(url, { log, pause }) {
  let last = new ServiceFault(`${url}: geen antwoord`);
  for (let attempt = 0; attempt < mostTries; ++attempt) {
    let wait = pause * 2 ** attempt;
    try {
      const answer = await askOnce(url);
      if (answer.fault === undefined) return answer;
      last = answer.fault;
      wait = answer.wait ?? wait;
    } catch (fault) {
      if (fault instanceof ServiceFault) throw fault;
      last = new ServiceFault(`${url}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
    if (attempt + 1 < mostTries) {
      log(`  ${last.message}; opnieuw over ${Math.ceil(wait / 1000)} s`);
      await waits(wait);
    }
  }
  throw last;
}

/**
 * All rows of a question, page after page. A page that came in before, of the same version of the
 * table, is read from `cache` and not asked again.
 * @param {string} url
 * @param {{ log: (line: string) => void, pause: number, cache: string, version: string }} how
 */
export async function allRows(url, how) {
  const rows = [];
  let next = url;
  for (let page = 1; next !== undefined; ++page) {
    if (page > mostPages) throw new ServiceFault(`${url}: meer dan ${mostPages} bladzijden`);
    const key = createHash('sha256').update(`${how.version}\n${next}`).digest('hex').slice(0, 32);
    const kept = join(how.cache, `${key}.json`);
    let json;
    if (existsSync(kept)) {
      json = JSON.parse(readFileSync(kept, 'utf8'));
    } else {
      const answer = await ask(next, how);
      json = answer.json;
      if (Array.isArray(json?.value)) writeWhole(kept, answer.text);
    }
    if (!Array.isArray(json?.value)) throw new ServiceFault(`${next}: geen lijst met rijen`);
    rows.push(...json.value);
    next = json['@odata.nextLink'] ?? json['odata.nextLink'];
    if (next !== undefined) next = new URL(next, url).href;
  }
  return rows;
}

/** One object that is not paged. */
export const oneObject = async (url, how) => (await ask(url, how)).json;
