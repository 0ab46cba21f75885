// What waits, which of it is read, and where it goes on from there.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { afterDialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { snooze, useApprovals } from '../../live/approvals-data.ts';
import { choiceOf, type InboxChoice, type InboxList, isChosen } from './inbox-choice.ts';
import { inboxWords } from './messages.ts';

export interface InboxAddress {
  readonly list: InboxList;
  readonly onList: (list: InboxList) => void;
  readonly chosen: InboxChoice | undefined;
  readonly onChoose: (choice: InboxChoice | undefined) => void;
}

export type InboxState = ReturnType<typeof useInbox>;

export function useInbox({ list, onList, chosen, onChoose }: InboxAddress) {
  const say = useWords(inboxWords);
  const queries = useQueryClient();
  const { query, waiting, aside, count } = useApprovals();
  const items = list === 'later' ? aside : waiting;
  // What is read stays, though somebody else decides about it meanwhile: it may have words in it that are not sent yet.
  const [kept, setKept] = useState<InboxChoice>();
  if (list === 'waiting' && !kept && items[0]) setKept(choiceOf(items[0]));
  const shown = chosen ?? (list === 'waiting' ? kept : undefined);
  const shownItem = [...waiting, ...aside].find((item) => isChosen(item, shown));
  const pane = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const read = useCallback(() => pane.current?.querySelector('h2')?.focus(), []);
  // What was gone on to is read when it is drawn: it may still have to come, and the dialog that decided is closed by then.
  const isAwaited = useRef(false);
  const readAwaited = useCallback(() => {
    if (isAwaited.current) afterDialog(read);
    isAwaited.current = false;
  }, [read]);
  const place = items.findIndex((item) => isChosen(item, shown));

  return {
    ...{ query, waiting, aside, count, shown, shownItem, pane, said, problem, readAwaited },
    step: (by: number) => {
      const next = items[Math.max(0, Math.min(items.length - 1, place + by))];
      if (next) onChoose(choiceOf(next));
    },
    open: () => {
      if (shown) onChoose(shown);
      requestAnimationFrame(read);
    },
    goOn,
    putAside: (until: Date | null) => {
      if (!shownItem) return;
      setProblem(undefined);
      // Marked at once: what is put aside is not among those to go on to.
      snooze(queries, shownItem, until?.toISOString() ?? null).catch(setProblem);
      if (until) goOn();
      else onList('waiting');
    },
  };

  /** On to the next of the list: what is read is done with. */
  function goOn(): void {
    const left = items.filter((item) => !isChosen(item, shown));
    const next = left[Math.min(Math.max(place, 0), left.length - 1)];
    const choice = next && choiceOf(next);
    setSaid(next ? say('decidedNext', { left: left.length }) : say('decidedLast'));
    setKept(choice);
    onChoose(choice);
    isAwaited.current = next !== undefined;
  }
}
