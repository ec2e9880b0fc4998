/** The rooms of the page, and beside them what can be done with the one in view. */
import { closePanel, openView, openerOf } from '../../page/navigation.ts';
import { files, panel, room, rooms, texts } from '../../state/page.ts';

function Action(props: { name: 'input' | 'share' | 'help'; text: string }) {
  const { name } = props;
  const open = panel.value !== null && openerOf(panel.value) === name;
  return (
    <li>
      <button
        type="button"
        class="actions__item"
        data-view={name}
        aria-expanded={open}
        onClick={() => {
          if (open) closePanel();
          else openView(name);
        }}
      >
        {props.text}
      </button>
    </li>
  );
}

/** Four rooms to be in, and the actions on what is in view. */
export function Navigation() {
  const t = texts.value;
  const count = files.value.length;
  return (
    <div class="bar">
      <div class="bar__inner">
        <nav class="navigation" aria-label={t.rooms}>
          <ul>
            {rooms.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  class="navigation__item"
                  data-view={name}
                  aria-current={room.value === name ? 'page' : undefined}
                  onClick={() => {
                    openView(name);
                  }}
                >
                  {t.viewNames[name]}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <section class="actions" aria-label={t.actions.label}>
          <ul>
            <Action name="input" text={t.actions.files(count)} />
            <Action name="share" text={t.viewNames.share} />
            <li>
              <button
                type="button"
                class="actions__item actions__item--print"
                data-testid="afdrukken"
                onClick={() => {
                  print();
                }}
              >
                {t.shell.print}
              </button>
            </li>
            <Action name="help" text={t.viewNames.help} />
          </ul>
        </section>
      </div>
    </div>
  );
}
