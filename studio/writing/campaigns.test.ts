import { beforeAll, describe, expect, it } from 'vitest';
import type { OfflineRun } from '../../shared/agents/testing/run-offline.ts';
import type { Constraint } from '../../shared/contracts/brief-reading.ts';
import { allTexts, publicTexts, sentencesIn, shareInCommon, writeCampaign } from './testing/campaign-texts.ts';
import { clientBrief, clientBriefs, hiringBakery, solemnBakery } from './testing/client-briefs.ts';

const runs = new Map<string, OfflineRun>();
beforeAll(async () => {
  for (const [name, brief] of Object.entries({ ...clientBriefs, hiringBakery, solemnBakery }))
    runs.set(name, await writeCampaign(clientBrief(brief)));
});
function runOf(name: string): OfflineRun {
  const run = runs.get(name);
  if (!run) throw new Error(`${name} was not run`);
  return run;
}
const names = Object.keys(clientBriefs);
const saidBy = (name: string) => sentencesIn(allTexts(runOf(name)));

it('shares little between any two briefs', () => {
  for (const one of names)
    for (const other of names)
      if (one < other)
        expect(shareInCommon(saidBy(one), saidBy(other)), `${one} and ${other}`).toBeLessThanOrEqual(0.15);
});

it('says other things when only the objective changes, and says them otherwise when only the tone does', () => {
  expect(shareInCommon(saidBy('bakery'), saidBy('hiringBakery'))).toBeLessThanOrEqual(0.35);
  expect(shareInCommon(saidBy('bakery'), saidBy('solemnBakery'))).toBeLessThanOrEqual(0.55);
});

describe.each(names)('the campaign of the %s', (name) => {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  /** Half of the words of the offer at least. */
  const names = (text: string, thing: string) => {
    const wanted = words(thing).map((word) => word.replace(/e?[sx]$/u, ''));
    const said = text.toLowerCase();
    return wanted.filter((word) => said.includes(word)).length * 2 >= wanted.length;
  };

  it('names the offer in a headline, a call to action, half of the posts and the article', () => {
    const { values } = runOf(name);
    const { thing } = values.briefContext?.reading.offer ?? { thing: '' };
    const { headlines = [], ctaList = [], scheduledPosts = [], articleMarkdown = '' } = values;
    expect(headlines.filter((text) => names(text, thing)).length, headlines.join(' | ')).toBeGreaterThan(0);
    expect(ctaList.filter((text) => names(text, thing)).length, ctaList.join(' | ')).toBeGreaterThan(0);
    expect(names(articleMarkdown, thing)).toBe(true);
    expect(scheduledPosts.filter(({ text }) => names(text, thing)).length * 2).toBeGreaterThanOrEqual(
      scheduledPosts.length,
    );
  });

  it('repeats no sentence in its posts, nor in its article', () => {
    const { scheduledPosts = [], articleMarkdown = '' } = runOf(name).values;
    for (const sentences of [sentencesIn(scheduledPosts.map(({ text }) => text)), sentencesIn([articleMarkdown])])
      expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
  });

  it('cuts no phrase, nests no quotation and lets no frame show', () => {
    for (const text of allTexts(runOf(name))) {
      expect(text).not.toMatch(/…$|«[^»]*«|“[^”]*“|[{}[\]|<>]|\(\s*\)|\bundefined\b/u);
      expect(text).not.toMatch(
        /(?<!\p{L})(?:de le|de les|à le|à les|que il|que elle|de un|de une)(?=\s+(?!dire|savoir|voir|faire)\p{Ll})/u,
      );
    }
  });
});

const constraint = (kind: Constraint['kind'], value?: string, replacement?: string): Constraint => ({
  kind, ...(value ? { value } : {}), ...(replacement ? { replacement } : {}), from: { field: 'person', quote: '' },
}); // biome-ignore format: a table
const bakeryWith = async (...constraints: Constraint[]) =>
  writeCampaign(clientBrief({ ...clientBriefs.bakery, tone: 'Chaleureux', reading: { constraints } }));
const spoken = (run: OfflineRun) => publicTexts(run).join('\n');

describe('a rule of the brief', () => {
  it('settles the form of address', async () => {
    expect(spoken(await bakeryWith(constraint('say-tu')))).not.toMatch(/(?<![\p{L}-])(?:vous|votre|vos)(?!\p{L})/iu);
    const formal = spoken(await bakeryWith(constraint('say-vous')));
    expect(formal).not.toMatch(/(?<!\p{L})(?:tu|te|ton|ta|tes|toi)(?!\p{L})/iu);
    expect(formal).toMatch(/(?<!\p{L})vous(?!\p{L})/u);
  });

  it('takes out hashtags, emoji and exclamation marks', async () => {
    const { values } = await bakeryWith(
      constraint('no-hashtags'),
      constraint('no-emoji'),
      constraint('no-exclamation'),
    );
    for (const { hashtags, text } of values.scheduledPosts ?? []) {
      expect(hashtags).toEqual([]);
      expect(text).not.toMatch(/\p{Extended_Pictographic}|!|#/u);
    }
    expect(
      (await bakeryWith()).values.scheduledPosts?.some(
        ({ text, hashtags }) => /\p{Extended_Pictographic}/u.test(text) && hashtags.length > 0,
      ),
    ).toBe(true);
  });

  it('bans a word and its forms, or says another one instead', async () => {
    const run = await bakeryWith(constraint('never-say', 'invendu'), constraint('say-instead', 'panier', 'cabas'));
    const all = allTexts(run).join('\n');
    expect(all).not.toMatch(/invendu|panier/iu);
    expect(all).toContain('cabas');
    expect(spoken(await bakeryWith())).toMatch(/invendu/u);
  });

  it('keeps silent about prices everywhere', async () => {
    expect(allTexts(await bakeryWith(constraint('no-prices'))).join('\n')).not.toMatch(
      /€|(?<!\p{L})(?:prix|tarifs?|coûte)(?!\p{L})/iu,
    );
    expect(spoken(await bakeryWith())).toMatch(/18\u00a0€/u);
  });

  it('has what must be mentioned in the article and in the text of every channel', async () => {
    const { values } = await bakeryWith(constraint('must-mention', 'la consigne des sacs'));
    for (const { body } of values.copyByChannel ?? []) expect(body).toContain('consigne des sacs');
    expect(values.articleMarkdown).toContain('consigne des sacs');
  });

  it('chooses the spelling of a variety', async () => {
    const american = spoken(
      await writeCampaign(
        clientBrief({
          ...clientBriefs.dentist,
          values: 'Colour charts, honour',
          reading: { constraints: [constraint('variety', 'en-US')] },
        }),
      ),
    );
    expect(american).not.toMatch(/colour|honour/iu);
    expect(american).toMatch(/color/iu);
  });
});

it('says that a brief is in another language, and does not mix them', async () => {
  const { company, sector, objectives, audience, values } = clientBriefs.dentist;
  const run = await writeCampaign(
    clientBrief({ ...clientBriefs.watchmaker, company, sector, objectives, audience, values }),
  );
  expect(spoken(run)).not.toMatch(/(?<!\p{L})(?:the|every|with|patients|book|lectures)(?!\p{L})/iu);
  expect(run.values.strategyReport?.summary).toMatch(/autre langue/u);
});
