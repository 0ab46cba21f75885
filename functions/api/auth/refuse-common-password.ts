/** Throws validation-failed for one of the commonest passwords. Few calls bring a new one: the list, 16 KB, is read by the first that does. */
export const refuseCommonPassword = async (password: string, pointer: string): Promise<void> =>
  (await import('./common-password.ts')).refuseCommonPassword(password, pointer);
