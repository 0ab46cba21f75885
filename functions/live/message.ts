import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createBucket } from '../../shared/data/bucket.ts';
import { createOutputs } from '../../shared/data/outputs.ts';
import { wireEvents } from '../../shared/events/wire-events.ts';
import { createBucketClient } from '../../shared/runtime/clients/bucket-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { liveFunction } from '../kit/live-function.ts';
import { answerMessage } from './answer-message.ts';

const environment = readEnvironment(lambdas['live-message'].environment);
const wired = wireEvents(environment);
const outputs = createOutputs(wired.table, createBucket(createBucketClient(), environment.BUCKET_NAME));

export const handler = liveFunction(answerMessage({ ...wired, outputs }));
