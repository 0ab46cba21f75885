import { lambdas } from '../../shared/contracts/lambdas.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { handleDeliveries } from './handle-deliveries.ts';

export const handler = handleDeliveries(readEnvironment(lambdas['deliver-webhook'].environment));
