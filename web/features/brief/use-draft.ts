// Nothing that was typed is lost: the form is kept in the browser at once, and as a draft at the server once it is a whole brief.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../live/api.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import { currentSession } from '../../live/session.ts';
import { onRetry } from '../../retry/retry-signal.ts';
import { type BriefForm, emptyForm, needsOf, toBrief } from './brief-form-state.ts';

export type SaveState = { readonly name: 'kept' | 'saving' | 'failed' } | { readonly name: 'saved'; readonly at: Date };

const patienceMilliseconds = 800;

/** Of one person: who signs in next in this browser finds nothing of it. */
const storageKey = (draftId: string | undefined) =>
  `astromedia.brief.${currentSession()?.user.id ?? 'nobody'}.${draftId ?? 'new'}`;

/** What was typed and is not at the server yet: of a draft, or of a new brief. */
export function readKeptForm(language: 'fr' | 'en', draftId?: string): BriefForm | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(draftId)) ?? 'null');
    return typeof kept === 'object' && kept !== null
      ? { ...emptyForm(language, navigator.language), ...kept }
      : undefined;
  } catch {
    return undefined; // kept by another version
  }
}

const keepForm = (draftId: string | undefined, form: BriefForm): void =>
  localStorage.setItem(storageKey(draftId), JSON.stringify(form));
const forgetForm = (draftId: string | undefined): void => localStorage.removeItem(storageKey(draftId));

interface Draft {
  readonly state: SaveState;
  /** Saves what is still to be saved and yields the draft's id. Rejects when the server refuses it. */
  readonly save: () => Promise<string>;
}

interface DraftOptions {
  readonly form: BriefForm;
  readonly draftId: string | undefined;
  /** Whether the server has the form as it is at first. */
  readonly isSaved: boolean;
  readonly onDraft: (id: string) => void;
}

export function useDraft({ form, draftId, isSaved, onDraft }: DraftOptions): Draft {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>({ name: 'kept' });
  const known = useRef({ id: draftId, saved: isSaved ? JSON.stringify(form) : '', form });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  known.current.form = form;

  const saveNow = async (): Promise<string> => {
    const { id, saved, form: latest } = known.current;
    const text = JSON.stringify(latest);
    if (id && saved === text) return id;
    setState({ name: 'saving' });
    const brief = toBrief(latest);
    const campaign = id
      ? await api.call('changeCampaign', { params: { campaignId: id }, body: brief })
      : await api.call('createCampaign', { body: { ...brief, launch: false } });
    known.current.id = campaign.id;
    known.current.saved = text;
    forgetForm(id);
    if (known.current.form !== latest) keepForm(campaign.id, known.current.form);
    if (!id) onDraft(campaign.id);
    setState({ name: 'saved', at: new Date() });
    void queries.invalidateQueries({ queryKey: campaignKeys.lists });
    void queries.invalidateQueries({ queryKey: campaignKeys.detail(campaign.id) });
    return campaign.id;
  };
  /** One after the other: two saves at once would make two drafts. */
  const save = (): Promise<string> => {
    const next = queue.current.then(saveNow, saveNow);
    queue.current = next.catch(() => setState({ name: 'failed' }));
    return next;
  };
  const saver = useRef(save);
  saver.current = save;

  // What could not be saved is saved once the server, or the session, is back.
  const hasFailed = state.name === 'failed';
  useEffect(() => (hasFailed ? onRetry(() => void saver.current().catch(() => undefined)) : undefined), [hasFailed]);

  useEffect(() => {
    if (known.current.saved !== JSON.stringify(form)) keepForm(known.current.id, form);
    if (Object.keys(needsOf(form)).length > 0) return;
    if (known.current.id && known.current.saved === JSON.stringify(form)) return;
    const timer = setTimeout(() => void saver.current().catch(() => undefined), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [form]);

  return { state, save };
}
