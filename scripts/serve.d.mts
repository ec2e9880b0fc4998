import type { ServerResponse } from 'node:http';

/** What is served; it may change meanwhile. */
export interface Host {
  site: string;
  /** Answers in its place; false where the folder is to answer after all. */
  instead?: ((path: string, response: ServerResponse) => boolean) | undefined;
}
export function serve(port: number): Promise<string>;
/** The same, with a way to stop it. */
export function serveSite(
  port: number,
  headersOf?: (path: string) => Readonly<Record<string, string>>,
  host?: Host,
): Promise<{ address: string; stop: () => Promise<void> }>;
