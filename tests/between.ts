// Between two tests a worker hears its runner, which takes it for dead after a minute: a file of tests that each wait
// for a program would not let it.
import { afterEach } from 'vitest';

afterEach(
  () =>
    new Promise<void>((resolve) => {
      setImmediate(resolve);
    }),
);
