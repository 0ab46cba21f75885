// The headers browsers are told to be careful by, on every answer of the site.
import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { edgeNameOf, type Settings } from '../settings.ts';

interface SiteHeadersProps {
  readonly settings: Settings;
  /** Origin of the socket, such as wss://….amazonaws.com. */
  readonly liveOrigin: string;
  /** What the links to pictures and films, and to where they are uploaded, begin with. */
  readonly assetPrefix: string;
}

export class SiteHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, props: SiteHeadersProps) {
    super(scope, id, {
      responseHeadersPolicyName: edgeNameOf(scope, props.settings, 'headers'),
      securityHeadersBehavior: {
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(props), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'permissions-policy',
            value: 'camera=(), geolocation=(), microphone=(), payment=()',
            override: true,
          },
        ],
      },
    });
  }
}

/** Everything comes from the site itself, except generated files and the socket. Nothing inline, no frames, no plug-ins. */
function contentSecurityPolicy({ liveOrigin, assetPrefix }: SiteHeadersProps): string {
  const directives = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': `'self' data: blob: ${assetPrefix}`,
    'media-src': `'self' blob: ${assetPrefix}`,
    'connect-src': `'self' ${liveOrigin} ${assetPrefix}`,
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
