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

  it('keeps one voice of two and asks', () => {
    const { constraints, doubts } = readConstraints([{ path: 'brandIdentity.tone', text: 'tutoiement, mais on vouvoie les clients' }]);
    expect(constraints.map(({ kind }) => kind)).toEqual(['say-vous']);
    expect(doubts).toMatchObject([{ about: 'constraints', kind: 'two-voices' }]);
  });
}); // biome-ignore format: tables
