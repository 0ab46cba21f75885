// What people open in a browser: the web application, the API below /api on the same origin, so that no page needs CORS, and the partner API below /partner.
import { fileURLToPath } from 'node:url';
import { Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { partnerStage } from '../../shared/contracts/routes.ts';
import { edgeNameOf, type Settings } from '../settings.ts';
import type { AppStack } from '../stacks/app-stack.ts';

const pathsFile = fileURLToPath(new URL('../edge/application-paths.js', import.meta.url));
const viewerAddressFile = fileURLToPath(new URL('../edge/viewer-address.js', import.meta.url));

interface SiteDistributionProps {
  readonly site: IBucket;
  readonly app: Pick<AppStack, 'http' | 'partner' | 'edgeToken'>;
  readonly headers: cloudfront.ResponseHeadersPolicy;
  readonly settings: Settings;
  /** Where requests are logged, when they are. */
  readonly logs: IBucket | undefined;
}

export class SiteDistribution extends Construct {
  /** Address of the application, such as https://….cloudfront.net. */
  readonly url: string;

  constructor(scope: Construct, id: string, { site, app, headers, settings, logs }: SiteDistributionProps) {
    super(scope, id);
    const apis = passedOn(this, app.edgeToken);
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `AstroMedia ${settings.stage}`,
      defaultRootObject: 'index.html',
      defaultBehavior: { ...pages(this, site, settings), responseHeadersPolicy: headers },
      additionalBehaviors: {
        '/api/*': { ...apis(app.http.host), responseHeadersPolicy: headers },
        [`/${partnerStage}/*`]: { ...apis(app.partner.host), responseHeadersPolicy: headers },
      },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass[settings.edgeLocations],
      ...ownDomain(this, settings),
      ...(settings.webAclArn && { webAclId: settings.webAclArn }),
      ...(logs && { logBucket: logs }),
    });
    acknowledgeFindings(distribution, settings);
    this.url = `https://${settings.webDomain?.name ?? distribution.distributionDomainName}`;
  }
}

/** Files carry their own cache-control (site-publication.ts). S3 answers 403 for a missing one, as only listing the bucket would say 404. */
function pages(scope: Construct, site: IBucket, settings: Settings): cloudfront.BehaviorOptions {
  const paths = new cloudfront.Function(scope, 'ApplicationPaths', {
    code: cloudfront.FunctionCode.fromFile({ filePath: pathsFile }),
    runtime: cloudfront.FunctionRuntime.JS_2_0,
  });
  return {
    origin: S3BucketOrigin.withOriginAccessControl(site, {
      originAccessControl: new cloudfront.S3OriginAccessControl(scope, 'SiteAccess', {
        originAccessControlName: edgeNameOf(scope, settings, 'site'),
      }),
    }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
    compress: true,
    functionAssociations: [{ function: paths, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
  };
}

/** Nothing is cached, everything is passed on. A request without TLS is refused: by the time of a redirect its token has been read. */
function passedOn(scope: Construct, edgeToken: string): (host: string) => cloudfront.BehaviorOptions {
  const viewerAddress = new cloudfront.Function(scope, 'ViewerAddress', {
    code: cloudfront.FunctionCode.fromFile({ filePath: viewerAddressFile }),
    runtime: cloudfront.FunctionRuntime.JS_2_0,
  });
  return (host) => ({
    origin: new HttpOrigin(host, {
      customHeaders: { 'x-origin-token': edgeToken },
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
    }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
    originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    functionAssociations: [{ function: viewerAddress, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
  });
}

function ownDomain(scope: Construct, { webDomain }: Settings) {
  if (!webDomain) return {};
  return {
    domainNames: [webDomain.name],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', webDomain.certificateArn),
    minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

function acknowledgeFindings(distribution: cloudfront.Distribution, settings: Settings): void {
  const { webDomain, webAclArn, edgeLogs } = settings;
  const findings = Validations.of(distribution);
  findings.acknowledge({ id: 'AwsSolutions-CFR1', reason: 'The application is for people in every country.' });
  if (!webAclArn)
    findings.acknowledge({
      id: 'AwsSolutions-CFR2',
      reason:
        'A web ACL costs more than the whole idle system; all APIs are throttled and authorized. The setting webAclArn puts one in front.',
    });
  if (!edgeLogs)
    findings.acknowledge({
      id: 'AwsSolutions-CFR3',
      reason: 'The API logs each of its requests and the rest are public files. The setting edgeLogs logs those too.',
    });
  if (webDomain) return;
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR4',
    reason:
      'The certificate of cloudfront.net fixes the policy. The setting webDomain brings an own one and TLSv1.2_2021.',
  });
}
