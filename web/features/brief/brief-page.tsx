// The brief in five short steps, with what the agents will read beside it.
import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, ClipboardPaste } from 'lucide-react';
import { type FormEvent, lazy, type MouseEvent, Suspense, useEffect, useRef, useState } from 'react';
import type { BriefInput } from '../../../shared/contracts/brief.ts';
import { Button } from '../../design/button.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { time } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { afterPress } from './after-press.ts';
import './brief.css';
import {
  type BriefField,
  type BriefForm,
  type BriefStep,
  briefSteps,
  emptyForm,
  fieldsOfStep,
  needsOf,
  stepOfField,
  toBrief,
  toForm,
} from './brief-form-state.ts';
import { BriefPreview } from './brief-preview.tsx';
import { BriefReview } from './brief-review.tsx';
import { BriefSteps, type StepLink } from './brief-steps.tsx';
import { briefWords } from './messages.ts';
import { MissingFields } from './missing-fields.tsx';
import { StepFields } from './step-fields.tsx';
import { useDraft } from './use-draft.ts';

interface BriefPageProps {
  readonly step: BriefStep;
  readonly draftId: string | undefined;
  readonly initial: BriefForm;
  /** Whether the server has the form as it is at first. */
  readonly isSaved: boolean;
  readonly sampleBrief: BriefInput;
  readonly onStep: (step: BriefStep) => void;
  readonly onDraft: (id: string) => void;
  readonly onLaunched: (campaignId: string) => void;
  readonly stepLink: StepLink;
}

/** What could not be read in the brief, and the field that answers it. */
interface Asked {
  readonly field: BriefField;
  readonly question: string;
}

// Few briefs are pasted: its reader comes when it is asked for.
const PasteDialog = lazy(() => import('./pasted/paste-dialog.tsx'));

/** The field that is left shows its error, and would move the button from under the pointer before it is let go: the press would be lost. */
const keepField = (event: MouseEvent) => event.preventDefault();

export function BriefPage({
  step,
  draftId,
  initial,
  isSaved,
  sampleBrief,
  onStep,
  onDraft,
  onLaunched,
  stepLink,
}: BriefPageProps) {
  const say = useWords(briefWords);
  const [form, setForm] = useState(initial);
  const [shown, setShown] = useState<ReadonlySet<BriefField>>(new Set());
  const [summary, setSummary] = useState<readonly BriefField[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const summaryBox = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const [isPasting, setPasting] = useState(false);
  const draft = useDraft({ form, draftId, isSaved, onDraft });
  const needs = needsOf(form);
  const position = briefSteps.indexOf(step);
  const title = form.name.trim() || say('title');
  usePageTitle(title);

  const launch = useMutation({
    mutationFn: async () => {
      const campaignId = await draft.save();
      await api.call('launchCampaign', { params: { campaignId } });
      return campaignId;
    },
    onSuccess: onLaunched,
  });

  const change = (changes: Partial<BriefForm>) => setForm((known) => ({ ...known, ...changes }));
  const leave = (field: BriefField) => afterPress(() => setShown((known) => new Set([...known, field])));
  const go = (next: BriefStep | undefined) => {
    if (!next) return;
    setSummary([]);
    setAsked(undefined);
    onStep(next);
  };
  const answer = (question: Asked) => {
    openField(question.field);
    setAsked(question);
  };
  const missingIn = (steps: readonly BriefStep[]) =>
    steps.flatMap((name) => fieldsOfStep[name]).filter((field) => needs[field]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isLast = step === 'review';
    const missing = missingIn(isLast ? briefSteps : [step]);
    setShown((known) => new Set([...known, ...missing]));
    setSummary(missing);
    if (missing.length > 0) return requestAnimationFrame(() => summaryBox.current?.focus());
    if (isLast) launch.mutate();
    else go(asked ? 'review' : briefSteps[position + 1]);
  };

  // A new step begins at its heading, but the first one of a visit takes nobody's focus.
  const visited = useRef(step);
  useEffect(() => {
    if (visited.current !== step) heading.current?.focus();
    visited.current = step;
  }, [step]);
  useEffect(() => {
    const back = (event: KeyboardEvent) => {
      const previous = briefSteps[position - 1];
      if (!event.altKey || event.key !== 'ArrowLeft' || !previous) return;
      event.preventDefault();
      onStep(previous);
    };
    addEventListener('keydown', back);
    return () => removeEventListener('keydown', back);
  }, [position, onStep]);

  const openField = (field: BriefField) => {
    go(stepOfField(field));
    setTimeout(() => document.getElementById(`brief-${field}`)?.focus(), 50);
  };
  const errorOf = (field: BriefField) => {
    const need = needs[field];
    return need && shown.has(field) ? say(need) : undefined;
  };

  const isBlank = !form.name && !form.companyName;
  const fields = <StepFields step={step} form={form} change={change} leave={leave} errorOf={errorOf} />;

  return (
    <div className="page brief">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="small soft" role="status">
          {draft.state.name === 'saved' && say('savedAt', { time: time(draft.state.at) })}
          {draft.state.name === 'saving' && say('saving')}
          {draft.state.name === 'failed' && say('saveFailed')}
          {draft.state.name === 'kept' && !draftId && say('keptHere')}
        </p>
      </header>
      <BriefSteps step={step} isComplete={(name) => missingIn([name]).length === 0} stepLink={stepLink} />
      <form className="brief-form" onSubmit={submit} noValidate>
        <div className="brief-title">
          <h2 ref={heading} tabIndex={-1}>
            {say(step)}
          </h2>
          <span className="small soft">{say('stepOf', { step: position + 1, steps: briefSteps.length })}</span>
        </div>
        {position === 0 && (
          <div className="button-row">
            <Button icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setPasting(true)}>
              {say('paste')}
            </Button>
            {!draftId && (
              <Button
                kind="quiet"
                onClick={() => setForm(isBlank ? toForm(sampleBrief) : emptyForm(form.language, navigator.language))}
              >
                {say(isBlank ? 'useSample' : 'clear')}
              </Button>
            )}
          </div>
        )}
        {summary.length > 0 && (
          <div ref={summaryBox} tabIndex={-1}>
            <MissingFields fields={summary} needs={needs} onOpen={openField} />
          </div>
        )}
        {asked && <Notice tone="retry">{asked.question}</Notice>}
        {step === 'review' && missingIn(briefSteps).length === 0 ? (
          <BriefReview brief={toBrief(form)} onAnswer={answer}>
            {fields}
          </BriefReview>
        ) : (
          fields
        )}
        {launch.error && <ProblemNotice error={launch.error} />}
        <div className="brief-actions">
          {position > 0 && (
            <Button
              icon={<ArrowLeft aria-hidden="true" />}
              onMouseDown={keepField}
              onClick={() => go(briefSteps[position - 1])}
            >
              {say('back')}
            </Button>
          )}
          <Button kind="primary" type="submit" working={launch.isPending} onMouseDown={keepField}>
            {say(step === 'review' ? 'launch' : asked ? 'backToLaunch' : 'next')}
          </Button>
        </div>
      </form>
      <BriefPreview form={form} />
      <Suspense>{isPasting && <PasteDialog form={form} onTake={change} onClose={() => setPasting(false)} />}</Suspense>
    </div>
  );
}
