import { describe, expect, it } from 'vitest';
import { evened } from './brief-fields.ts';
import { readConstraints } from './read-constraints.ts';

const read = (text: string) =>
  readConstraints([{ path: 'brandIdentity.tone', text: evened(text) }]).constraints.map(
    ({ kind, value, replacement }) => [kind, value, replacement].filter(Boolean).join(' '),
  );

describe('constraints in the tone of a brief', () => {
  it.each([
    ['on tutoie', 'say-tu'], ['Tutoiement, chaleureux', 'say-tu'], ['tu à nos lecteurs', 'say-tu'], ['fun, tu, emojis ok', 'say-tu'],
    ['vous de politesse', 'say-vous'], ['on vouvoie toujours', 'say-vous'], ['sérieux, vous', 'say-vous'], ['ton institutionnel', 'say-vous'],
    ['pas de hashtags', 'no-hashtags'], ['zéro #', 'no-hashtags'], ['sans mot-clic', 'no-hashtags'], ['no hashtags please', 'no-hashtags'],
    ['max 2 hashtags', 'most-hashtags 2'], ['no more than two hashtags', 'most-hashtags 2'],
    ['pas d’émojis', 'no-emoji'], ['aucun smiley', 'no-emoji'], ['emoji-free', 'no-emoji'], ['one emoji max', 'most-emoji 1'], ['un seul émoji max', 'most-emoji 1'],
    ['jamais de point d’exclamation', 'no-exclamation'], ['sans !', 'no-exclamation'], ['no exclamation marks', 'no-exclamation'], ['no exclamation points', 'no-exclamation'],
    ['ne jamais dire « gratuit »', 'never-say gratuit'], ['éviter le mot cheap et ses dérivés', 'never-say cheap'], ['never say "revolutionary"', 'never-say revolutionary'],
    ["we never say 'customers', we say 'members'", 'say-instead customers members'],
    ['ne parlez jamais de prix', 'no-prices'], ["don't mention cost", 'no-prices'], ['dont mention cost', 'no-prices'],
    ['pas de superlatifs', 'no-superlatives'], ['plain English, short sentences, no jargon', 'plain-words'],
    ['US English', 'variety en-US'], ['UK spelling', 'variety en-GB'], ['français du Québec', 'variety fr-CA'],
    ['pas de posts le dimanche', 'no-posts-on 0'], ['never post on Fridays', 'no-posts-on 5'],
    ['toujours mentionner « sans gluten »', 'must-mention sans gluten'],
  ])('"%s" is %s', (text, expected) => expect(read(text)).toEqual([expected])); // biome-ignore format: a table

  it.each(['ne pas oublier les hashtags', 'no limit on emoji', 'n’hésitez pas à mettre des points d’exclamation', 'chaleureux, précis', 'emojis welcome'])(
    '"%s" bans nothing',
    (text) => expect(read(text)).toEqual([]),
  );

  it('bans both days of a weekend and every word of a list', () => {
    expect(read('no posts on weekends')).toEqual(['no-posts-on 6', 'no-posts-on 0']);
    expect(read('ne jamais dire « vieux », « senior » ou « âgé »')).toEqual(['never-say vieux', 'never-say senior', 'never-say âgé']);
  });

  it.each<[string, string[]]>([
    ['no hashtags, max 2 hashtags', ['most-hashtags 2']], ['no emoji, one emoji max', ['most-emoji 1']], ['no hashtags; max one emoji', ['no-hashtags', 'most-emoji 1']], ['no emoji; max trois hashtags', ['no-emoji', 'most-hashtags 3']],
    ['never say "customers", we never say \'customers\', we say \'members\'', ['say-instead customers members']], ['ne pas dire « client » mais « invité »', ['say-instead client invité']], ['say "guests" instead of "customers"', ['say-instead customers guests']],
    ['never say "cheap"; we never say \'customers\', we say \'members\'', ['never-say cheap', 'say-instead customers members']],
    ['never say "Deal". Never say "deal"', ['never-say deal']], ['n’oubliez pas de mentionner « sans gluten »', ['must-mention sans gluten']], ['always include our charity number 123', ['must-mention our charity number 123']],
    ['n’hésitez pas à être créatifs dans tous les visuels proposés, mais pas d’émojis', ['no-emoji']], ['banned words: cheap, deal or "bargain of the year".', ['never-say cheap', 'never-say deal', 'never-say bargain of the year']],
    ['n’oubliez pas le mot artisan', []], ['N’oubliez pas nos horaires de fin d’année dans chacun des visuels, mais pas d’émojis', ['no-emoji']], ['mots interdits : soldes, promo !', ['never-say soldes', 'never-say promo']], ['toujours citer le label Ecocert !', ['must-mention le label Ecocert']],
    ['ne publiez rien le samedi', ['no-posts-on 6']], ['nothing on Sundays', ['no-posts-on 0']], ['zéro superlatifs', ['no-superlatives']], ['no «paradise», no "gem"', ['never-say paradise', 'never-say gem']], ['ne pas citer le client Airbus', ['never-say Airbus']],
    ['français de Suisse', ['variety fr-CH']], ['à la québécoise', ['variety fr-CA']], ['canadian spelling', ['variety en-CA']], ['2 émojis au plus', ['most-emoji 2']], ['éviter le mot promo', ['never-say promo']], ['no emoji, and mots interdits : soldes, promo', ['never-say soldes', 'never-say promo', 'no-emoji']],
  ])('%s: %j', (text, expected) => expect(read(text)).toEqual(expected));

  it('are read where people write them, and nowhere else', () => {
    const of = (path: string) => readConstraints([{ path, text: 'no emoji' }]).constraints.map(({ from }) => from);
    for (const path of ['brandIdentity.tone', 'brandIdentity.brandValues', 'campaignGoals.objectives.12', 'campaignGoals.targetAudience', 'campaignGoals.duration'])
      expect(of(path)).toEqual([{ field: path, quote: 'no emoji' }]);
    for (const path of ['name', 'companyInfo.sector', 'companyInfo.name']) expect(of(path)).toEqual([]);
  });

  it('keeps the bans of a list that are words, and asks about the others', () => {
    const text = 'interdits : soldes, le mot SDF et photos de gens qui dorment dehors !';
    const { constraints, doubts } = readConstraints([{ path: 'brandIdentity.tone', text }]);
    expect(constraints.map(({ value }) => value)).toEqual(['soldes', 'SDF']);
    expect(doubts).toEqual([{ about: 'constraints', from: { field: 'brandIdentity.tone', quote: text }, kind: 'ban-without-rule', parts: [text] }]);
  });

  it('asks nothing about a list of words', () =>
    expect(readConstraints([{ path: 'brandIdentity.tone', text: 'banned words: cheap, deal' }]).doubts).toEqual([]));

  it('keeps thirty at most', () =>
    expect(read(`banned words: ${Array.from({ length: 40 }, (_, place) => `word${place}`).join(', ')}`)).toHaveLength(30));

  it.each<[string, string[]]>([
    ['ton institutionnel', ['institutional-tone']], ['ton institutionnel, vouvoiement', []], ['ton institutionnel. tutoiement', ['two-voices']], ['vouvoiement', []], ['tutoiement', []],
  ])('asks how to address readers, of "%s": %j', (text, kinds) =>
    expect(readConstraints([{ path: 'brandIdentity.tone', text }]).doubts.map(({ kind }) => kind)).toEqual(kinds));

  it('keeps one voice of two and asks', () => {
    const { constraints, doubts } = readConstraints([{ path: 'brandIdentity.tone', text: 'tutoiement, mais on vouvoie les clients' }]);
    expect(constraints.map(({ kind }) => kind)).toEqual(['say-vous']);
    expect(doubts).toMatchObject([{ about: 'constraints', kind: 'two-voices' }]);
  });
}); // biome-ignore format: tables
