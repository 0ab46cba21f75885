// Everything that holds data: the table, the bucket, the accounts. Deployed rarely; deleting the app stack leaves it whole.
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Accounts } from '../constructs/accounts.ts';
import { AssetBucket } from '../constructs/asset-bucket.ts';
import { CampaignTable } from '../constructs/campaign-table.ts';
import { ModelSettingsSecret } from '../constructs/model-settings-secret.ts';
import { MonthlyBudget } from '../constructs/monthly-budget.ts';
import type { Settings } from '../settings.ts';

export class DataStack extends Stack {
  readonly table: CampaignTable;
  readonly bucket: AssetBucket;
  readonly accounts: Accounts;
  readonly modelSettings: ModelSettingsSecret;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: `AstroMedia ${settings.stage}: campaigns, assets and accounts`,
      terminationProtection: settings.keepData,
    });
    const removalPolicy = settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.table = new CampaignTable(this, 'Campaigns', { removalPolicy });
    this.bucket = new AssetBucket(this, 'Assets', {
      removalPolicy,
      // An emulator runs no function of CDK's own; it forgets everything when it stops.
      emptied: !settings.keepData && !settings.emulatorUrl,
      allowedOrigins: settings.allowedOrigins,
    });
    this.accounts = new Accounts(this, 'Accounts', { removalPolicy, settings });
    this.modelSettings = new ModelSettingsSecret(this, 'ModelSettings', { removalPolicy });
    if (settings.monthlyBudget)
      new MonthlyBudget(this, 'MonthlyBudget', { stage: settings.stage, ...settings.monthlyBudget });

    new CfnOutput(this, 'TableName', { value: this.table.name });
    new CfnOutput(this, 'BucketName', { value: this.bucket.name });
    new CfnOutput(this, 'ModelSettingsSecretArn', { value: this.modelSettings.arn });
    new CfnOutput(this, 'UserPoolId', { value: this.accounts.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: this.accounts.clientId });
  }
}
