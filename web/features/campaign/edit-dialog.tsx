// The output of a phase as a form in its own structure, with what was changed beside it.
import { diffWords } from 'diff';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { jsonPointer } from '../../../shared/contracts/problems.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import type { HeldAnswer } from '../../live/held-answer.ts';
import { checkOutput } from './check-output.ts';
import { CopyWords } from './copy-words.tsx';
import { usePathTitle } from './field-names.ts';
import { type Change, changesBetween, type Json } from './json-edit.ts';
import { shapeOf } from './json-schema.ts';
import { OutputFields } from './output-fields.tsx';
import type { FieldErrors } from './output-leaf.tsx';
import { nameOf } from './phase-names.ts';
import type { Decide } from './use-decide.ts';
import { writeWords } from './write-messages.ts';

interface EditDialogProps {
  readonly phase: Phase;
  readonly output: unknown;
  readonly decide: Decide;
  readonly overtaken: ReactNode;
  /** What was decided before and taken back: its changes are there again. */
  readonly takenBack: HeldAnswer | undefined;
  readonly onClose: () => void;
}

export default function EditDialog({ phase, output, decide, overtaken, takenBack, onClose }: EditDialogProps) {
  const say = useWords(writeWords);
  // As it was when the dialog opened: an attempt that comes meanwhile does not change what is edited.
  const [original] = useState(output as Json);
  const [edited, setEdited] = useState(() =>
    takenBack?.kind === 'approve' && takenBack.editedData ? (takenBack.editedData as Json) : original,
  );
  const [errors, setErrors] = useState<FieldErrors>({});
  const shape = useMemo(() => shapeOf(phase.agent), [phase.agent]);
  const changes = changesBetween(original, edited);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (overtaken) return;
    const { data, errors: found } = checkOutput(phase.agent, edited);
    setErrors(found);
    if (data) decide.mutate({ kind: 'approve', editedData: edited as Record<string, unknown> });
  };
  return (
    <Dialog title={say('editTitle', { name: nameOf(phase) })} open wide onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p className="soft">{say('editText')}</p>
        <div className="edit">
          <div className="edit-fields">
            <OutputFields value={edited} shape={shape} errors={errors} onChange={setEdited} />
          </div>
          <aside className="edit-changes" aria-live="polite">
            <h3>{say('changes', { count: changes.length })}</h3>
            <Diffs changes={changes} />
          </aside>
        </div>
        {overtaken || (decide.error && <ProblemNotice error={decide.error} />)}
        <div className="dialog-actions dialog-actions-kept">
          <CancelButton onClick={onClose} />
          {overtaken ? (
            <CopyWords words={changes.map(({ after }) => after).join('\n\n')} />
          ) : (
            <Button kind="primary" type="submit" working={decide.isPending} disabled={changes.length === 0}>
              {say('saveApprove')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function Diffs({ changes }: { readonly changes: readonly Change[] }) {
  const titleOf = usePathTitle();
  return (
    <ul className="edit-diffs">
      {changes.map(({ path, before, after }) => (
        <li key={jsonPointer(path)}>
          <p className="small soft">{titleOf(path)}</p>
          <p>
            {diffWords(before, after).map(({ value, added, removed }, place) => {
              const Mark = added ? 'ins' : removed ? 'del' : 'span';
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
              return <Mark key={place}>{value}</Mark>;
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
