import { describe, expect, it } from 'vitest';
import { agentOutputSchemas } from '../../../shared/contracts/agent-outputs.ts';
import { sampleOutputs } from '../../../shared/export/testing/sample-outputs.ts';
import { emptyOf, fitted, fittedAnswer, shapeOf } from './json-schema.ts';

const agents = [
  'MarketAnalyst',
  'CMO',
  'Scriptwriter',
  'SEO',
  'Copywriter',
  'ContentWriter',
  'Social',
  'Analytics',
] as const;

describe('the shape of what an agent makes', () => {
  it.each(agents)('of %s keeps a whole output as it is', (agent) => {
    expect(agentOutputSchemas[agent].safeParse(fitted(sampleOutputs[agent], shapeOf(agent))).error).toBeUndefined();
  });

  it.each(agents)(
    'of %s begins with every field that must be filled in, and as many entries as there must be',
    (agent) => {
      const result = agentOutputSchemas[agent].safeParse(emptyOf(shapeOf(agent)));
      // What is wrong with it is what is empty or too short, never that something is missing or of another kind.
      expect(result.error?.issues.filter(({ code }) => code === 'unrecognized_keys')).toEqual([]);
      expect(result.error?.issues.filter(({ message }) => /received undefined/.test(message))).toEqual([]);
    },
  );

  it('takes what fits from an answer that does not, under the name that the agent gives it', () => {
    const { summary, keyMessages } = sampleOutputs.CMO.strategyReport;
    expect(fittedAnswer({ summary, keyMessages, mood: 'good' }, shapeOf('CMO'))).toMatchObject({
      strategyReport: { summary, keyMessages, pillars: [{ title: '' }, { title: '' }] },
    });
    expect(fittedAnswer({ strategyReport: { summary } }, shapeOf('CMO'))).not.toHaveProperty('strategyReport.mood');
    expect(fittedAnswer('no JSON at all', shapeOf('CMO'))).toMatchObject({
      strategyReport: { keyMessages: ['', '', ''] },
    });
  });
});
