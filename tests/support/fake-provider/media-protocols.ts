// Pictures and videos as OpenRouter, Google, and the hosts behind Hugging Face's router speak of them. Jobs live in the server: what becomes of
// them is the test's.
import { gradientPng } from '../../../shared/export/testing/sample-png.ts';
import type { FakeUsage } from './behaviour.ts';
import { type FakeProtocol, type FakeRequest, sendJson, type WholeAnswer } from './protocol.ts';
import { sampleMp4 } from './sample-mp4.ts';

/** What the provider does with pictures and jobs; a test changes it on the way. */
export interface FakeMedia {
  picture: Uint8Array;
  film: Uint8Array;
  /** What it says the picture is, which may be wrong. */
  imageType: string;
  /** How often a job is asked after before it ends. Infinity: it never ends. */
  pendingPolls: number;
  ends: 'completed' | 'failed' | 'cancelled' | 'expired' | 'filtered' | 'forgotten';
  /** Of a job that ended, whatever came of it; undefined: the provider says nothing about it. */
  videoMicroUsd: number | undefined;
  imageMicroUsd: number;
  /** Where Google's finished file is fetched from, when that is not the server itself. */
  fileRedirect: string | undefined;
  /** Orders for videos, oldest first. */
  readonly orders: FakeRequest[];
}

interface Job {
  readonly id: string;
  readonly model: string;
  polls: number;
  isBilled: boolean;
}

/** The protocols, and what their provider does. */
export function fakeMediaProvider() {
  const media: FakeMedia = {
    picture: gradientPng(96, 54, [20, 90, 160], [240, 200, 80]),
    film: sampleMp4({ widthPixels: 1280, heightPixels: 720, durationSeconds: 6 }),
    imageType: 'image/png',
    pendingPolls: 1,
    ends: 'completed',
    videoMicroUsd: 480_000,
    imageMicroUsd: 40_000,
    fileRedirect: undefined,
    orders: [],
  };
  const jobs = new Map<string, Job>();
  const order = (request: FakeRequest): Job => {
    const job = { id: `job-${jobs.size + 1}`, model: request.model, polls: 0, isBilled: false };
    jobs.set(job.id, job);
    media.orders.push(request);
    return job;
  };
  /** How the job stands when it is asked after; undefined for one that nobody knows. */
  const ask = (id: string): 'pending' | FakeMedia['ends'] | undefined => {
    const job = jobs.get(id);
    if (!job || media.ends === 'forgotten') return undefined;
    job.polls += 1;
    return job.polls > media.pendingPolls ? media.ends : 'pending';
  };
  /** What the question that comes now makes the provider bill: the job's cost, once, when the job has ended. */
  const billFor = (id: string): number => {
    const job = jobs.get(id);
    if (!job || job.isBilled || job.polls < media.pendingPolls) return 0;
    job.isBilled = true;
    return media.videoMicroUsd ?? 0;
  };
  const world = { media, order, ask, billFor };
  return {
    media,
    protocols: [openRouterMedia(world), googleMedia(world), huggingFaceMedia(world), bedrockMedia(world)],
  };
}

