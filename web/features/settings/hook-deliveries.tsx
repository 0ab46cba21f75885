// What was sent to a webhook, and how that went.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import type { DeliveryStatus, WebhookDelivery } from '../../../shared/contracts/webhook.ts';
import { Button } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import type { Tone } from '../../design/status.tsx';
import { clock, day, duration } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';

export const deliveriesKey = (webhookId: string) => ['webhook-deliveries', webhookId] as const;
const tones: Record<DeliveryStatus, Tone> = { PENDING: 'run', SUCCEEDED: 'done', FAILED: 'fail' };

export function Deliveries({ webhookId }: { readonly webhookId: string }) {
  const say = useWords(settingsWords);
  const query = useInfiniteQuery({
    queryKey: deliveriesKey(webhookId),
    queryFn: ({ pageParam }) =>
      api.call('listWebhookDeliveries', { params: { webhookId }, query: { limit: 20, ...pageParam } }),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor ? { cursor: nextCursor } : undefined),
    refetchInterval: 5_000,
  });
  const deliveries = query.data?.pages.flatMap((page) => page.deliveries) ?? [];
  if (query.isPending) return <Skeleton />;
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (deliveries.length === 0) return <p className="soft hook-none">{say('noDeliveries')}</p>;
  return (
    <>
      <ol className="hook-deliveries">
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </>
  );
}

function Delivery({ delivery }: { readonly delivery: WebhookDelivery }) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const { webhookId, id: deliveryId } = delivery;
  const replay = useMutation({
    mutationFn: () => api.call('replayWebhookDelivery', { params: { webhookId, deliveryId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: deliveriesKey(webhookId) }),
  });
  const last = delivery.attempts.at(-1);
  return (
    <li className="hook-delivery">
      <span className="status" data-tone={tones[delivery.status]}>
        {say(`delivery_${delivery.status}`)}
      </span>
      <code className="mono">{delivery.type}</code>
      <time className="soft small" dateTime={delivery.createdAt}>
        {day(delivery.createdAt)} {clock(delivery.createdAt)}
      </time>
      <span className="soft small hook-why">
        {last &&
          (last.status ? say('answered', { status: last.status, time: duration(last.milliseconds) }) : last.error)}
        {delivery.attempts.length > 1 && ` · ${say('attempts', { count: delivery.attempts.length })}`}
      </span>
      {delivery.status !== 'PENDING' && (
        <Button
          kind="quiet"
          icon={<RotateCcw aria-hidden="true" />}
          working={replay.isPending}
          onClick={() => replay.mutate()}
        >
          {say('replay')}
        </Button>
      )}
      {replay.error && <ProblemNotice error={replay.error} />}
    </li>
  );
}
