// How the work of each agent is drawn, loaded with the first of its kind: an article brings a reader of Markdown, which the rest does without.
import { queryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../shared/contracts/agents.ts';

type Drawing<Id extends AgentId> = (props: { readonly output: AgentOutput<Id> }) => ReactNode;

const drawings: { readonly [Id in AgentId]: () => Promise<Drawing<Id>> } = {
  Human: () => import('../../shared/outputs/brief.ts').then((part) => part.Brief),
  MarketAnalyst: () => import('../../shared/outputs/research.ts').then((part) => part.Research),
  CMO: () => import('../../shared/outputs/strategy.ts').then((part) => part.Strategy),
  Scriptwriter: () => import('../../shared/outputs/scripts.ts').then((part) => part.Scripts),
  SEO: () => import('../../shared/outputs/keywords.ts').then((part) => part.Keywords),
  Copywriter: () => import('../../shared/outputs/copy.ts').then((part) => part.Copy),
  ContentWriter: () => import('../../shared/outputs/article.ts').then((part) => part.Article),
  designer: () => import('../../shared/outputs/pair.ts').then((part) => part.Images),
  'video-producer': () => import('../../shared/outputs/pair.ts').then((part) => part.Videos),
  Social: () => import('../../shared/outputs/post-plan.ts').then((part) => part.PostPlan),
  Analytics: () => import('../../shared/outputs/forecast.ts').then((part) => part.Forecast),
};

/** Asked for as soon as it is known whose work will be shown: the program for it is then there before the work is. */
export const drawingQuery = (agent: AgentId) =>
  queryOptions({
    queryKey: ['drawing', agent],
    queryFn: drawings[agent] as () => Promise<Drawing<AgentId>>,
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
