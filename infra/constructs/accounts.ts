// Who may sign in: the user pool and the one app client that our functions sign people in through.
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, UserPool, type UserPoolClient, UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { accountRules } from '../../shared/contracts/resources.ts';
import type { Settings } from '../settings.ts';
import type { ServiceFunction } from './service-function.ts';

interface AccountsProps {
  readonly removalPolicy: RemovalPolicy;
  readonly settings: Pick<Settings, 'emulatorUrl' | 'requireEmailConfirmation' | 'mailSender'>;
}

export class Accounts extends Construct {
  /** Issuer of the access tokens, as it stands in them. */
  readonly tokenIssuer: string;
  private readonly tokenKeysUrl: string;
  private readonly requireEmailConfirmation: boolean;
  private readonly pool: UserPool;
  private readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { removalPolicy, settings }: AccountsProps) {
    super(scope, id);
    const { emulatorUrl, requireEmailConfirmation } = settings;
    this.requireEmailConfirmation = requireEmailConfirmation;
    this.pool = createPool(this, removalPolicy, settings);
    this.client = createClient(this.pool);
    this.tokenIssuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.userPoolId}`;
    // An emulator keeps AWS's issuer in its tokens but serves their keys itself.
    const keysOrigin = emulatorUrl ? `${emulatorUrl}/${this.userPoolId}` : this.tokenIssuer;
    this.tokenKeysUrl = `${keysOrigin}/.well-known/jwks.json`;
  }

  get userPoolId(): string {
    return this.pool.userPoolId;
  }

  get clientId(): string {
    return this.client.userPoolClientId;
  }

  /**
   * Lets the function register people, sign them in and mend their passwords. What people could ask Cognito themselves, by a password, a code or
   * a token, needs no permission; admitting somebody without a code, setting the password of who brought
   * the code, and ending all sessions of somebody do.
   */
  grantRegistration(service: ServiceFunction): void {
    service.provide({
      USER_POOL_ID: this.userPoolId,
      USER_POOL_CLIENT_ID: this.clientId,
      REQUIRE_EMAIL_CONFIRMATION: String(this.requireEmailConfirmation),
    });
    service.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'cognito-idp:AdminConfirmSignUp',
          'cognito-idp:AdminGetUser',
          'cognito-idp:AdminSetUserPassword',
          'cognito-idp:AdminUpdateUserAttributes',
          'cognito-idp:AdminUserGlobalSignOut',
        ],
        resources: [this.pool.userPoolArn],
      }),
    );
    this.grantClientSecret(service);
  }

  /** Lets the function act for the person whose token or password it holds, which needs no permission, through our client, which does. */
  grantOwnAccount(service: ServiceFunction): void {
    service.provide({ USER_POOL_ID: this.userPoolId, USER_POOL_CLIENT_ID: this.clientId });
    this.grantClientSecret(service);
  }

  /** The secret is asked for at run time: so it stands in no template, no variable and no store that would cost. */
  private grantClientSecret(service: ServiceFunction): void {
    service.addToRolePolicy(
      new PolicyStatement({
        actions: ['cognito-idp:DescribeUserPoolClient'],
        resources: [this.pool.userPoolArn],
      }),
    );
  }

  /** Tells the function how to recognise an access token of ours. The keys are public: there is nothing to permit. */
  grantTokenVerification(service: ServiceFunction): void {
    service.provide({
      TOKEN_ISSUER: this.tokenIssuer,
      TOKEN_JWKS_URI: this.tokenKeysUrl,
      USER_POOL_CLIENT_ID: this.clientId,
    });
  }
}

function createPool(
  scope: Construct,
  removalPolicy: RemovalPolicy,
  { requireEmailConfirmation, mailSender }: AccountsProps['settings'],
): UserPool {
  const pool = new UserPool(scope, 'UserPool', {
    // Signing in with a password is all that is used, and a third of the price of the default plan (docs/COSTS.md).
    featurePlan: FeaturePlan.LITE,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    selfSignUpEnabled: true,
    // Mails a code at registration; without it the function confirms at once, and only a forgotten password is mailed.
    autoVerify: { email: requireEmailConfirmation },
    ...(mailSender && {
      email: UserPoolEmail.withSES({
        fromEmail: mailSender.address,
        fromName: 'AstroMedia',
        sesRegion: mailSender.region,
        sesVerifiedDomain: mailSender.verifiedDomain,
      }),
    }),
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: accountRules.shortestPassword,
      requireLowercase: false,
      requireUppercase: false,
      requireDigits: false,
      requireSymbols: false,
    },
    deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
    removalPolicy,
  });
  Validations.of(pool).acknowledge(
    {
      id: 'AwsSolutions-COG1',
      reason: 'Length over composition, as NIST SP 800-63B advises: eight characters, no character classes.',
    },
    {
      id: 'AwsSolutions-COG2',
      reason: 'No second factor in the first slice: accounts hold campaign drafts, no payment data.',
    },
    {
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus plan is billed per active user; on every plan Cognito locks an account for a while after failed attempts.',
    },
  );
  return pool;
}

function createClient(pool: UserPool): UserPoolClient {
  return pool.addClient('Client', {
    authFlows: { userPassword: true },
    disableOAuth: true,
    // Whoever calls Cognito directly with the client's id, which every token tells, gets nowhere: our limits are the only way in.
    generateSecret: true,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(accountRules.accessTokenHours),
    idTokenValidity: Duration.hours(accountRules.accessTokenHours),
    refreshTokenValidity: Duration.days(accountRules.refreshTokenDays),
  });
}
