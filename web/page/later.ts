/**
 * What the first screen does without. It is read once that screen is drawn, or before it where the
 * address asks for more; the page has two scripts, so that opening waits for the first one only.
 */
import { signal } from '@preact/signals';

type Later = typeof import('../views/later.ts');

/** null: not read yet. */
export const later = signal<Later | null>(null);

/** Whether it cannot be read: the file was cut off or changed on its way here. */
export const laterFailed = signal(false);

export async function readLater(): Promise<void> {
  try {
    later.value ??= await import('../views/later.ts');
  } catch {
    laterFailed.value = true;
  }
}
