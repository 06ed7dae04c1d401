import { CfnElement, Stack } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** The finding's name as cdk-nag builds it from the policy: references and variables stand in angle brackets. */
export function wildcardFinding(
  scope: Construct,
  bucket: Pick<IBucket, 'node'>,
  key: string,
): `AwsSolutions-${string}` {
  const resource = bucket.node.defaultChild
  if (!CfnElement.isCfnElement(resource)) throw new Error('a bucket has a resource')
  const path = key.replace(/\$\{([^}]*)\}/g, '<$1>')
  return `AwsSolutions-IAM5[Resource::<${Stack.of(scope).getLogicalId(resource)}.Arn>/${path}]`
}
