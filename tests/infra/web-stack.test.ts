import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise, withSetting } from './synthesise.ts';
import { permissionsOf, resourcesOf } from './template-reading.ts';

const { web } = synthesise();
const distribution = resourcesOf(web, 'AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig;
const headers = resourcesOf(web, 'AWS::CloudFront::ResponseHeadersPolicy')[0]?.Properties.ResponseHeadersPolicyConfig;

/** Policies that CloudFront itself manages, by the ids it documents. */
const managed = {
  cachingOptimized: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  cachingDisabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  allViewerExceptHostHeader: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
};

interface Origin {
  readonly Id: string;
  readonly DomainName: unknown;
}
const originOf = (behavior: { TargetOriginId: string }) =>
  distribution.Origins.find(({ Id }: Origin) => Id === behavior.TargetOriginId);

describe('pages', () => {
  it('come from the bucket, signed by origin access control, over TLS, compressed and cached', () => {
    const [accessControl] = resourcesOf(web, 'AWS::CloudFront::OriginAccessControl');

    expect(distribution.DefaultCacheBehavior).toMatchObject({
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: managed.cachingOptimized,
      Compress: true,
    });
    expect(originOf(distribution.DefaultCacheBehavior)).toMatchObject({
      DomainName: { 'Fn::GetAtt': [expect.stringMatching(/^SiteBucket/), 'RegionalDomainName'] },
      OriginAccessControlId: { 'Fn::GetAtt': [accessControl?.logicalId, 'Id'] },
      S3OriginConfig: { OriginAccessIdentity: '' },
    });
    expect(accessControl?.Properties.OriginAccessControlConfig).toMatchObject({
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    });
  });

  it('can be read from their bucket by this distribution alone, and only over TLS', () => {
    const [policy] = resourcesOf(web, 'AWS::S3::BucketPolicy');
    const [site] = resourcesOf(web, 'AWS::S3::Bucket');
    const [found] = resourcesOf(web, 'AWS::CloudFront::Distribution');

    const [withoutTls, read, ...others] = policy?.Properties.PolicyDocument.Statement ?? [];

    expect(others).toEqual([]);
    expect(withoutTls).toMatchObject({
      Effect: 'Deny',
      Action: 's3:*',
      Principal: { AWS: '*' },
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    expect(read).toMatchObject({
      Effect: 'Allow',
      Action: 's3:GetObject',
      Principal: { Service: 'cloudfront.amazonaws.com' },
    });
    expect(JSON.stringify(read.Condition.StringEquals['AWS:SourceArn'])).toContain(`{"Ref":"${found?.logicalId}"}`);
    expect(site?.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  const handler: (event: { request: { uri: string } }) => { uri: string } = new Function(
    `${resourcesOf(web, 'AWS::CloudFront::Function').find(({ Properties }) => Properties.FunctionCode.includes('uri'))?.Properties.FunctionCode}\nreturn handler;`,
  )();

  it.each([
    { uri: '/', answered: '/index.html' },
    { uri: '/campaigns', answered: '/index.html' },
    { uri: '/campaigns/cmp_01/phases/visuals/', answered: '/index.html' },
    { uri: '/release-3.0/notes', answered: '/index.html' },
    { uri: '/style.css', answered: '/style.css' },
    { uri: '/assets/index-8f2.js', answered: '/assets/index-8f2.js' },
  ])('asked for as $uri are answered with $answered', ({ uri, answered }) => {
    expect(handler({ request: { uri } }).uri).toBe(answered);
    expect(distribution.DefaultCacheBehavior.FunctionAssociations).toEqual([
      expect.objectContaining({ EventType: 'viewer-request' }),
    ]);
  });

  it('are published with every deployment that changes them, and asked for again by browsers', () => {
    web.hasResourceProperties('Custom::CDKBucketDeployment', {
      Prune: true,
      RetainOnDelete: false,
      SystemMetadata: { 'cache-control': 'public, max-age=0, must-revalidate' },
      DistributionId: Match.absent(),
    });
  });

  it('keep what is named after its content for a year, those of the release before too, and ahead of the page that names them', () => {
    const publications = resourcesOf(web, 'Custom::CDKBucketDeployment');
    const assets = publications.find(({ Properties }) => Properties.Prune === false);
    const page = publications.find(({ Properties }) => Properties.Prune === true);

    expect(publications).toHaveLength(2);
    expect(assets?.Properties.SystemMetadata).toEqual({ 'cache-control': 'public, max-age=31536000, immutable' });
    expect(page?.Properties.Exclude).toEqual(['assets/*']);
    expect(web.toJSON().Resources[page?.logicalId ?? ''].DependsOn).toContain(assets?.logicalId);
  });

  it('are told where the socket is, and the API at their own address', () => {
    const publication = resourcesOf(web, 'Custom::CDKBucketDeployment').find(({ Properties }) => Properties.Prune);
    const markers = JSON.stringify(publication?.Properties.SourceMarkers);

    expect(publication?.Properties.SourceObjectKeys).toHaveLength(2);
    expect(markers).toMatch(/ExportsOutputRefLiveApi/);
  });

  it('are copied by a function that may touch nothing but the site and what CDK staged', () => {
    const [copier, ...others] = resourcesOf(web, 'AWS::Lambda::Function');

    const resources = permissionsOf(web, copier?.Properties.Role).map((line) => line.replace(/^\S+ on /, ''));

    expect(others).toEqual([]);
    for (const resource of resources)
      expect(resource).toMatch(/^site$|^site\/\*$|^logs of Publication$|"Fn::Sub":"cdk-hnb659fds-assets-/);
    expect(copier?.Properties.Architectures).toEqual(['arm64']);
  });
});

describe('the API below /api', () => {
  const [api, partner, ...others] = distribution.CacheBehaviors;

  it('is the HTTP API of the app stack, reached by TLS 1.2', () => {
    const origin = originOf(api);

    expect(others).toEqual([]);
    expect(api.PathPattern).toBe('/api/*');
    expect(JSON.stringify(origin.DomainName)).toMatch(
      /ImportValue":"AstroMedia-dev-app:\w*HttpApi\w+"},"\.execute-api\."/,
    );
    expect(origin.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });

  it('has the REST API of partners beside it, passed on in the same way', () => {
    expect(partner).toEqual({ ...api, PathPattern: '/partner/*', TargetOriginId: partner.TargetOriginId });
    const [ofApi, ofPartner] = [originOf(api), originOf(partner)];
    expect(JSON.stringify(ofPartner.DomainName)).toMatch(
      /ImportValue":"AstroMedia-dev-app:\w*PartnerApi\w+"},"\.execute-api\."/,
    );
    expect(ofPartner).toEqual({ ...ofApi, Id: ofPartner.Id, DomainName: ofPartner.DomainName });
    expect(ofPartner).not.toHaveProperty('OriginPath'); // the stage is the first part of the path itself
  });

  it('gets every method, header and query but the host, is never cached and never asked without TLS', () => {
    expect(api).toMatchObject({
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      CachePolicyId: managed.cachingDisabled,
      OriginRequestPolicyId: managed.allViewerExceptHostHeader,
      ViewerProtocolPolicy: 'https-only',
    });
  });

  it('answers with its own errors: no error page and no function comes in between', () => {
    expect(distribution.CustomErrorResponses).toBeUndefined();
    expect(api.FunctionAssociations).toEqual([expect.objectContaining({ EventType: 'viewer-request' })]);
  });

  it('says whose request it passes on, and proves to be ours', () => {
    const source = resourcesOf(web, 'AWS::CloudFront::Function')
      .map(({ Properties }): string => Properties.FunctionCode)
      .find((code) => code.includes('viewer'));
    const edge: (event: object) => { headers: object } = new Function(`${source}\nreturn handler;`)();
    const request = { headers: { 'x-viewer-address': { value: 'forged' } } };
    expect(edge({ viewer: { ip: '203.0.113.9' }, request }).headers).toEqual({
      'x-viewer-address': { value: '203.0.113.9' },
    });
    const origins = JSON.stringify(
      resourcesOf(web, 'AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig.Origins,
    );
    expect(origins).toContain('"HeaderName":"x-origin-token"');
    expect(origins).toMatch(/"Fn::ImportValue":"[^"]*StackId/i);
  });
});

describe('security headers', () => {
  it('are on every answer', () => {
    const policy = { Ref: resourcesOf(web, 'AWS::CloudFront::ResponseHeadersPolicy')[0]?.logicalId };

    expect(distribution.DefaultCacheBehavior.ResponseHeadersPolicyId).toEqual(policy);
    expect(distribution.CacheBehaviors[0].ResponseHeadersPolicyId).toEqual(policy);
  });

  it('ask for TLS for two years, forbid framing and guessing of types, and tell other sites the origin only', () => {
    expect(headers.SecurityHeadersConfig).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 2 * 365 * 86_400, IncludeSubdomains: true, Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
    });
  });

  const policy = headers.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1];
  const named = ({ Ref, 'Fn::ImportValue': imported = '' }: Record<string, string>) => {
    if (/:ExportsOutputRefAssetsBucket\w+$/.test(imported)) return '<assets>';
    return /:ExportsOutputRefLiveApi\w+$/.test(imported) ? '<live>' : `<${Ref}>`;
  };
  const sources = policy
    .map((part: string | Record<string, string>) => (typeof part === 'string' ? part : named(part)))
    .join('');

  it('let a page load from the site, the assets and the socket, and nothing inline', () => {
    expect(sources).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(sources).toContain("base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    for (const directive of ["img-src 'self' data: blob:", "media-src 'self' blob:"])
      expect(sources).toContain(`${directive} https://s3.<AWS::Region>.amazonaws.com/<assets>/;`);
    expect(sources).toContain(
      "connect-src 'self' wss://<live>.execute-api.<AWS::Region>.amazonaws.com https://s3.<AWS::Region>.amazonaws.com/<assets>/;",
    );
    expect(sources).not.toMatch(/unsafe|\*/);
  });

  it('do not stop the page that is published', () => {
    const page = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');

    expect(page).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
    expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toSatisfy((addresses) =>
      addresses.every((address: string) => /^\/([\w-]+\/)?[\w-]+\.(js|svg|tsx)$/.test(address)),
    );
  });
});

describe('the distribution', () => {
  it('speaks HTTP/2 and 3 and answers where the stage says', () => {
    expect(distribution).toMatchObject({ HttpVersion: 'http2and3', PriceClass: 'PriceClass_100', Enabled: true });
    const everywhere = synthesise({ context: withSetting('edgeLocations', 'PRICE_CLASS_ALL') }).web;
    everywhere.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({ PriceClass: 'PriceClass_All' }),
    });
  });

  it('insists on TLS 1.2 under an address of its own', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/sample';
    const own = synthesise({ context: withSetting('webDomain', { name: 'app.example.com', certificateArn }) }).web;

    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Aliases: ['app.example.com'],
        ViewerCertificate: {
          AcmCertificateArn: certificateArn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
      }),
    });
    expect(own.toJSON().Outputs.WebUrl.Value).toBe('https://app.example.com');
  });

  it('is not part of what is deployed to an emulator', () => {
    const emulated = synthesise({ context: { local: '1' } });

    expect(resourcesOf(emulated.web)).toEqual([]);
    expect(resourcesOf(emulated.app).map(({ Type }) => Type)).toEqual(
      resourcesOf(synthesise().app).map(({ Type }) => Type),
    );
  });
});

describe('what a stage may add by a setting', () => {
  const distributionWith = (name: string, value: unknown) => {
    const { web: template } = synthesise({ context: withSetting(name, value) });
    return {
      template,
      config: resourcesOf(template, 'AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig,
    };
  };

  it('is a web ACL', () => {
    const arn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/astromedia/11111111-2222-3333-4444-555555555555';

    expect(distributionWith('webAclArn', arn).config.WebACLId).toBe(arn);
    expect(distribution.WebACLId).toBeUndefined();
  });

  it('is a log of all requests, kept as long as other logs', () => {
    const { template, config } = distributionWith('edgeLogs', true);
    const logs = resourcesOf(template, 'AWS::S3::Bucket').find(({ logicalId }) => logicalId.startsWith('EdgeLogs'));

    expect(config.Logging.Bucket).toEqual({ 'Fn::GetAtt': [logs?.logicalId, 'RegionalDomainName'] });
    expect(logs?.Properties.LifecycleConfiguration.Rules).toMatchObject([{ ExpirationInDays: 7, Status: 'Enabled' }]);
    expect(distribution.Logging).toBeUndefined();
  });
});
