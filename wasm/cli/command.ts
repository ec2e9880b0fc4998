/** A command of the command line: its help, and what it does. `main.ts` answers --help and --version. */
import type { Core } from '../index.ts';

export interface Command {
  readonly help: string;
  /** @returns the exit status: 0, or 1 with findings of severity error */
  run(core: Core, args: string[]): number | Promise<number>;
}
