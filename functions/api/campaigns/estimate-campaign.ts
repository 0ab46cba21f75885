import type { Estimate } from '../../../shared/contracts/estimate.ts';
import { agentsWithoutModel, type EstimateData, estimate } from '../../../shared/domain/estimate.ts';
import { playbookOf } from '../../../shared/engine/find-playbook.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** What a brief will probably cost and take. Creates nothing. Throws validation-failed for a playbook or a model there is not. */
export const estimateCampaign =
  (data: EstimateData) =>
  async ({ body }: Input<'estimateCampaign'>): Promise<Estimate> => {
    const playbook = playbookOf(body);
    const unknown = agentsWithoutModel(body, data);
    if (unknown.length > 0)
      throw new ProblemError(
        'validation-failed',
        'The brief asks for a model that there is not.',
        unknown.map((agent) => ({
          pointer: `#/briefData/agentConfiguration/${agent}/model`,
          detail: `must be one of ${data.prices.map(({ model }) => model).join(', ')}`,
        })),
      );
    return estimate(body, playbook, data);
  };
