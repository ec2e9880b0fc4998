/** What stands in a room, one step away. */

/** Buttons that lead to the parts of a room; an address with a part's name would open another room. */
export function Contents(props: {
  label: string;
  parts: readonly { readonly id: string; readonly title: string }[];
}) {
  return (
    <nav class="contents no-print" aria-label={props.label}>
      <ul>
        {props.parts.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              class="link-button"
              data-to={id}
              onClick={() => {
                const part = document.getElementById(id);
                const folded = part?.closest('details');
                if (folded != null) folded.open = true;
                part?.setAttribute('tabindex', '-1');
                part?.focus({ preventScroll: true });
                part?.scrollIntoView({ block: 'start' });
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
