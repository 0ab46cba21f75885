// Which composer writes for which agent. Facts are parsed before a composer sees them, so it can trust their shape.
import type { z } from 'zod';
import * as facts from '../../shared/agents/facts.ts';
import type { BriefContext } from '../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../shared/contracts/agents.ts';
import { ModelRefused } from '../../shared/models/errors.ts';
import { factsOf, type ModelTask } from '../task.ts';
import { composeArticle } from './compose-article.ts';
import { composeCopy } from './compose-copy.ts';
import { composeDirect } from './compose-direct.ts';
import { composeFindings } from './compose-findings.ts';
import { composeKeywords } from './compose-keywords.ts';
import { composeMarketAnalysis } from './compose-market-analysis.ts';
import { composePosts } from './compose-posts.ts';
import { composeScripts } from './compose-scripts.ts';
import { composeStrategy } from './compose-strategy.ts';
import { directFactsSchema } from './direct-facts.ts';
import { type Strategy, withEdits } from './edited-strategy.ts';
import { eachText } from './plain-text.ts';
import { obeyRules } from './rules.ts';
import { finishText, usualVariety } from './typography.ts';
import { seedOf, voiceFor } from './voice.ts';
import type { Voice } from './voice-of-brief.ts';

type Composer = (task: ModelTask) => unknown;

const composer =
  <Facts extends { briefContext: BriefContext; strategyReport?: Strategy | undefined }>(
    schema: z.ZodType<Facts>,
    compose: (facts: Facts, voice: Voice) => unknown,
  ): Composer =>
  (task) => {
    const known = factsOf(schema, task);
    const voice = withEdits(voiceFor(known.briefContext, task), known);
    const rules = voice.directives.withoutEmoji ? { ...voice.rules, mostEmoji: 0 } : voice.rules;
    return eachText(compose(known, voice), (text) => finishText(obeyRules(text, rules, voice.language), voice.variety));
  };

const direct: Composer = (task) => {
  const known = factsOf(directFactsSchema, task);
  const answer = composeDirect(known, task.language, seedOf(task));
  // Values that fill a form must stay of the length that was asked for.
  return known.schema ? answer : eachText(answer, (text) => finishText(text, usualVariety[task.language]));
};

const composers: Partial<Record<AgentId | 'Direct', Composer>> = {
  MarketAnalyst: composer(facts.marketAnalystFactsSchema, composeMarketAnalysis),
  CMO: composer(facts.cmoFactsSchema, composeStrategy),
  Scriptwriter: composer(facts.scriptwriterFactsSchema, composeScripts),
  SEO: composer(facts.seoFactsSchema, composeKeywords),
  Copywriter: composer(facts.copywriterFactsSchema, composeCopy),
  ContentWriter: composer(facts.contentWriterFactsSchema, composeArticle),
  Social: composer(facts.socialFactsSchema, composePosts),
  Analytics: composer(facts.analyticsFactsSchema, composeFindings),
  Direct: direct,
};

/** The text work of a task, written from its facts and feedback alone: the same task gives the same result. */
export function compose(task: ModelTask): unknown {
  const write = composers[task.agent];
  if (!write) throw new ModelRefused(`The offline studio writes no text for ${task.agent}.`);
  return write(task);
}
