/** Tour of the page in a few steps. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Room, rooms, show, texts } from '../../state/page.ts';
import './tour.css';

/** Number of the step that is shown; null: no tour. */
export const tour = signal<number | null>(null);

const steps: readonly {
  readonly what: 'search' | 'round' | Exclude<Room, 'municipality'> | 'files' | 'share';
  readonly room: Room;
  /** What the step is about, outlined while it is shown. */
  readonly target: string;
}[] = [
  { what: 'search', room: 'municipality', target: '.search' },
  { what: 'round', room: 'municipality', target: '.round' },
  ...rooms
    .filter((room) => room !== 'municipality')
    .map((room) => ({ what: room, room, target: `.navigation [data-view=${room}]` })),
  { what: 'files', room: 'municipality', target: '.actions [data-view=input]' },
  { what: 'share', room: 'municipality', target: '.actions [data-view=share]' },
];

export function startTour(): void {
  tour.value = 0;
}

/** A few steps through the page; it never starts by itself and stops with Escape. */
export function Tour() {
  const t = texts.value.help;
  const box = useRef<HTMLDivElement>(null);
  const at = tour.value;
  const step = at === null ? undefined : steps[at];
  useEffect(() => {
    if (step === undefined) return;
    show(step.room);
    // After the view has been drawn.
    const timer = setTimeout(() => {
      const target = document.querySelector(step.target);
      target?.classList.add('tour-target');
      target?.scrollIntoView({ block: 'center' });
      box.current?.focus({ preventScroll: true });
    });
    return () => {
      clearTimeout(timer);
      document.querySelector('.tour-target')?.classList.remove('tour-target');
    };
  }, [step]);
  if (at === null || step === undefined) return null;
  const stop = (): void => {
    tour.value = null;
    document.getElementById('inhoud')?.focus();
  };
  const last = at === steps.length - 1;
  return (
    <div
      ref={box}
      class="tour"
      role="dialog"
      aria-labelledby="rondleiding-titel"
      aria-describedby="rondleiding-tekst"
      tabIndex={-1}
      data-testid="rondleiding"
      onKeyDown={(event) => {
        if (event.key === 'Escape') stop();
      }}
    >
      <p id="rondleiding-titel" class="tour__title">
        {t.tourTitle(at + 1, steps.length)}
      </p>
      <p id="rondleiding-tekst">{t.tour[step.what]}</p>
      <div class="buttons">
        {at > 0 && (
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              tour.value = at - 1;
            }}
          >
            {t.tourBack}
          </button>
        )}
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="rondleiding-verder"
          onClick={() => {
            if (last) stop();
            else tour.value = at + 1;
          }}
        >
          {last ? t.tourEnd : t.tourNext}
        </button>
        {!last && (
          <button type="button" class="utrecht-button utrecht-button--subtle" onClick={stop}>
            {t.tourStop}
          </button>
        )}
      </div>
    </div>
  );
}
