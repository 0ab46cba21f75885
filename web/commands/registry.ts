// Everything that can be done by a key: the page that is shown says what it can do, and one handler, one palette and one sheet read it.
import { useEffect, useId, useSyncExternalStore } from 'react';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Under which the sheet lists it. */
  readonly group: string;
  /** `j`, `g a` (one after the other), `mod+k` (Ctrl or Cmd); none for what only the palette offers. */
  readonly keys?: string;
  /** Further words to find it by. */
  readonly also?: string;
  readonly run: () => void;
}

const mounted = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
let known: readonly Command[] = [];

/** What a page, or a part of it, can do for as long as it is shown. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  useEffect(() => {
    mounted.set(owner, commands);
    tell();
    return () => {
      mounted.delete(owner);
      tell();
    };
  });
}

function tell(): void {
  known = [...mounted.values()].flat();
  for (const listener of listeners) listener();
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useAllCommands = (): readonly Command[] => useSyncExternalStore(listen, () => known);

/** The one command that keys stand for. Of several, that of the part which was shown last: an inner one comes before the page around it. */
export const commandFor = (commands: readonly Command[], keys: string): Command | undefined =>
  commands.findLast((command) => command.keys === keys);

export const beginsSequence = (commands: readonly Command[], key: string): boolean =>
  commands.some(({ keys }) => keys?.startsWith(`${key} `));

const sequenceMilliseconds = 1200;
/** What is pressed by Enter itself: whoever has come to a button by Tab means that button. */
const pressable = 'button, a[href], summary, input, [role="button"], [role="link"], [role="tab"], [role="option"]';
const writing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/** Runs commands by their keys; single keys never while somebody types or answers a dialog. */
export function useCommandKeys(): void {
  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || event.altKey) return;
      const isMod = event.ctrlKey || event.metaKey;
      const isWriting = event.target instanceof Element && event.target.closest(writing) !== null;
      if (!isMod && isWriting) return;
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest(pressable)) return;
      const key = isMod ? `mod+${event.key.toLowerCase()}` : event.key;
      const command = commandFor(known, first ? `${first} ${key}` : key) ?? commandFor(known, key);
      clearTimeout(timer);
      first = '';
      if (command) {
        event.preventDefault();
        command.run();
      } else if (!isMod && beginsSequence(known, key)) {
        first = key;
        timer = setTimeout(() => {
          first = '';
        }, sequenceMilliseconds);
      }
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
      clearTimeout(timer);
    };
  }, []);
}
