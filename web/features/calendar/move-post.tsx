// Moves a planned post: by its form, which is there for every hand, and by what a drag on the calendar says.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import type { PlannedPost } from '../../../shared/contracts/routes/posts-routes.ts';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import { calendarWords } from './messages.ts';

export interface Move {
  readonly planned: PlannedPost;
  readonly to: Date;
}

/** What goes out is planned ahead, and not by a campaign that was cancelled. */
export const mayMove = ({ campaign, post }: PlannedPost): boolean =>
  campaign.status !== 'CANCELLED' && Date.parse(post.scheduledAt) > Date.now();

export function useMovePost() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ planned: { campaign, phaseId, post }, to }: Move) =>
      api.call('movePost', {
        params: { campaignId: campaign.id, phaseId, postId: post.id },
        body: { scheduledAt: to.toISOString(), from: post.scheduledAt },
      }),
    onSettled: (_answer, _error, { planned: { campaign, phaseId } }) => {
      void queries.invalidateQueries({ queryKey: campaignKeys.phase(campaign.id, phaseId) });
      return queries.invalidateQueries({ queryKey: ['posts'] });
    },
  });
}

/** As the browser's field for day and time takes it, on the clock of whoever looks. */
export function localTime(instant: string): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

interface MoveFormProps {
  readonly planned: PlannedPost;
  readonly isMoving: boolean;
  readonly onMove: (to: Date) => void;
}

export function MoveForm({ planned, isMoving, onMove }: MoveFormProps) {
  const say = useWords(calendarWords);
  const now = localTime(planned.post.scheduledAt);
  const [value, setValue] = useState(now);
  const [isWrong, setWrong] = useState(false);
  if (!mayMove(planned)) return <p className="soft small">{say('cannotMove')}</p>;
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        const to = new Date(value);
        const isAhead = to.getTime() > Date.now();
        setWrong(!isAhead);
        if (isAhead && value !== now) onMove(to);
      }}
    >
      <TextField
        type="datetime-local"
        label={say('moveTo')}
        hint={say('zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
        error={isWrong ? say('notAhead') : undefined}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="submit" icon={<CalendarClock aria-hidden="true" />} working={isMoving}>
        {say('move')}
      </Button>
    </form>
  );
}
