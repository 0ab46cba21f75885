import { lambdas } from '../../shared/contracts/lambdas.ts';
import { openBucketLater } from '../../shared/data/lazy-bucket.ts';
import { createOutputs } from '../../shared/data/outputs.ts';
import { wireEvents } from '../../shared/events/wire-events.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { liveFunction } from '../kit/live-function.ts';
import { answerMessage } from './handle-message.ts';

const environment = readEnvironment(lambdas['live-message'].environment);
const wired = wireEvents(environment);
const outputs = createOutputs(wired.table, openBucketLater(environment));

export const handler = liveFunction(answerMessage({ ...wired, outputs }));
