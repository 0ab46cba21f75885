// What every dialog of a decision stands in.
import type { FormEvent, ReactNode } from 'react';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import type { HeldAnswer } from '../../live/held-answer.ts';
import { CopyWords } from './copy-words.tsx';
import type { Decide } from './use-decide.ts';

export interface DecisionDialogProps {
  readonly phase: Phase;
  readonly decide: Decide;
  /** What to say where the phase waits no more; it can then only be read and copied. */
  readonly overtaken: ReactNode;
  readonly onClose: () => void;
}

interface FrameProps extends Omit<DecisionDialogProps, 'phase'> {
  readonly title: string;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  /** What was typed. */
  readonly words: string;
  readonly children: ReactNode;
}

export function Frame({ title, submitLabel, decide, overtaken, words, onClose, onSubmit, children }: FrameProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!overtaken) onSubmit();
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {children}
        {overtaken || (decide.error && <ProblemNotice error={decide.error} />)}
        <div className="dialog-actions">
          <CancelButton onClick={onClose} />
          {overtaken ? (
            words.trim() && <CopyWords words={words} />
          ) : (
            <Button kind="primary" type="submit" working={decide.isPending}>
              {submitLabel}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

export interface TakenBackProps extends DecisionDialogProps {
  /** What was decided before and taken back: its words are there again. */
  readonly takenBack: HeldAnswer | undefined;
}
