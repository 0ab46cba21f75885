import { describe, expect, it } from 'vitest';
import { parseCampaignArguments, resumeCommand } from './campaign-arguments.ts';
import { UsageError } from './command-errors.ts';

describe('the arguments of npm run campaign', () => {
  it('run the example in AUTO when nothing is said', () => {
    expect(parseCampaignArguments([])).toMatchObject({
      file: 'test-campaign.json',
      mode: 'AUTO',
      out: 'out',
      directory: '.astromedia',
      resume: undefined,
    });
  });

  it('leave the mode to the brief when a file is named', () => {
    expect(parseCampaignArguments(['mine.json'])).toMatchObject({ file: 'mine.json', mode: undefined });
  });

  it.each([
    ['auto', 'AUTO'],
    ['guided', 'GUIDED'],
    ['semi-auto', 'SEMI_AUTO'],
    ['SEMI_AUTO', 'SEMI_AUTO'],
  ])('read the mode %s', (text, mode) => {
    expect(parseCampaignArguments(['mine.json', '--mode', text]).mode).toBe(mode);
  });

  it('resume the newest campaign, or the one named', () => {
    expect(parseCampaignArguments(['--resume'])).toMatchObject({ resume: { campaignId: undefined }, mode: undefined });
    expect(parseCampaignArguments(['--resume', 'cmp_1']).resume).toEqual({ campaignId: 'cmp_1' });
  });

  it('show the help for -h', () => expect(parseCampaignArguments(['-h']).help).toBe(true));

  it('are kept in the command that goes on', () => {
    const args = parseCampaignArguments([
      '--out',
      '/tmp/my export',
      '--directory',
      'state',
      '--media-url',
      'cdn.example.com',
    ]);

    expect(resumeCommand(args, 'cmp_1')).toBe(
      "npm run campaign -- --resume cmp_1 --directory state --out '/tmp/my export' --media-url https://cdn.example.com",
    );
    expect(resumeCommand(parseCampaignArguments([]))).toBe('npm run campaign -- --resume');
  });

  it.each([
    [['--fast'], 'There is no option --fast.'],
    [['--media-url', 'soon'], '--media-url must be a web address'],
    [['--help=yes'], '--help takes no value.'],
    [['--mode', 'manual'], '--mode must be auto, guided or semi-auto, not "manual"'],
    [['--language', 'de'], '--language must be fr or en'],
    [['--out'], '--out needs a value.'],
    [['a.json', 'b.json'], 'Only one file'],
    [['--resume', 'a.json'], 'cmp_'],
  ])('refuse %j with the reason and the usage', (args, reason) => {
    const parse = () => parseCampaignArguments(args);

    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(reason);
    expect(parse).toThrow('Usage: npm run campaign');
  });
});
