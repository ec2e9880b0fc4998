import { Findings, Own } from './Own.tsx';

/** A person's own files and numbers, and what was found in them. */
export function InputView() {
  return (
    <>
      <Own />
      <Findings />
    </>
  );
}
