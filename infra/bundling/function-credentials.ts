// Stands in for the SDK's default credential chain inside bundles. Lambda hands a function its role's credentials in the environment, fresh for each
// execution environment; files, single sign-on and instance metadata do not exist there, and the code that looks for them weighs 110 to 135 KB.

/** Has the shape of `defaultProvider` of @aws-sdk/credential-provider-node. */
export const defaultProvider = () => async () => ({
  accessKeyId: required('AWS_ACCESS_KEY_ID'),
  secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
  ...sessionToken(),
});

function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set: this bundle takes its credentials from the environment, as Lambda provides them`,
    );
  return value;
}

function sessionToken(): { sessionToken?: string } {
  const value = process.env.AWS_SESSION_TOKEN;
  return value ? { sessionToken: value } : {};
}
