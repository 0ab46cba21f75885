import type { Profile } from '../../../shared/contracts/profile.ts';
import type { User } from '../../../shared/data/users.ts';

/** What a person is shown of their account. */
export const publicProfile = ({
  userId,
  monthlyCalls: _monthlyCalls,
  sessionsSince: _sessionsSince,
  admittedTokens: _admittedTokens,
  tier = 'standard',
  ...user
}: User): Profile => ({
  id: userId,
  ...user,
  tier,
});
