// Runs commands for the other scripts: output goes to the terminal, a failure ends the script.
import { spawn, spawnSync } from 'node:child_process';
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
 * Programs of node_modules beside each other, as `tool` takes them. What each says is printed whole once it
 * ends, so that it can be read; all are waited for, and the failure of any ends the script.
 */
export async function toolsBeside(...tools) {
  const failed = await Promise.all(
    tools.map(
      ([name, script, args]) =>
        new Promise((resolve) => {
          const child = spawn(process.execPath, [`${root}node_modules/${script}`, ...args], {
            cwd: root,
            stdio: ['ignore', 'pipe', 'pipe'],
          });
          let said = `> ${name} ${args.join(' ')}\n`;
          for (const stream of [child.stdout, child.stderr])
            stream.setEncoding('utf8').on('data', (text) => (said += text));
          child.on('close', (code) => {
            process.stdout.write(said);
            resolve(code === 0 ? [] : [name]);
          });
        }),
    ),
  );
  if (failed.flat().length === 0) return;
  console.error(`\nMislukt: ${failed.flat().join(', ')}`);
  process.exit(1);
}
