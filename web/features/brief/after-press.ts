// What appears beside a field moves all below it. Where the field is left by pressing a button, that must not move away before it is let go:
// the browser would not count it as pressed.
let isPressed = false;

if (typeof document !== 'undefined') {
  const note = (event: Event) => {
    isPressed = event.type === 'pointerdown';
  };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, note, { capture: true });
}

/** Runs at once, or where a pointer is pressed as soon as it is let go and what it pressed has been told. */
export function afterPress(run: () => void): void {
  if (isPressed) addEventListener('pointerup', () => setTimeout(run), { capture: true, once: true });
  else run();
}
