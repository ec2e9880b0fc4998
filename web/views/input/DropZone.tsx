/** Place to drop, choose or paste files and tables. */
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { load, paste } from '../../state/inputs.ts';
import { texts } from '../../state/page.ts';

/** What to do next, where the browser keeps the clipboard to itself. */
const pasteAdvice = signal<'none' | 'now' | 'empty'>('none');

function take(data: DataTransfer): void {
  pasteAdvice.value = 'none';
  void paste({
    files: [...data.files],
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
  });
}

/** What can be read, as a chooser of files wants it. */
export const fileTypes =
  '.csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods,.html,.htm,.xml,.json,text/csv,text/plain';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Reads the clipboard, where the browser allows it; else says which keys do. */
async function readClipboard(field: HTMLTextAreaElement | null): Promise<void> {
  try {
    // Not there in every browser, whatever its type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) throw new Error('no clipboard');
    const items = await clipboard.read();
    const read = async (type: string): Promise<string> => {
      const item = items.find(({ types }) => types.includes(type));
      return item === undefined ? '' : (await item.getType(type)).text();
    };
    const [html, text] = [await read('text/html'), await read('text/plain')];
    pasteAdvice.value = html === '' && text === '' ? 'empty' : 'none';
    await paste({ files: [], html, text });
  } catch {
    pasteAdvice.value = 'now';
    field?.focus();
  }
}

/** One place for everything: files dropped or chosen, and tables pasted. */
export function DropZone() {
  const t = texts.value.input;
  const field = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(false);
  const [typed, setTyped] = useState('');
  // Ctrl+V works anywhere on this view, not only in the field.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isField(event.target) || event.clipboardData === null) return;
      event.preventDefault();
      take(event.clipboardData);
    };
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('paste', onPaste);
    };
  }, []);
  return (
    <div
      class={over ? 'drop drop--over' : 'drop'}
      data-testid="neerzetten"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer !== null) take(event.dataTransfer);
      }}
    >
      <label class="utrecht-form-label" for="bestanden">
        {t.drop}
      </label>
      <p id="bestanden-uitleg">{t.dropHint}</p>
      <input
        id="bestanden"
        type="file"
        multiple
        accept={fileTypes}
        aria-describedby="bestanden-uitleg"
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void load(chosen);
        }}
      />
      <label class="utrecht-form-label drop__paste" for="plakken">
        {t.pasteLabel}
      </label>
      <p id="plakken-uitleg">{t.pasteHint}</p>
      <textarea
        ref={field}
        id="plakken"
        class="utrecht-textbox utrecht-textbox--html-textarea drop__field"
        rows={2}
        spellcheck={false}
        value={typed}
        aria-describedby="plakken-uitleg"
        onInput={(event) => {
          setTyped(event.currentTarget.value);
        }}
        onPaste={(event) => {
          if (event.clipboardData === null) return;
          // Nothing of what was copied enters the page itself.
          event.preventDefault();
          take(event.clipboardData);
        }}
      />
      <p class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => void readClipboard(field.current)}
        >
          {t.paste}
        </button>
        {typed.trim() !== '' && (
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={() => {
              setTyped('');
              void paste({ files: [], html: '', text: typed });
            }}
          >
            {t.useText}
          </button>
        )}
        <span role="status">
          {pasteAdvice.value === 'now' && t.pasteNow}
          {pasteAdvice.value === 'empty' && t.pasteEmpty}
        </span>
      </p>
    </div>
  );
}
