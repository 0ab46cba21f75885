import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { type AgentId, agentIds } from '../../shared/contracts/agents.ts';
import { assetPaths } from '../../shared/export/file-names.ts';
import { reportContext } from '../../shared/export/report/report-context.ts';
import { sampleExportData } from '../../shared/export/testing/sample-export-data.ts';
import { Output as Drawing } from '../../shared/outputs/output.ts';
import { OutputProvider } from '../../shared/outputs/output-context.ts';
import { drawingQuery } from './drawings.ts';
import { Output } from './output.tsx';
import { OutputReader } from './output-reader.tsx';

const longWord = 'W'.repeat(300);
/** HTML that would run, a mark that turns round what follows it, and a word that fits on no line. */
const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>' \u202Eabc [x](javascript:alert(1)) ${longWord}`;

/** Puts the attack into every sentence of a value; what has no space is an identifier, a date or a channel. */
const attacked = (value: unknown): unknown => {
  if (typeof value === 'string') return /\s/.test(value) ? `${attack}\n\n${attack}` : value;
  if (Array.isArray(value)) return value.map(attacked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, attacked(item)]));
};

const dossier = sampleExportData();
const outputOf = (agent: AgentId) =>
  attacked(dossier.phases.find(({ phase }) => phase.agent === agent)?.output) as AgentOutput<AgentId>;

const inReport = (agent: AgentId): string => {
  const context = reportContext(dossier, assetPaths(dossier.assets.map(({ asset }) => asset)));
  const drawing = createElement(Drawing, { agent, output: outputOf(agent) });
  return renderToStaticMarkup(createElement(OutputProvider, { value: context }, drawing));
};

const queries = new QueryClient();

const onPage = (agent: AgentId): string => {
  const drawing = createElement(
    OutputReader,
    { brand: attack },
    createElement(Output, { agent, output: outputOf(agent) }),
  );
  return renderToStaticMarkup(createElement(QueryClientProvider, { client: queries }, drawing));
};

const places = { 'in the report': inReport, 'on a page': onPage };

describe('a hostile output', () => {
  beforeAll(async () => {
    await Promise.all(agentIds.map((agent) => queries.prefetchQuery(drawingQuery(agent))));
  });

  it.each(agentIds.flatMap((agent) => Object.entries(places).map(([place, draw]) => ({ agent, place, draw }))))(
    'of $agent does nothing $place',
    ({ agent, draw }) => {
      const markup = draw(agent);
      const tags = markup.match(/<[^>]*>/g) ?? [];

      expect(markup).toContain(agent === 'video-producer' ? 'class="pair"' : '\u202E');
      expect(markup).not.toMatch(/<script|<img src="?x|href="javascript:/i);
      // Inside a quoted value the words are harmless; as an attribute they would not be.
      expect(tags.filter((tag) => /\s(on\w+|style)=/i.test(tag.replace(/="[^"]*"/g, '=""')))).toEqual([]);
      // What turns round what follows it ends with the element that holds it, which has a direction of its own.
      const open: string[] = [];
      for (const [, end, tag = '', attributes = '', text = ''] of markup.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
        if (text.includes('\u202E'))
          expect(
            open.some((each) => each.includes('dir="auto"')),
            text,
          ).toBe(true);
        else if (end) open.splice(open.findLastIndex((each) => each.startsWith(tag)));
        else if (tag && !/^(br|img|rect|hr)$/.test(tag)) open.push(`${tag} ${attributes}`);
      }
    },
  );
});
