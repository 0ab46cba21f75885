// The words that models are asked with are kept like code: a change is a new version, and what is sent for a brief can be read in rendered/.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageRequest, TextRequest } from '../../models/model.ts';
import { imitationMedia } from '../testing/imitation-media.ts';
import { runOffline } from '../testing/run-offline.ts';
import { ordinaryBriefs } from '../testing/sample-briefs.ts';
import { actionLine } from './goal-actions.ts';
import versions from './versions.json' with { type: 'json' };

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.(?:en|fr)\.ts$/u.test(name));

describe.each(files)('%s', (file) => {
  it('has a version of its own for every wording that it ever had', () => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const version = /^ {2}version: (\d+),$/mu.exec(text)?.[1] ?? 'none';
    const known: Readonly<Record<string, Readonly<Record<string, string>>>> = versions;
    const sha256 = createHash('sha256').update(text.replace(/\s+/gu, ' ')).digest('hex').slice(0, 16);
    // Another text under a known version: raise the version in the file, and add it with this fingerprint to versions.json.
    expect({ version, sha256 }).toEqual({ version, sha256: known[file]?.[version] });
  });
});

it('has the same agents in both languages', () => {
  const of = (language: string) =>
    files.filter((name) => name.endsWith(`.${language}.ts`)).map((name) => name.split('.')[0]);
  expect(of('fr')).toEqual(of('en'));
  expect(of('fr')).toHaveLength(11);
});

const briefs = (['fr', 'en'] as const).map((language) => {
  const brief = ordinaryBriefs.find((candidate) => candidate.language === language);
  if (!brief) throw new Error(`There is no sample brief in ${language}`);
  return { language, brief };
});

describe.each(briefs)('what is sent for a brief in $language', ({ language, brief }) => {
  let requests: readonly TextRequest[];
  const mediaRequests: ImageRequest[] = [];
  beforeAll(async () => {
    const { text, image, video } = imitationMedia();
    const models = {
      text,
      image: { ...image, generate: noting(image.generate) },
      video: { ...video, submit: noting(video.submit) },
    };
    requests = (await runOffline(brief, { models })).textRequests;
  });
  const noting =
    <Request extends ImageRequest, Answer>(make: (request: Request) => Answer) =>
    (request: Request): Answer => {
      mediaRequests.push(request);
      return make(request);
    };

  it('can be read as it is sent, up to the data', async () => {
    for (const { source, system, prompt, promptVersion } of requests) {
      const words = prompt.slice(0, prompt.indexOf('<<<'));
      await expect(`${promptVersion}\n\n${system}\n\n${words}`).toMatchFileSnapshot(
        `rendered/${source.purpose}.${language}.txt`,
      );
    }
  });

  it.each(['designer', 'video-producer'])(
    'can be read as it is sent to the models of the %s, in both styles',
    async (purpose) => {
      const own = mediaRequests.filter(({ source }) => source.purpose === purpose);
      expect(own.map(({ promptVersion }) => promptVersion)).toEqual(
        Array.from({ length: 2 }, () => expect.stringMatching(new RegExp(`^${purpose}\\.${language}@\\d+$`, 'u'))),
      );
      const sent = own.map(
        ({ promptVersion, prompt }) => `${promptVersion}\n\n${prompt.slice(0, prompt.indexOf('\n<<<'))}`,
      );
      await expect(sent.join('\n\n')).toMatchFileSnapshot(`rendered/${purpose}.${language}.txt`);
    },
  );

  it('names its version, and puts the facts of the brief, numbered, before all other data', () => {
    for (const { source, prompt, promptVersion = '' } of requests) {
      expect(promptVersion).toMatch(new RegExp(`^${source.purpose}\\.${language}@\\d+ house@\\d+$`, 'u'));
      expect(promptVersion.length).toBeLessThanOrEqual(40);
      expect(prompt.match(/<<<\S+ (\S+) /u)?.[1]).toBe('fact-sheet');
      expect(prompt).toContain(`F1 ${language === 'fr' ? 'marque' : 'brand'}: ${brief.briefData.companyInfo.name}`);
    }
  });

  it('says nothing outside of its fences that people or models wrote', () => {
    const written = [brief.briefData.companyInfo.name, ...brief.briefData.campaignGoals.objectives];
    for (const { prompt, system } of [...requests, ...mediaRequests.map((request) => ({ ...request, system: '' }))]) {
      const outside = `${system}\n${prompt.replaceAll(/<<<(?:DATA|DONNÉES) [\s\S]*?<<<(?:END|FIN) [^>]*>>>/gu, '')}`;
      for (const text of written) expect(outside).not.toContain(text);
    }
  });
});

it('asks for the action of the goal, in the verbs of the language, with what must not be said', () => {
  expect(actionLine('donate', 'fr')).toMatch(/donnez, soutenez[\s\S]*culpabilité/u);
  expect(actionLine('call', 'en')).toMatch(/call, ring[\s\S]*invented or reformatted/u);
});
