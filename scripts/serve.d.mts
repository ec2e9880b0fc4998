export function serve(port: number): Promise<string>;
/** The same, with a way to stop it. */
export function serveSite(
  port: number,
  headers?: Readonly<Record<string, string>>,
): Promise<{ address: string; stop: () => Promise<void> }>;
