import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBriefFile } from './brief-file.ts';
import { UsageError } from './command-errors.ts';

describe('reading a brief', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'astromedia-brief-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const write = async (content: unknown) => {
    const file = join(directory, 'brief.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const example = async () => JSON.parse(await readFile('test-campaign.json', 'utf8'));

  it('takes the example, with channels as identifiers', async () => {
    const brief = await readBriefFile('test-campaign.json');

    expect(brief.briefData.brandIdentity.priorityChannels).toContain('instagram');
  });

  it('lets the command line silence the films', async () => {
    expect((await readBriefFile('test-campaign.json', { mute: true })).briefData.silentFilms).toBe(true);
    expect((await readBriefFile('test-campaign.json')).briefData.silentFilms).toBeUndefined();
  });

  it('lets the command line decide on mode and language', async () => {
    const brief = await readBriefFile('test-campaign.json', { mode: 'GUIDED', language: 'en' });

    expect(brief).toMatchObject({ governanceMode: 'GUIDED', language: 'en' });
  });

  it('names every wrong field with its path', async () => {
    const brief = await example();
    brief.briefData.companyInfo.name = '';
    brief.briefData.campaignGoals.budget.amount = -1;
    brief.briefData.brandIdentity.priorityChannels = ['Minitel'];
    brief.colour = 'blue';

    const reading = readBriefFile(await write(brief));

    await expect(reading).rejects.toThrow(UsageError);
    for (const path of [
      'name must not be empty (briefData.companyInfo.name)',
      'amount must be at least 0 (briefData.campaignGoals.budget.amount)',
      'priorityChannels[0] must be one of linkedin, instagram',
      'colour is not a known field',
    ]) {
      await expect(reading).rejects.toThrow(path);
    }
  });

  it.each([
    ['{\n  "name": "a",\n  name: 1\n}', 'line 3, column 3'],
    ['{\n  "name": "a"', 'line 2, column 14'],
    ['', 'line 1, column 1'],
  ])('says where %j stops being JSON', async (text, place) => {
    await expect(readBriefFile(await write(text))).rejects.toThrow(place);
  });

  it.each(['[]', '"text"', 'null'])('refuses %s, which is JSON but no brief', async (text) => {
    await expect(readBriefFile(await write(text))).rejects.toThrow('the whole file');
  });

  it('says when there is no such file', async () => {
    await expect(readBriefFile(join(directory, 'none.json'))).rejects.toThrow('there is no such file');
  });
});
