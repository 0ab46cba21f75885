import { describe, expect, it } from 'vitest';
import { sampleBriefData } from '../export/testing/sample-outputs.ts';
import { scheduledPostSchema } from './agent-outputs.ts';
import { briefSchema } from './brief.ts';
import { type Channel, channelSchema, socialNetworks } from './channels.ts';
import { postLength, postRules } from './post-rules.ts';
import { hashtagSchema, lineText, paragraphText } from './text.ts';
import { websiteSchema } from './website.ts';

const brief = { name: 'Plumber', governanceMode: 'AUTO', briefData: sampleBriefData };
const withCompany = (company: object) => ({
  ...brief,
  briefData: { ...brief.briefData, companyInfo: { ...brief.briefData.companyInfo, ...company } },
});

describe('a line and paragraphs', () => {
  it('refuse what nobody sees, in the words of the field, and count after cleaning', () => {
    expect(
      lineText(5, 'must say who')
        .safeParse('\u200B\u200D \u0000')
        .error?.issues.map(({ message }) => message),
    ).toEqual(['must say who']);
    expect(lineText(5).parse('&amp;amp;amp; \u0000ab ')).toBe('& ab');
    expect(paragraphText(20).parse('one\r\n\r\ntwo')).toBe('one\n\ntwo');
  });
});

describe('a brief as people write it', () => {
  it('keeps no line end in a name and no reference of Word', () => {
    const { name, briefData } = briefSchema.parse({
      ...withCompany({ name: 'Maison&nbsp;Lumière' }),
      name: 'Launch\r\nBEGIN:VEVENT\r\nSUMMARY:raw',
    });

    expect(name).toBe('Launch BEGIN:VEVENT SUMMARY:raw');
    expect(briefData.companyInfo.name).toBe('Maison\u00A0Lumière');
  });

  it.each(['GBP', 'chf', ' JPY ', 'KWD', 'XOF'])('takes a budget in %s', (currency) => {
    const { briefData } = briefSchema.parse({
      ...brief,
      briefData: {
        ...sampleBriefData,
        campaignGoals: { ...sampleBriefData.campaignGoals, budget: { amount: 5, currency } },
      },
    });
    expect(briefData.campaignGoals.budget.currency).toBe(currency.trim().toUpperCase());
  });

  it('may leave out size and values', () => {
    const { size: _size, ...companyInfo } = sampleBriefData.companyInfo;
    const { brandValues: _values, ...brandIdentity } = sampleBriefData.brandIdentity;
    expect(
      briefSchema.safeParse({ ...brief, briefData: { ...sampleBriefData, companyInfo, brandIdentity } }).success,
    ).toBe(true);
  });

  it.each([
    ['plombier-dupont.fr', 'https://plombier-dupont.fr'],
    ['www.example.com/a?b=1', 'https://www.example.com/a?b=1'],
    ['example.com:8080', 'https://example.com:8080'],
    ['http://example.com', 'http://example.com'],
    ['maison-lumière.fr', 'https://maison-lumière.fr'],
  ])('takes the website %s for %s', (typed, kept) => expect(websiteSchema.parse(typed)).toBe(kept));

  it.each([
    'javascript:alert(1)',
    'ftp://files.example',
    'mailto:a@b.fr',
    'me@example.com',
    'soon',
    'a b.fr',
    'https://',
  ])('refuses the website %s', (typed) => expect(websiteSchema.safeParse(typed).success).toBe(false));

  it.each<[string, Channel]>([
    ['Google', 'search'],
    ['Google Ads', 'search'],
    ['insta', 'instagram'],
    ['FB', 'facebook'],
    ['X (Twitter)', 'x'],
    ['LinkedIn', 'linkedin'],
    ['E-mailing', 'email'],
    ['e-mail', 'email'],
    ['Newsletter', 'email'],
    ['mail', 'email'],
    ['Référencement naturel', 'search'],
    ['You Tube', 'youtube'],
    ['Site web', 'blog'],
  ])('understands the channel %s', (typed, channel) => expect(channelSchema.parse(typed)).toBe(channel));
});

describe('a hashtag', () => {
  it.each(['#Lyon', '#été2026', '#हिन्दी', '#Maison_Lumière'])('is %s', (tag) =>
    expect(hashtagSchema.parse(tag)).toBe(tag),
  );
  it.each(['#2026', '#_', '#', 'Lyon', '#a b', '#a-b'])('is not %s', (tag) =>
    expect(hashtagSchema.safeParse(tag).success).toBe(false),
  );
});

describe('the length of a post', () => {
  const family = '👨‍👩‍👧‍👦';
  it.each([
    ['x', 'あ'.repeat(200), 400],
    ['x', `https://astromedia.com/${'x'.repeat(300)} bonjour`, 31],
    ['x', family, 2],
    ['x', 'été', 3],
    ['bluesky', family.repeat(10), 25],
    ['bluesky', 'あ'.repeat(300), 300],
    ['threads', 'ok 👍', 7],
    ['youtube', 'été', 5],
    ['linkedin', '👍', 2],
  ] as const)('on %s: %s', (network, text, length) => expect(postLength(network, text)).toBe(length));

  it('is one that the check of a plan and the table agree on', () => {
    const post = (text: string) => ({
      id: 'post-01',
      channel: 'x',
      text,
      hashtags: [],
      scheduledAt: '2026-12-01T10:00:00.000Z',
    });

    expect(scheduledPostSchema.safeParse(post('あ'.repeat(140))).success).toBe(true);
    expect(scheduledPostSchema.safeParse(post('あ'.repeat(141))).error?.issues[0]?.message).toBe(
      'must be shorter: with its hashtags it has 282 weighted characters, and X takes 280',
    );
    for (const network of socialNetworks) expect(postRules[network].readOn).toMatch(/^2026-/);
  });
});
