import { MATERIAL_DAYS } from '@anjie/contracts/vocabulary/objections/materialDays'
import { Duration, Fn, type Stack } from 'aws-cdk-lib'
import { type Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3'
import { accessLogBucketSettings, Frontends } from '../constructs/frontends.ts'
import { asBucket, HouseBucket } from '../constructs/houseBucket.ts'
import type { HouseHttpApi } from '../constructs/houseHttpApi.ts'
import type { Stage } from '../stages.ts'

export interface Files {
  readonly frontends: Frontends | undefined
  readonly evidence: Bucket
  readonly evidenceBucketName: string
  readonly consoleOrigin: string
  readonly publicOrigin: string
}

/** The front ends, where this stage hosts them, and the evidence: each names the other's address, so they are made together. */
export function addFiles(
  stack: Stack,
  stage: Stage,
  gateways: { readonly publicApi: HouseHttpApi; readonly consoleApi: HouseHttpApi },
): Files {
  // Known before the bucket is made: the console's headers name it, and the bucket in turn names the console's address.
  const evidenceBucketName = Fn.join('-', ['anjie', stage.provinceCode, 'evidence', stack.account, stack.region])
  const accessLogs = stage.isPublicCloud
    ? new HouseBucket(stack, 'AccessLogs', { stage, ...accessLogBucketSettings })
    : undefined
  const frontends =
    stage.hostsFrontends && accessLogs !== undefined && stage.identity.kind === 'cognito'
      ? new Frontends(stack, 'Frontends', {
          stage,
          ...gateways,
          accessLogs,
          ...(stage.certificateArn === undefined ? {} : { certificateArn: stage.certificateArn }),
          loginDomainPrefix: stage.identity.loginDomainPrefix,
          evidenceBucketName,
        })
      : undefined
  const consoleOrigin = stage.consoleOrigin ?? httpsOrigin(frontends?.console.distributionDomainName)
  const publicOrigin = stage.publicOrigin ?? httpsOrigin(frontends?.publicSite.distributionDomainName)
  const evidence = new HouseBucket(stack, 'Evidence', {
    stage,
    ...(stage.isPublicCloud ? { bucketName: evidenceBucketName } : {}),
    cors: [
      {
        allowedOrigins: [consoleOrigin],
        allowedMethods: [HttpMethods.POST, HttpMethods.GET],
        allowedHeaders: ['content-type'],
        exposedHeaders: ['etag'],
        maxAge: 3600,
      },
    ],
    // What was asked for and never uploaded, checked and attached.
    lifecycleRules: [
      // What came with objections is kept as long as the objections' own material.
      {
        prefix: 'objections/',
        expiration: Duration.days(MATERIAL_DAYS),
        noncurrentVersionExpiration: Duration.days(1),
      },
      // Half a year to look at what was sent; what came of it is in the records.
      { prefix: 'imports/', expiration: Duration.days(180), noncurrentVersionExpiration: Duration.days(1) },
      { prefix: 'pending/', expiration: Duration.days(2), noncurrentVersionExpiration: Duration.days(1) },
    ],
    ...(accessLogs === undefined
      ? {}
      : { serverAccessLogsBucket: asBucket(accessLogs), serverAccessLogsPrefix: 'evidence/' }),
  })
  return { frontends, evidence, evidenceBucketName, consoleOrigin, publicOrigin }
}

function httpsOrigin(host: string | undefined): string {
  if (host === undefined) throw new Error('this stage hosts no front ends, so it needs consoleOrigin and publicOrigin')
  return `https://${host}`
}
