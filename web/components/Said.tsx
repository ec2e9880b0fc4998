/** What has just come, said where it stands and aloud. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { announcement } from '../state/page.ts';

/** Its sentences: not what can be pressed or unfolded, and not what is said by itself. */
const sentencesOf = (box: HTMLElement): string =>
  [...box.querySelectorAll('p:not(.buttons), li')]
    .filter((each) => each.closest('details, [role=alert]') === null)
    .map((each) => each.textContent.trim())
    .filter((words) => words !== '')
    .join(' ');

/**
 * A live region that comes together with its words is not heard by every screen reader: the words go into
 * the one that is always there.
 */
export function Said(props: {
  class: string;
  testId: string;
  /** Outside what a page consists of, what it is called: a part that can be gone to. */
  label?: string;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const said = useRef('');
  useEffect(() => {
    const words = box.current === null ? '' : sentencesOf(box.current);
    if (words !== '' && words !== said.current) announcement.value = words;
    said.current = words;
  });
  return (
    <div
      ref={box}
      class={props.class}
      role={props.label === undefined ? undefined : 'region'}
      aria-label={props.label}
      data-testid={props.testId}
    >
      {props.children}
    </div>
  );
}
