import type { Usages } from '../../../shared/data/usage.ts';
import { reportUsage } from '../../../shared/domain/report-usage.ts';
import type { Input } from '../../kit/http-function.ts';
import { usagePeriod } from './usage-period.ts';

/** What the caller used of AI from day to day, added up. */
export const getUsage =
  ({ usages, clock }: { usages: Pick<Usages, 'list'>; clock: () => Date }) =>
  async ({ query: { groupBy, ...asked }, principal }: Input<'getUsage'>) => {
    const { from, to } = usagePeriod(asked, clock());
    return { from, to, groupBy, ...reportUsage(await usages.list(principal.userId, from, to), groupBy) };
  };
