// Runs commands for the other scripts: output goes to the terminal, a failure ends the script.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether a program is on the path. */
export function has(program) {
  return spawnSync('sh', ['-c', `command -v "${program}"`], { stdio: 'ignore' }).status === 0;
}

/** @returns {boolean} whether the command ended well */
export function tries(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

export function run(command, args, options = {}) {
  if (tries(command, args, options)) return;
  console.error(`\nMislukt: ${command} ${args.join(' ')}`);
  process.exit(1);
}

/** A program of node_modules, started with this Node. */
export function tool(name, script, args, options = {}) {
  console.log(`> ${name} ${args.join(' ')}`);
  run(process.execPath, [`${root}node_modules/${script}`, ...args], options);
}
