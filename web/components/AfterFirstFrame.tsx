/** What stands below the first screen: drawn one frame later, so that what a person came for does not wait for it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function AfterFirstFrame(props: { children: ComponentChildren }) {
  const [isDrawn, setDrawn] = useState(false);
  // An effect comes after the frame of what was drawn.
  useEffect(() => {
    setDrawn(true);
  }, []);
  return isDrawn ? <>{props.children}</> : null;
}
