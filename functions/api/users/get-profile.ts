import type { Input } from '../../kit/http-function.ts';
import { findProfile, type ProfileParts } from './find-profile.ts';
import { publicProfile } from './public-profile.ts';

/** The caller's profile. */
export const getProfile = (parts: ProfileParts) => async (input: Input<'getProfile'>) =>
  publicProfile(await findProfile(parts)(input));
