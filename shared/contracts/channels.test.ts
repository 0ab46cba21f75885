import { describe, expect, it } from 'vitest';
import { channelName, channels } from './channels.ts';

describe('names of channels', () => {
  it.each([
    ['search', 'Search', 'Recherche'],
    ['x', 'X', 'X'],
    ['email', 'E-mail', 'E-mail'],
  ] as const)('%s is called %s in English and %s in French', (channel, english, french) => {
    expect([channelName(channel, 'en'), channelName(channel, 'fr')]).toEqual([english, french]);
  });

  it('each channel has one in both languages', () => {
    for (const channel of channels)
      expect([channelName(channel, 'en'), channelName(channel, 'fr')].every(Boolean)).toBe(true);
  });
});
