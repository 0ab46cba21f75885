import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createBucket } from '../../shared/data/bucket.ts';
import { createOutputs } from '../../shared/data/outputs.ts';
import { wireWatching } from '../../shared/engine/wiring.ts';
import { createBucketClient } from '../../shared/runtime/clients/bucket-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { liveFunction } from '../kit/live-function.ts';
import { answerMessage } from './answer-message.ts';

const environment = readEnvironment(lambdas['live-message'].environment);
const engine = wireWatching(environment);
const outputs = createOutputs(engine.table, createBucket(createBucketClient(), environment.BUCKET_NAME));

export const handler = liveFunction(answerMessage({ ...engine, outputs }));
