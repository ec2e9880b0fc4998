// Runs commands for the other scripts: output goes to the terminal, a failure ends the script.
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
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

/** Ends with one sentence that says what to do. @returns {never} */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
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

/**
 * Commands beside each other, as many at once as there are processors. What each says is printed whole once it
 * ends, so that it can be read; all are waited for, and the failure of any ends the script.
 *
 * @param {readonly {name: string, command: string, args: readonly string[], cwd?: string}[]} commands
 */
export async function beside(commands) {
  const waiting = [...commands];
  const failed = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { name, command, args, cwd = root } = next;
      const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = `> ${name} ${args.join(' ')}\n`;
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => (said += text));
      const code = await new Promise((resolve) => {
        child.on('error', resolve).on('close', resolve);
      });
      process.stdout.write(said);
      if (code !== 0) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (failed.length === 0) return;
  console.error(`\nMislukt: ${failed.join(', ')}`);
  process.exit(1);
}

/** A program of node_modules for `beside`, as `tool` takes it. */
export const toolBeside = (name, script, args) => ({
  name,
  command: process.execPath,
  args: [`${root}node_modules/${script}`, ...args],
});