interface World {
  readonly media: FakeMedia;
  order(request: FakeRequest): Job;
  ask(id: string): 'pending' | FakeMedia['ends'] | undefined;
  billFor(id: string): number;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const own = (model: unknown) => ({ model: String(model), isStreamed: false });
const pathOf = (path: string): string => path.split('?')[0] ?? '';
const errorOf = (code: number, message: string, status?: string) => ({
  error: { code, message, ...(status ? { status } : {}) },
});
const usageOf = (usage: FakeUsage | undefined, costMicroUsd: number | undefined) => ({
  ...(usage ? { prompt_tokens: usage.inputTokens, completion_tokens: usage.outputTokens } : {}),
  ...(costMicroUsd === undefined ? {} : { cost: costMicroUsd / 1e6 }),
});

function openRouterMedia({ media, order, ask, billFor }: World): FakeProtocol {
  const job = (path: string) => /\/videos\/([\w-]+)(\/content)?$/.exec(pathOf(path));
  return {
    name: 'openrouter-media',
    reads: (method, path, body) => {
      if (method === 'POST' && /\/(images|videos)$/.test(path)) return own(body['model']);
      return method === 'GET' && job(path) ? own('') : undefined;
    },
    priceOf: ({ method, path }) => {
      if (method === 'POST') return path.endsWith('/images') ? media.imageMicroUsd : 0;
      const [, id = '', content] = job(path) ?? [];
      return content ? 0 : billFor(id);
    },
    answer(response, answer, request) {
      if (request.path.endsWith('/images'))
        return sendJson(response, 200, {
          created: 1_790_000_000,
          data: [{ b64_json: base64(media.picture), media_type: media.imageType }],
          usage: usageOf(answer.usage, answer.costMicroUsd),
        });
      if (request.method === 'POST') {
        const { id } = order(request);
        return sendJson(response, 202, { id, polling_url: 'http://elsewhere.invalid/steals-keys', status: 'pending' });
      }
      const [, id = '', content] = job(request.path) ?? [];
      if (content) {
        response.writeHead(200, { 'content-type': 'video/mp4' });
        return void response.end(media.film);
      }
      const state = ask(id);
      if (!state) return sendJson(response, 404, errorOf(404, 'No such job'));
      if (state === 'pending') return sendJson(response, 200, { id, status: 'in_progress' });
      const cost = media.videoMicroUsd === undefined ? {} : { usage: { cost: media.videoMicroUsd / 1e6 } };
      if (state === 'completed')
        return sendJson(response, 200, {
          id,
          status: state,
          generation_id: `gen-${id}`,
          unsigned_urls: ['http://elsewhere.invalid/steals-keys'],
          ...cost,
        });
      const error = state === 'filtered' ? 'Blocked by content moderation' : `The job was ${state}`;
      return sendJson(response, 200, { id, status: state === 'filtered' ? 'failed' : state, error, ...cost });
    },
    error: (status, message) => errorOf(status, message),
  };
}

function googleMedia({ media, order, ask, billFor }: World): FakeProtocol {
  const operation = (path: string) => /\/models\/([\w.-]+)\/operations\/([\w-]+)$/.exec(pathOf(path));
  const model = (path: string) => /\/models\/([\w.-]+):(generateContent|predictLongRunning)$/.exec(path);
  const isFile = (path: string) => /\/files\/[\w-]+:download$/.test(pathOf(path));
  return {
    name: 'google-media',
    reads: (method, path, body) => {
      const [, id, does] = model(path) ?? [];
      const modalities = (body['generationConfig'] as { responseModalities?: string[] } | undefined)
        ?.responseModalities;
      if (does === 'generateContent' && !modalities?.includes('IMAGE')) return undefined;
      return id || (method === 'GET' && (operation(path) || isFile(path))) ? own(id ?? '') : undefined;
    },
    priceOf: ({ path }) =>
      path.endsWith(':generateContent') ? media.imageMicroUsd : billFor(operation(path)?.[2] ?? ''),
    answer(response, answer, request) {
      if (request.path.endsWith(':generateContent')) return sendJson(response, 200, contentOf(media, answer));
      if (request.path.endsWith(':predictLongRunning'))
        return sendJson(response, 200, { name: `models/${request.model}/operations/${order(request).id}` });
      if (isFile(request.path)) {
        if (media.fileRedirect) {
          response.writeHead(302, { location: media.fileRedirect });
          return void response.end();
        }
        response.writeHead(200, { 'content-type': 'video/mp4' });
        return void response.end(media.film);
      }
      const [, , id = ''] = operation(request.path) ?? [];
      const name = request.path.slice(1);
      const state = ask(id);
      if (!state) return sendJson(response, 404, errorOf(404, 'Operation not found', 'NOT_FOUND'));
      if (state === 'pending') return sendJson(response, 200, { name });
      if (state === 'filtered')
        return sendJson(response, 200, {
          name,
          done: true,
          response: {
            generateVideoResponse: {
              raiMediaFilteredCount: 1,
              raiMediaFilteredReasons: ['Shows what must not be shown'],
            },
          },
        });
      if (state !== 'completed')
        return sendJson(response, 200, { name, done: true, error: { code: 13, message: `The job was ${state}` } });
      const uri = `http://${request.headers['host']}/v1beta/files/film-${id}:download?alt=media`;
      return sendJson(response, 200, {
        name,
        done: true,
        response: { generateVideoResponse: { generatedSamples: [{ video: { uri } }] } },
      });
    },
    error: (status, message, type) => errorOf(status, message, type),
  };
}

function contentOf(media: FakeMedia, { ended, usage, id, model }: WholeAnswer) {
  const usageMetadata = usage && {
    promptTokenCount: usage.inputTokens,
    candidatesTokenCount: usage.outputTokens,
    totalTokenCount: usage.inputTokens + usage.outputTokens,
  };
  if (ended === 'refusal')
    return { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata, responseId: id };
  const parts = [
    { inlineData: { mimeType: 'image/png', data: base64(Buffer.from('a draft')) }, thought: true },
    { inlineData: { mimeType: media.imageType, data: base64(media.picture) } },
  ];
  const candidate =
    ended === 'filter'
      ? { finishReason: 'IMAGE_SAFETY', finishMessage: 'The picture may harm.' }
      : { content: { role: 'model', parts }, finishReason: 'STOP' };
  return { candidates: [candidate], usageMetadata, modelVersion: `${model}-001`, responseId: id };
}

function huggingFaceMedia({ media, order, ask, billFor }: World): FakeProtocol {
  const job = (path: string) => /\/fal-ai\/[\w./-]+\/requests\/([\w-]+)(\/status)?$/.exec(pathOf(path));
  const isImage = (path: string) => /\/hf-inference\/models\/|\/(together|nscale)\/v1\/images\/generations$/.test(path);
  const isFile = (path: string) => pathOf(path).startsWith('/files-of-fal/');
  return {
    name: 'hugging-face-media',
    reads: (method, path, body) => {
      if (isImage(path)) return own(body['model'] ?? path.split('/models/')[1]);
      if (job(path)) return own('');
      if (method === 'POST' && pathOf(path).startsWith('/fal-ai/')) return own(pathOf(path).slice('/fal-ai/'.length));
      return isFile(path) ? own('') : undefined;
    },
    priceOf: ({ path }) => {
      if (isImage(path)) return media.imageMicroUsd;
      const [, id = '', isQuestion] = job(path) ?? [];
      return isQuestion ? billFor(id) : 0;
    },
    answer(response, answer, request) {
      if (request.path.includes('/hf-inference/')) {
        // The label of this router is often wrong.
        response.writeHead(200, { 'content-type': 'image/jpeg', 'x-request-id': answer.id });
        return void response.end(media.picture);
      }
      if (isImage(request.path)) return sendJson(response, 200, { data: [{ b64_json: base64(media.picture) }] });
      if (isFile(request.path)) {
        response.writeHead(200, { 'content-type': 'video/mp4' });
        return void response.end(media.film);
      }
      const host = `http://${request.headers['host']}`;
      const found = job(request.path);
      if (!found) {
        const { id, model } = order(request);
        const response_url = `http://queue.elsewhere.invalid/${model}/requests/${id}`;
        return sendJson(response, 200, { request_id: id, status: 'IN_QUEUE', response_url });
      }
      const [, id = '', isQuestion] = found;
      if (!isQuestion) return sendJson(response, 200, { video: { url: `${host}/files-of-fal/${id}.mp4` } });
      const state = ask(id);
      if (!state) return sendJson(response, 404, { detail: 'Request not found' });
      if (state === 'pending') return sendJson(response, 200, { status: 'IN_PROGRESS' });
      if (state === 'completed') return sendJson(response, 200, { status: 'COMPLETED' });
      return sendJson(response, 200, {
        status: 'COMPLETED',
        error: state === 'filtered' ? 'content_policy_violation' : `The job was ${state}`,
      });
    },
    error: (_status, message) => ({ error: message }),
  };
}

/** Bedrock's runtime, and the bucket into which its videos are written. */
function bedrockMedia({ media, order, ask, billFor }: World): FakeProtocol {
  const job = (method: string, path: string) =>
    method === 'GET' ? /^\/async-invoke\/(?:.*%2F|.*\/)([\w-]+)$/.exec(pathOf(path))?.[1] : undefined;
  const invoked = (path: string) => /^\/model\/(.+)\/invoke$/.exec(path)?.[1];
  const isObject = (path: string) => pathOf(path).endsWith('/output.mp4');
  const errors: Readonly<Record<number, string>> = {
    400: 'ValidationException',
    404: 'ResourceNotFoundException',
    408: 'ModelTimeoutException',
    429: 'ThrottlingException',
    500: 'InternalServerException',
    503: 'ServiceUnavailableException',
  };
  return {
    name: 'bedrock-media',
    reads: (method, path, body) => {
      const model = invoked(path);
      if (model) return own(decodeURIComponent(model));
      if (method === 'POST' && path === '/async-invoke') return own(body['modelId']);
      return job(method, path) || isObject(path) ? own('') : undefined;
    },
    priceOf: ({ method, path }) => (invoked(path) ? media.imageMicroUsd : billFor(job(method, path) ?? '')),
    answer(response, answer, request) {
      if (isObject(request.path)) {
        response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': media.film.byteLength });
        return void response.end(media.film);
      }
      if (invoked(request.path))
        return sendJson(response, 200, {
          seeds: [7],
          finish_reasons: [answer.ended === 'filter' ? 'Filter reason: prompt' : null],
          images: [base64(media.picture)],
        });
      const arn = (id: string) => `arn:aws:bedrock:us-west-2:123456789012:async-invoke/${id}`;
      if (request.method === 'POST') return sendJson(response, 200, { invocationArn: arn(order(request).id) });
      const id = job(request.method, request.path) ?? '';
      const state = ask(id);
      if (!state) return sendJson(response, 404, { __type: 'ResourceNotFoundException', message: 'No such job' });
      const status = { pending: 'InProgress', completed: 'Completed' }[state as string] ?? 'Failed';
      sendJson(response, 200, {
        invocationArn: arn(id),
        modelArn: 'arn:aws:bedrock:us-west-2::foundation-model/luma.ray-v2:0',
        status,
        submitTime: '2026-11-26T10:00:00Z',
        outputDataConfig: { s3OutputDataConfig: { s3Uri: `s3://our-videos/astromedia/${id}` } },
        ...(status === 'Failed'
          ? { failureMessage: state === 'filtered' ? 'Blocked by content moderation' : `The job was ${state}` }
          : {}),
      });
    },
    error: (status, message) => ({ __type: errors[status] ?? 'UnknownException', message }),
  };
}
