import { Duration, Fn, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { type Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { consoleHeaders } from '../consoleHeaders.ts'
import type { Stage } from '../stages.ts'
import { asBucket, HouseBucket, type HouseBucketProps } from './houseBucket.ts'

export interface FrontendsProps {
  readonly stage: Stage
  readonly publicApi: HttpApi
  readonly consoleApi: HttpApi
  readonly accessLogs: Bucket
  readonly loginDomainPrefix: string
  /** Where the console puts and gets evidence; the page may connect to this bucket and to no other. */
  readonly evidenceBucketName: string
  readonly certificateArn?: string
}

/** Nothing that was withdrawn may stay on a public page longer than this, whatever the page's own headers say. */
const PUBLIC_PAGE_MAX_AGE = Duration.minutes(5)

/** The console as files behind a distribution, and a distribution before the public site. */
export class Frontends extends Construct {
  readonly consoleBucket: Bucket
  readonly console: Distribution
  readonly publicSite: Distribution

  constructor(
    scope: Construct,
    id: string,
    { stage, publicApi, consoleApi, accessLogs, loginDomainPrefix, evidenceBucketName, certificateArn }: FrontendsProps,
  ) {
    super(scope, id)
    const { region, urlSuffix } = Stack.of(this)
    this.consoleBucket = new HouseBucket(this, 'ConsoleFiles', {
      stage,
      serverAccessLogsBucket: asBucket(accessLogs),
      serverAccessLogsPrefix: 'console-files/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    })
    const common = {
      priceClass: PriceClass.PRICE_CLASS_200,
      enableLogging: true,
      logBucket: asBucket(accessLogs),
    } as const

    const onOwnName = (origin: string | undefined) =>
      certificateArn === undefined || origin === undefined
        ? {}
        : {
            domainNames: [new URL(origin).host],
            certificate: Certificate.fromCertificateArn(this, `CertificateOf${new URL(origin).host}`, certificateArn),
          }

    // The API answers under the console's own address; besides it the console talks to the sign-in and the evidence store.
    const destinations = [
      `https://${evidenceBucketName}.s3.${region}.${urlSuffix}`,
      `https://cognito-idp.${region}.${urlSuffix}`,
      `https://${loginDomainPrefix}.auth.${region}.amazoncognito.com`,
    ]
    this.console = new Distribution(this, 'Console', {
      ...common,
      ...onOwnName(stage.consoleOrigin),
      comment: 'Anjie console',
      logFilePrefix: 'console/',
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(asBucket(this.consoleBucket)),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.onePage() }],
        responseHeadersPolicy: this.headers('ConsoleHeaders', [
          consoleHeaders(destinations)['content-security-policy'] ?? '',
        ]),
      },
      // One origin for pages and API: the browser asks no preflight, and a refusal of the gateway itself can be read.
      additionalBehaviors: {
        '/v1/*': {
          origin: new HttpOrigin(hostOf(consoleApi)),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    })

    this.publicSite = new Distribution(this, 'PublicSite', {
      ...common,
      ...onOwnName(stage.publicOrigin),
      comment: 'Anjie public site',
      logFilePrefix: 'public-site/',
      defaultBehavior: {
        origin: new HttpOrigin(hostOf(publicApi)),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: new CachePolicy(this, 'PublicPages', {
          comment: 'Pages say themselves how long they stay; never longer than five minutes',
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(0),
          maxTtl: PUBLIC_PAGE_MAX_AGE,
          queryStringBehavior: CacheQueryStringBehavior.all(),
          headerBehavior: CacheHeaderBehavior.none(),
          cookieBehavior: CacheCookieBehavior.none(),
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
        }),
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        // The pages say their own policy; this one, as strict, is for the answers that the gateway itself gives.
        responseHeadersPolicy: this.headers(
          'PublicSiteHeaders',
          [
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
          ],
          false,
        ),
      },
      // An outage must not be remembered as an empty page.
      errorResponses: [500, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(1) })),
    })
    this.acceptEdgeFindings(certificateArn)
  }

  /** Every address of the console that is not a file is drawn by the one page. Record ids have a dot too, and no file's ending. */
  private onePage(): CloudFrontFunction {
    return new CloudFrontFunction(this, 'OnePage', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(
        "function handler(event) { var r = event.request; if (!/\\.[a-z][a-z0-9]{1,4}$/.test(r.uri)) r.uri = '/index.html'; return r; }",
      ),
    })
  }

  private acceptEdgeFindings(certificateArn: string | undefined): void {
    for (const distribution of [this.console, this.publicSite]) {
      accept(
        distribution,
        'AwsSolutions-CFR1',
        'The public lists are for anybody; a border would hide them from people abroad.',
      )
      accept(
        distribution,
        'AwsSolutions-CFR2',
        'Both APIs have request ceilings and take no markup; an account with a web ACL of its own attaches it by its id.',
      )
      if (certificateArn === undefined) {
        accept(
          distribution,
          'AwsSolutions-CFR4',
          "CloudFront's own certificate fixes the protocol list; with certificateArn TLS 1.2 is the least.",
        )
      }
    }
  }

  private headers(id: string, contentSecurityPolicy: readonly string[], override = true): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy.join('; '), override },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    })
  }
}

/** CloudFront writes its logs with an access control list, which the bucket must allow. */
export const accessLogBucketSettings: Omit<HouseBucketProps, 'stage'> = {
  objectOwnership: ObjectOwnership.OBJECT_WRITER,
  versioned: false,
  lifecycleRules: [{ expiration: Duration.days(365) }],
}

/** The host in an API's address, known before any route of it is, so that functions may be told the distribution's name. */
const hostOf = (api: HttpApi): string => Fn.select(2, Fn.split('/', api.apiEndpoint))
