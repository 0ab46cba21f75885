import { pickFields } from '../../../shared/contracts/pick-fields.ts';
import { type Profile, profileSchema } from '../../../shared/contracts/profile.ts';
import type { User } from '../../../shared/data/users.ts';

/** What a person is shown of their account. */
export const publicProfile = (user: User): Profile => ({
  ...pickFields(profileSchema.unwrap(), user),
  id: user.userId,
  tier: user.tier ?? 'standard',
});
