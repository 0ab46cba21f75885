// The data that estimates are made of says what the agents really ask of models.

import { beforeAll, describe, expect, it } from 'vitest';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { type Brief, briefSchema } from '../contracts/brief.ts';
import { socialNetworks } from '../contracts/channels.ts';
import { agentWorkload } from '../domain/costs/agent-workload.ts';
import { sampleBriefData } from '../export/testing/sample-outputs.ts';
import type { Models, TextRequest } from '../models/model.ts';
import { modelRegistry } from '../models/registry.ts';
import { agents } from './registry.ts';
import { imitationMedia } from './testing/imitation-media.ts';
import { runOffline } from './testing/run-offline.ts';

interface Recorded {
  readonly agent: string;
  readonly kind: 'text' | 'image' | 'video';
  readonly request?: TextRequest;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly seconds?: number;
}

/** Runs every agent once and keeps what each asked. */
async function record(brief: Brief): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const { text, image, video } = imitationMedia();
  const nothing = { inputTokens: 0, outputTokens: 0 };
  const models: Required<Models> = {
    text: {
      ...text,
      async generate(request) {
        const result = await text.generate(request);
        recorded.push({ agent: request.source.purpose, kind: 'text', request, ...result.usage });
        return result;
      },
    },
    image: {
      ...image,
      generate(request) {
        recorded.push({ agent: request.source.purpose, kind: 'image', ...nothing });
        return image.generate(request);
      },
    },
    video: {
      ...video,
      submit(request) {
        recorded.push({ agent: request.source.purpose, kind: 'video', ...nothing, seconds: request.durationSeconds });
        return video.submit(request);
      },
    },
  };
  await runOffline(brief, { models });
  return recorded;
}

const longLine = (length: number) => 'a word or two more '.repeat(40).slice(0, length).trim();
const briefs = {
  short: briefSchema.parse({
    name: 'S',
    language: 'en',
    briefData: {
      companyInfo: { name: 'N', sector: 'Software', size: '1' },
      campaignGoals: {
        objectives: ['Sell'],
        targetAudience: 'All',
        budget: { amount: 1, currency: 'EUR' },
        duration: '1 week',
      },
      brandIdentity: { tone: 'Calm', brandValues: 'Care', priorityChannels: ['x'] },
    },
  }),
  usual: briefSchema.parse({ name: 'Lancement', language: 'fr', briefData: sampleBriefData }),
  long: briefSchema.parse({
    name: longLine(120),
    language: 'fr',
    briefData: {
      ...sampleBriefData,
      analysisDepth: 'detailed',
      campaignGoals: {
        ...sampleBriefData.campaignGoals,
        objectives: Array.from({ length: 10 }, () => longLine(200)),
        targetAudience: longLine(400),
      },
      brandIdentity: {
        tone: longLine(200),
        brandValues: longLine(400),
        priorityChannels: [...socialNetworks],
      },
    },
  }),
};
const workers = Object.keys(agents) as (keyof typeof agents)[];

describe.each(Object.entries(briefs))('with a %s brief', (_length, brief) => {
  let recorded: Recorded[];
  beforeAll(async () => {
    recorded = await record(brief);
  });

  it.each(workers)('%s makes the calls it is said to make', (agent) => {
    const work = agentWorkload[agent];
    const own = recorded.filter((call) => call.agent === agent);
    const calls = work.kind === 'none' ? 0 : work.kind === 'text' ? 1 : work.calls;
    expect(own.map(({ kind }) => kind)).toEqual(Array.from({ length: calls }, () => work.kind));
    if (work.kind === 'video') for (const { seconds } of own) expect(seconds).toBe(work.videoSeconds);
    if (work.kind !== 'text') return;
    const [call] = own;
    expect(call?.request?.maximumOutputTokens).toBe(work.outputTokens.maximum);
    expect([call?.inputTokens, work.inputTokens]).toSatisfy(isWithin);
    expect([call?.outputTokens, work.outputTokens]).toSatisfy(isWithin);
  });
});

const isWithin = ([tokens, { minimum, maximum }]: [number, { minimum: number; maximum: number }]) =>
  tokens >= minimum && tokens <= maximum;

it('every model of the studio has its row in the registry, the default one first', () => {
  const { text, image, video } = offlineStudio;
  for (const { card } of [text, image, video]) expect(modelRegistry).toContain(card);
});
