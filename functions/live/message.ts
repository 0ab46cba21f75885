import { lambdas } from '../../shared/contracts/lambdas.ts';
import { openLazyBucket } from '../../shared/data/lazy-bucket.ts';
import { createOutputs } from '../../shared/data/outputs.ts';
import { wireEvents } from '../../shared/events/wire-events.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { liveFunction } from '../kit/live-function.ts';
import { handleMessage } from './handle-message.ts';

const environment = readEnvironment(lambdas['live-message'].environment);
const wired = wireEvents(environment);
const outputs = createOutputs(wired.table, openLazyBucket(environment));

export const handler = liveFunction(handleMessage({ ...wired, outputs }));
