import { nl } from '../../texts/nl.ts';
import type { View } from '../../state.ts';

/** Whether a link names a view that there is. */
export const isView = (name: string): name is View => Object.hasOwn(nl.viewNames, name);
