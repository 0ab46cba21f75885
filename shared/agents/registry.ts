// Every agent a playbook can name, by its identifier. `Human` has none: a person did that phase.
import type { AgentRegistry } from './agent.ts';
import { analytics } from './analytics.ts';
import { cmo } from './cmo.ts';
import { contentWriter } from './content-writer.ts';
import { copywriter } from './copywriter.ts';
import { designer } from './designer.ts';
import { marketAnalyst } from './market-analyst.ts';
import { scriptwriter } from './scriptwriter.ts';
import { seo } from './seo.ts';
import { social } from './social.ts';
import { videoProducer } from './video-producer.ts';

export const agents: AgentRegistry = {
  MarketAnalyst: marketAnalyst,
  CMO: cmo,
  Scriptwriter: scriptwriter,
  SEO: seo,
  Copywriter: copywriter,
  ContentWriter: contentWriter,
  designer,
  'video-producer': videoProducer,
  Social: social,
  Analytics: analytics,
};
