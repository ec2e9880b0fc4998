/** Finishes the folder of a site: its page is sealed, its service worker knows what belongs to it. */
export function finishSite(site: string, html: string): void;
