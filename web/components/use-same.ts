/** What is drawn in rows keeps its identity while it says the same: only what changed is drawn again. */
import { useRef } from 'preact/hooks';

/**
 * @param items with plain values in them; of two that have the same, the one that was there stays
 * @returns the list of before where every item in it is the same
 */
export function useSame<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const before = useRef<{ known: Map<string, { text: string; item: T }>; list: readonly T[] }>({
    known: new Map(),
    list: [],
  });
  const known = new Map(
    items.map((item) => {
      const text = JSON.stringify(item);
      const old = before.current.known.get(item.id);
      return [item.id, old?.text === text ? old : { text, item }];
    }),
  );
  const list = [...known.values()].map(({ item }) => item);
  const { list: old } = before.current;
  const same = old.length === list.length && list.every((item, at) => item === old[at]);
  before.current = { known, list: same ? old : list };
  return before.current.list;
}
