import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { imitationMedia } from '../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../shared/agents/testing/run-offline.ts';
import { hostileBriefs, ordinaryBriefs } from '../shared/agents/testing/sample-briefs.ts';
import { imageRatiosFor } from '../shared/domain/media/media-formats.ts';
import { costOf } from '../shared/models/model-card.ts';
import { smallStudio } from '../tests/support/small-studio.ts';
import { offlineStudio } from './offline-studio.ts';
import { readDirectives } from './writing/feedback-directives.ts';
import { lowerFirst, plainText } from './writing/plain-text.ts';

const [brief] = ordinaryBriefs;
const [hostile] = hostileBriefs;
if (!brief || !hostile) throw new Error('briefs are needed');
const fingerprint = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('makes real pictures and films in every shape, the same bytes for the same brief', async () => {
  const run = () => runOffline(brief, { models: smallStudio });
  const [first, again] = [await run(), await run()];
  const shapes = imageRatiosFor(brief.briefData.brandIdentity.priorityChannels);
  const picture = ['image/png', ...shapes.map((ratio) => `image/jpeg ${ratio}`)];
  const film = ['video/mp4', 'image/jpeg 9:16', 'video/mp4 1:1', 'image/jpeg 1:1'];
  const files = [...first.assets.values()].map(({ mediaType, formats = [] }) => [
    mediaType,
    ...formats.map((format) => `${format.mediaType} ${format.ratio}`),
  ]);
  expect(files).toEqual([picture, picture, film, film]);
  // Two variants are drawn side by side, and either may be done first.
  const bytesOf = ({ assets }: typeof first) =>
    [...assets]
      .sort(([one], [other]) => one.localeCompare(other))
      .flatMap(([, { bytes, formats = [] }]) => [bytes, ...formats.map((format) => format.bytes)].map(fingerprint));
  expect(bytesOf(again)).toEqual(bytesOf(first));
  expect(new Set(bytesOf(first)).size).toBe(bytesOf(first).length);
  for (const { usage, warnings } of first.assets.values()) {
    expect(usage.costMicroUsd).toBeUndefined(); // its price is the registry's: nothing
    expect(warnings).toEqual([expect.stringContaining('sans aucun modèle d’IA')]);
  }
});

it('draws another picture when asked to change it', async () => {
  const models = { ...smallStudio, video: imitationMedia().video };
  const changed = await runOffline(brief, { models, feedback: { designer: ['Mentionne la livraison'] } });
  const before = await runOffline(brief, { models });
  for (const variant of ['A', 'B']) {
    const assetId = `ast_01JD0000000000000000000000_visuals_1_${variant}`;
    expect(fingerprint(changed.assets.get(assetId)?.bytes ?? new Uint8Array())).not.toBe(
      fingerprint(before.assets.get(assetId)?.bytes ?? new Uint8Array()),
    );
  }
});

it('draws and films a hostile brief too', async () => {
  expect((await runOffline(hostile, { models: smallStudio })).assets.size).toBe(4);
});

it('counts its words honestly, costs nothing and says that no AI model was used', async () => {
  const { textRequests } = await runOffline(brief, { only: ['MarketAnalyst'] });
  const [request] = textRequests;
  if (!request) throw new Error('the analyst must ask');
  const { text, usage, warnings } = await offlineStudio.text.generate(request);
  expect(usage).toEqual({
    inputTokens: Math.ceil((request.system.length + request.prompt.length) / 4),
    outputTokens: Math.ceil(text.length / 4),
  });
  expect(costOf(offlineStudio.text.card, usage)).toBe(0);
  expect(warnings).toEqual([expect.stringContaining('sans aucun modèle d’IA')]);
});

it('does not read the prompt and refuses facts it cannot use', async () => {
  const { textRequests } = await runOffline(brief, { only: ['MarketAnalyst'] });
  const [request] = textRequests;
  if (!request) throw new Error('the analyst must ask');
  const { text } = await offlineStudio.text.generate(request);
  expect((await offlineStudio.text.generate({ ...request, prompt: 'something else' })).text).toEqual(text);
  const unknown = offlineStudio.text.generate({ ...request, source: { ...request.source, facts: { surprise: true } } });
  await expect(unknown).rejects.toMatchObject({ name: 'ModelRefused' });
});

describe('what people typed', () => {
  it('is stripped of markup, invisible characters and layout signs', () => {
    expect(plainText('<b>L’\u202E"Étoile"</b>  {x} [[y|z]] `#', 'fr')).toBe('L’« Étoile » x y z');
    expect(plainText('R&D, HIPAA / SOC 2, C# &nbsp;🌱 Premières Nations', 'fr')).toBe(
      'R&D, HIPAA / SOC 2, C# 🌱 Premières Nations',
    );
  });

  it('keeps acronyms and names in capitals when set into a sentence', () => {
    expect(['PME', 'Safety first', 'À deux', 'McKay', 'SaaS'].map(lowerFirst)).toEqual([
      'PME',
      'safety first',
      'à deux',
      'McKay',
      'SaaS',
    ]);
  });
});

it.each([
  ['Plus court, merci', { shorter: true }], ['make it shorter', { shorter: true }], ['Sois plus direct', { direct: true }],
  ['sans emoji', { withoutEmoji: true }], ['No emojis please', { withoutEmoji: true }], ['Il faut tutoyer', { familiar: true }],
  ['vouvoyer', { familiar: false }], ['Parle de la livraison à vélo', { mentions: ['la livraison à vélo'] }],
  ['Please mention free returns.', { mentions: ['free returns'] }], ['I miss warmth', { requests: ['I miss warmth'] }],
  ['Le texte doit rassurer sur les délais', { intentions: ['rassurer sur les délais'], requests: [] }],
])('understands "%s"', (feedback, expected) => {
  expect(readDirectives([feedback], 'fr')).toMatchObject(expected);
}); // biome-ignore format: a table
