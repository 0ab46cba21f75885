// Notices outside of the page, where the person wants them and the browser lets us: something waits for a decision.
import { useSyncExternalStore } from 'react';
import { createListeners } from './listeners.ts';

const notifyKey = 'astromedia.notify';
const { listen, tell } = createListeners();
/** Whether the person asked to be told outside of the page, and the browser lets us. */
const wantsNotices = (): boolean =>
  'Notification' in globalThis && Notification.permission === 'granted' && localStorage.getItem(notifyKey) === 'yes';
export const useWantsNotices = (): boolean => useSyncExternalStore(listen, wantsNotices);

/** Asks the browser where it must be asked; answers with whether notices come from now on. */
export async function chooseNotices(wanted: boolean): Promise<boolean> {
  if (wanted && 'Notification' in globalThis) await Notification.requestPermission();
  localStorage.setItem(notifyKey, wanted ? 'yes' : 'no');
  tell();
  return wantsNotices();
}

export function showNotice(title: string, body: string, onOpen: () => void): void {
  if (!wantsNotices() || document.visibilityState === 'visible') return;
  const notice = new Notification(title, { body, tag: title });
  notice.onclick = () => {
    focus();
    onOpen();
    notice.close();
  };
}
