// Copies the files of the web application into its bucket on every deployment that changes them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultStackSynthesizer, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import { Construct } from 'constructs';
import { sampleBriefs } from '../../shared/contracts/sample-briefs.ts';
import { projectRoot } from '../bundling/bundle-format.ts';
import { logRemoval, type Settings } from '../settings.ts';

/** How long a browser may keep what the build named after its content. */
const assetAge = Duration.days(365);

interface SitePublicationProps {
  readonly site: IBucket;
  /** Address of the socket. The API has the page's own. */
  readonly liveUrl: string;
  readonly settings: Settings;
}

export class SitePublication extends Construct {
  constructor(scope: Construct, id: string, { site, liveUrl, settings }: SitePublicationProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: logRemoval(settings),
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    const common = { destinationBucket: site, retainOnDelete: false, role, logGroup };
    const built = builtApplication();
    // Before the page that names them. Those of the release before stay: a tab that is open still asks for them.
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      sources: [Source.asset(built, { exclude: ['*', '!assets', '!assets/**'] })],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(assetAge), CacheControl.immutable()],
      prune: false,
    });
    const page = new BucketDeployment(this, 'Files', {
      ...common,
      sources: [
        Source.asset(built, { exclude: ['assets', '.vite'] }),
        Source.jsonData('settings.json', { liveUrl, sampleBriefs: sampleBriefs(readOfProject) }),
      ],
      // CloudFront asks again after the second that is its minimum: nothing to invalidate, and no permission on every distribution.
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.seconds(0)), CacheControl.mustRevalidate()],
      prune: true,
      exclude: ['assets/*'],
    });
    page.node.addDependency(assets);
    acknowledgeFindings(this, { role, site });
  }
}

let built: string | undefined;

/** Folder of the application, built for the sources as they are. A program of its own: a bundler is large. */
function builtApplication(): string {
  built ??= execFileSync(process.execPath, [join(projectRoot, 'web/build.ts')], { encoding: 'utf8' }).trim();
  return built;
}

const readOfProject = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

/** BucketDeployment brings its own function and asks for these permissions: on its own two buckets only. */
function acknowledgeFindings(scope: Construct, { role, site }: { role: Role; site: IBucket }): void {
  const stack = Stack.of(scope);
  const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
  const siteFiles = flattenCfnReference(stack.resolve(`${site.bucketArn}/*`));
  const stagedFiles = `arn:<AWS::Partition>:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-<AWS::Region>/*`;
  const findings = [
    ...actions.map((action) => `Action::${action}`),
    ...[siteFiles, stagedFiles].map((files) => `Resource::${files}`),
  ];
  for (const finding of findings) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[${finding}]`,
      reason: "CDK's own grant to its copying function: it reads what CDK staged and writes the site, nothing else.",
    });
  }
  for (const handler of stack.node.children.filter(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))) {
    Validations.of(handler).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'CDK brings this function with the Python runtime it was tested on, and moves it on with its releases.',
    });
  }
}
