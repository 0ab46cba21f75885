// What a browser opens. Holds nothing of its own: every file in it comes from the repository.
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { EdgeLogs } from '../constructs/edge-logs.ts';
import { SiteBucket } from '../constructs/site-bucket.ts';
import { SiteDistribution } from '../constructs/site-distribution.ts';
import { SiteHeaders } from '../constructs/site-headers.ts';
import { SitePublication } from '../constructs/site-publication.ts';
import type { Settings } from '../settings.ts';
import type { AppStack } from './app-stack.ts';
import type { DataStack } from './data-stack.ts';

interface WebStackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly app: AppStack;
}

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, app }: WebStackProps) {
    super(scope, id, { description: `AstroMedia ${settings.stage}: the web application and its address` });
    const { bucket: site } = new SiteBucket(this, 'Site');
    const headers = new SiteHeaders(this, 'Headers', {
      settings,
      liveOrigin: app.live.origin,
      assetPrefix: data.bucket.linkPrefix,
    });
    const logs = settings.edgeLogs ? new EdgeLogs(this, 'EdgeLogs', settings).bucket : undefined;
    const web = new SiteDistribution(this, 'Web', { site, app, headers, settings, logs });
    new SitePublication(this, 'Publication', { site, liveUrl: app.live.url, settings });
    new CfnOutput(this, 'WebUrl', { value: web.url });
  }
}
