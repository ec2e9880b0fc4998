// The command line as it is built, called in an empty folder.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/spreidingswijzer.mjs', import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));

export const call = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: folder });

export const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
