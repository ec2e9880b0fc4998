// Leaves out what Firefox need not run of a file, as engines.ts says; and holds engines.ts to the tests that there
// are: what it names is a test, and what Firefox leaves out is run by Chromium.
import { basename } from 'node:path';
import { getFullName, getTests } from '@vitest/runner/utils';
import { type RunnerTestFile, type RunnerTestCase } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';
import { inFirefox } from './engines.ts';

/** How the names begin of what Firefox runs of a file; undefined where it runs all of it. */
function wanted(path: string): string[] | undefined {
  const named = inFirefox[basename(path, '.test.ts')];
  return named === undefined ? undefined : Object.keys(named);
}

export default class EngineRunner extends VitestTestRunner {
  // What is asked for by name is run in every engine.
  readonly #isSplit =
    process.env['BROWSERS'] !== 'all' && this.config.testNamePattern === undefined;

  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    if (this.#isSplit && source === 'collect') {
      const names = wanted(path)?.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      this.config.testNamePattern =
        names && new RegExp(`^(?!.*\\bfirefox\\b)|\\bfirefox\\b.* (${names.join('|')})`, 'i');
    }
    return super.importFile(path, source);
  }

  onCollected(files: RunnerTestFile[]): void {
    if (!this.#isSplit) return;
    for (const file of files) {
      // The name of the file is the first of a full name.
      const tests = getTests(file).map(
        (test) => [` ${getFullName(test, ' ')}`, test.mode] as [string, RunnerTestCase['mode']],
      );
      for (const name of wanted(file.filepath) ?? [])
        if (!tests.some(([full]) => /firefox/i.test(full) && full.includes(` ${name}`)))
          throw new Error(`engines.ts names what is no test of ${file.name} in Firefox: ${name}`);
      for (const [full, mode] of tests) {
        const twin = full.replace(/firefox/i, 'chromium');
        if (
          mode === 'skip' &&
          twin !== full &&
          !tests.some(([is, how]) => is === twin && how === 'run')
        )
          throw new Error(`run by no engine: ${full}`);
      }
    }
  }
}
