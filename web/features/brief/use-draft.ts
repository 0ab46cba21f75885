// Nothing that was typed is lost: the form is kept in the browser at once, and as a draft at the server once it is a whole brief.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../live/api.ts';
import { campaignKeys } from '../../live/campaign-data.ts';
import { type BriefForm, emptyForm, needsOf, toBrief } from './brief-form.ts';

export type SaveState = { readonly name: 'kept' | 'saving' | 'failed' } | { readonly name: 'saved'; readonly at: Date };

const storageKey = 'astromedia.brief';
const patienceMilliseconds = 800;

export function readKeptForm(language: 'fr' | 'en'): BriefForm {
  const blank = emptyForm(language);
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...blank, ...kept } : blank;
  } catch {
    return blank; // kept by another version, or not at all
  }
}

export const forgetKeptForm = (): void => localStorage.removeItem(storageKey);

interface Draft {
  readonly state: SaveState;
  /** Saves what is still to be saved and yields the draft's id. Rejects when the server refuses it. */
  readonly save: () => Promise<string>;
}

export function useDraft(form: BriefForm, draftId: string | undefined, onDraft: (id: string) => void): Draft {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>({ name: 'kept' });
  const known = useRef({ id: draftId, saved: draftId ? JSON.stringify(form) : '', form });
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

  useEffect(() => {
    if (!draftId) localStorage.setItem(storageKey, JSON.stringify(form));
    if (Object.keys(needsOf(form)).length > 0) return;
    if (known.current.id && known.current.saved === JSON.stringify(form)) return;
    const timer = setTimeout(() => void saver.current().catch(() => undefined), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [form, draftId]);

  return { state, save };
}
