// What waits, what was put aside and what was decided lately: a list each, to go through.
import type { ReactNode } from 'react';
import type { ApprovalItem } from '../../../shared/contracts/routes/approvals-routes.ts';
import { ProblemNotice } from '../../design/notice.tsx';
import { Tabs } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { idOf } from '../../live/approvals-data.ts';
import { DecidedList } from './decided-list.tsx';
import { choiceOf, isChosen, sameChoice } from './inbox-choice.ts';
import { InboxRow } from './inbox-row.tsx';
import { inboxWords } from './messages.ts';
import { NothingHere } from './nothing-here.tsx';
import type { InboxAddress, InboxState } from './use-inbox.ts';

interface InboxListsProps extends InboxAddress {
  readonly inbox: InboxState;
  readonly campaignsLink: (label: string) => ReactNode;
}

export function InboxLists({ inbox, list, onList, onChoose, campaignsLink }: InboxListsProps) {
  const say = useWords(inboxWords);
  const { waiting, aside, count, shown } = inbox;
  const rows = (of: 'waiting' | 'later', items: readonly ApprovalItem[]) => (
    <>
      {items.length === 0 && (
        <div className="inbox-small">
          <NothingHere list={of} campaignsLink={campaignsLink} />
        </div>
      )}
      <ul className="inbox-rows">
        {items.map((item) => (
          <InboxRow
            key={idOf(item)}
            item={item}
            isChosen={isChosen(item, shown)}
            onChoose={() => onChoose(choiceOf(item))}
          />
        ))}
      </ul>
    </>
  );
  return (
    <section className="inbox-list" aria-label={say('list')}>
      <header className="inbox-head">
        <h1>{say('title')}</h1>
      </header>
      <p className="visually-hidden" aria-live="polite">
        {inbox.said}
      </p>
      {inbox.problem !== undefined && <ProblemNotice error={inbox.problem} />}
      <Tabs
        label={say('lists')}
        selected={list}
        onSelect={onList}
        tabs={[
          { id: 'waiting', label: <Counted word="waiting" number={count} />, content: rows('waiting', waiting) },
          { id: 'later', label: <Counted word="later" number={aside.length} />, content: rows('later', aside) },
          {
            id: 'decided',
            label: say('decided'),
            content: <DecidedList isChosen={(choice) => sameChoice(choice, shown)} onChoose={onChoose} />,
          },
        ]}
      />
    </section>
  );
}

function Counted({ word, number }: { readonly word: 'waiting' | 'later'; readonly number: number }) {
  const say = useWords(inboxWords);
  return (
    <>
      {say(word)}
      {number > 0 && (
        <span className="inbox-count">
          <span aria-hidden="true">{number}</span>
          <span className="visually-hidden">
            {say(word === 'waiting' ? 'countWaiting' : 'countLater', { count: number })}
          </span>
        </span>
      )}
    </>
  );
}
