import { Duration } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Stage } from '../stages.ts'

/**
 * The bucket as other constructs take it. A cast, because CDK's classes write `undefined` into properties that their own
 * interfaces declare as optional, which `exactOptionalPropertyTypes` tells apart.
 */
export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket

export type HouseBucketProps = Pick<
  BucketProps,
  | 'bucketName'
  | 'cors'
  | 'lifecycleRules'
  | 'serverAccessLogsBucket'
  | 'serverAccessLogsPrefix'
  | 'objectOwnership'
  | 'versioned'
> & { readonly stage: Stage }

/** A private, encrypted, versioned bucket; unfinished multipart uploads go after two days. */
export class HouseBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { stage, lifecycleRules = [], versioned = true, ...rest }: HouseBucketProps,
  ) {
    super(scope, id, {
      ...rest,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      // A local endpoint speaks plain HTTP, and the policy that demands TLS is enforced there too.
      enforceSSL: stage.isPublicCloud,
      versioned,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(2) }, ...lifecycleRules],
      removalPolicy: stage.removalPolicy,
    })
  }
}
