import { isKeyId } from '../../../shared/contracts/identifiers.ts';
import { useWords } from '../../i18n/messages.ts';
import { useSession } from '../../live/session.ts';
import { historyWords } from './history-messages.ts';

/** Who a principal is, for the person who looks. */
export function useDecider(): (principal: string) => string {
  const say = useWords(historyWords);
  const session = useSession();
  return (principal) => {
    if (principal === session?.user.id) return say('you');
    return say(isKeyId(principal) ? 'apiKey' : 'teammate');
  };
}
