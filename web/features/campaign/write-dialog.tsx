// What an agent could not make, written by a person: from nothing, or from the last answer of a model that did not fit.
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import type { HeldAnswer } from '../../live/held-answer.ts';
import { checkOutput } from './check-output.ts';
import { CopyWords } from './copy-words.tsx';
import type { Json } from './json-edit.ts';
import { emptyOf, fittedAnswer, shapeOf } from './json-schema.ts';
import { OutputFields } from './output-fields.tsx';
import type { FieldErrors } from './output-leaf.tsx';
import { nameOf } from './phase-names.ts';
import type { Decide } from './use-decide.ts';
import { writeWords } from './write-messages.ts';

interface WriteDialogProps {
  readonly phase: Phase;
  readonly lastAnswer: unknown;
  readonly decide: Decide;
  readonly overtaken: ReactNode;
  /** What was decided before and taken back. */
  readonly takenBack: HeldAnswer | undefined;
  readonly onClose: () => void;
}

export default function WriteDialog({ phase, lastAnswer, decide, overtaken, takenBack, onClose }: WriteDialogProps) {
  const say = useWords(writeWords);
  const shape = useMemo(() => shapeOf(phase.agent), [phase.agent]);
  const [written, setWritten] = useState<Json>(() => {
    if (takenBack?.kind === 'write') return takenBack.output as Json;
    return lastAnswer === undefined ? emptyOf(shape) : fittedAnswer(lastAnswer, shape);
  });
  const [errors, setErrors] = useState<FieldErrors>({});
  const count = Object.keys(errors).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (overtaken) return;
    const { data, errors: found } = checkOutput(phase.agent, written);
    setErrors(found);
    if (data) decide.mutate({ kind: 'write', output: data });
  };
  return (
    <Dialog title={say('writeTitle', { name: nameOf(phase) })} open wide onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p className="soft">{say(lastAnswer === undefined ? 'writeText' : 'writeFrom')}</p>
        {count > 0 && <Notice tone="fail" title={say('writeMissing', { count })} />}
        <div className="edit-fields">
          <OutputFields value={written} shape={shape} errors={errors} onChange={setWritten} />
        </div>
        {overtaken || (decide.error && <ProblemNotice error={decide.error} />)}
        <div className="dialog-actions dialog-actions-kept">
          <CancelButton onClick={onClose} />
          {overtaken ? (
            <CopyWords words={JSON.stringify(written, null, 2)} />
          ) : (
            <Button kind="primary" type="submit" working={decide.isPending}>
              {say('writeSave')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
