import { useWords } from '../../i18n/messages.ts';
import type { CostsFilter } from './costs-data.ts';
import { costsWords } from './messages.ts';

const agentWords = {
  MarketAnalyst: 'agentMarketAnalyst',
  CMO: 'agentCMO',
  Scriptwriter: 'agentScriptwriter',
  SEO: 'agentSEO',
  Copywriter: 'agentCopywriter',
  ContentWriter: 'agentContentWriter',
  designer: 'agentDesigner',
  'video-producer': 'agentVideo',
  Social: 'agentSocial',
  Analytics: 'agentAnalytics',
  none: 'agentNone',
} as const;
const isAgent = (key: string): key is keyof typeof agentWords => key in agentWords;

/** How a person calls what the usage names by its key. */
export function useKeyNames(): (field: keyof CostsFilter, key: string) => string {
  const say = useWords(costsWords);
  return (field, key) => {
    if (field === 'agent' && isAgent(key)) return say(agentWords[key]);
    if (field === 'campaignId') return say(key === 'direct' ? 'direct' : 'deleted');
    if (key === 'offline-studio' || key === 'studio') return say('offlineStudio');
    return key;
  };
}
