/** Notice about the link with which the page was opened. */
import { linkNotice } from '../../state/address.ts';

/** What is to be said about a link that was opened. */
export function LinkNotice() {
  if (linkNotice.value === '') return null;
  return (
    <p class="problem no-print" role="status" data-testid="link-melding">
      {linkNotice.value}
    </p>
  );
}
