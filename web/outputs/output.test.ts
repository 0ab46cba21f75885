import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AgentId, agentIds } from '../../shared/contracts/agents.ts';
import { assetPaths } from '../../shared/export/file-names.ts';
import { report } from '../../shared/export/report/report.ts';
import { sampleExportData } from '../../shared/export/testing/sample-export-data.ts';
import { chooseLanguage, type UiLanguage, uiLanguages } from '../i18n/messages.ts';
import { drawingQuery } from './drawings.ts';
import { Output } from './output.tsx';
import { OutputReader } from './output-reader.tsx';

/** The words between the tags, one after the other. */
const textOf = (markup: string): string[] =>
  markup
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);

const dossierIn = (language: UiLanguage) => {
  const dossier = sampleExportData();
  dossier.campaign.language = language;
  return dossier;
};

const inReport = (language: UiLanguage, agent: AgentId): string[] => {
  const dossier = dossierIn(language);
  const page = report(dossier, assetPaths(dossier.assets.map(({ asset }) => asset)));
  const id = dossier.phases.find(({ phase }) => phase.agent === agent)?.phase.id;
  const chapter = page.split('<section class="chapter').find((part) => part.startsWith(`" id="${id}"`)) ?? '';
  return textOf(chapter.slice(chapter.indexOf('</header>')));
};

const queries = new QueryClient();

const onPage = (language: UiLanguage, agent: AgentId): string[] => {
  chooseLanguage(language);
  const { campaign, phases } = dossierIn(language);
  const { companyInfo, campaignGoals } = campaign.briefData;
  const output = phases.find(({ phase }) => phase.agent === agent)?.output;
  const reader = {
    brand: companyInfo.name,
    website: companyInfo.website,
    budget: campaignGoals.budget,
    timeZone: 'Europe/Paris',
  };
  const page = createElement(OutputReader, reader, createElement(Output, { agent, output }));
  return textOf(renderToStaticMarkup(createElement(QueryClientProvider, { client: queries }, page)));
};

const buttons = ['Play both together', 'Lire les deux ensemble'];

describe('an output', () => {
  beforeAll(async () => {
    await Promise.all(agentIds.map((agent) => queries.prefetchQuery(drawingQuery(agent))));
  });
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: {} });
    return () => {
      chooseLanguage('en');
      vi.unstubAllGlobals();
    };
  });

  it('says the same on a page and in the report, in both languages', () => {
    for (const language of uiLanguages)
      for (const agent of agentIds) {
        const printed = inReport(language, agent);

        expect(
          onPage(language, agent).filter((text) => !buttons.includes(text)),
          agent,
        ).toEqual(printed);
        expect(printed.length, agent).toBeGreaterThan(4);
      }
  });
});
