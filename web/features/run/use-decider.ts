import { useSession } from '../../live/session.ts';
import { useWords } from '../../words/words.ts';
import { runWords } from './words.ts';

/** Who a principal is, for the person who looks. */
export function useDecider(): (principal: string) => string {
  const say = useWords(runWords);
  const session = useSession();
  return (principal) => {
    if (principal === session?.user.id) return say('you');
    return say(principal.startsWith('usr_') || principal.includes('-') ? 'teammate' : 'apiKey');
  };
}
