/** What only the site has: the single file beside it, and a service worker for use without a network. */

/** The single file as the build described it; null inside that file itself. */
export interface SingleFile {
  readonly sha256: string;
  readonly kilobytes: number;
}

const metaContent = (name: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

export function singleFile(): SingleFile | null {
  const described = /^([0-9a-f]{64}) (\d+)$/.exec(metaContent('single-file') ?? '');
  const [, sha256, kilobytes] = described ?? [];
  return sha256 === undefined ? null : { sha256, kilobytes: Number(kilobytes) };
}

/** Keeps the site for the next visit, also without a network. From file:// there is nothing to keep. */
export function keepForOffline(): void {
  if (singleFile() === null || !('serviceWorker' in navigator)) return;
  // Refused where a browser or an administrator allows none: then the site works with a network only.
  navigator.serviceWorker.register(boot.scriptAddress('service-worker.js')).catch(() => undefined);
}
