import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import { findProfile, type ProfileParts } from './find-profile.ts';
import { publicProfile } from './public-profile.ts';

/** Changes what a person says of themselves. */
export const changeProfile = (parts: ProfileParts) => async (input: Input<'changeProfile'>) => {
  await findProfile(parts)(input);
  const changed = await parts.users.change(input.principal.userId, input.body);
  if (!changed) throw new ProblemError('not-found', 'The account was deleted a moment ago.');
  return publicProfile(changed);
};
