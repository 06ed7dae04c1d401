import type { StackFacts } from '@anjie/local/stackFacts'
import { GetRoleCommand, IAMClient, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

export interface ApiSession {
  /** Speaks as the API's own role: the only one that the scoped roles take. */
  readonly sts: STSClient
  /** Puts the role's trust back as it was deployed. */
  readonly close: () => Promise<void>
}

/**
 * A session of the API's own role, from which the scoped roles are taken on as the function does it. Only the Lambda service may
 * take that role, so the test account is let in for as long as the test runs; nothing of what the role may do is changed.
 */
export async function openApiSession(facts: StackFacts): Promise<ApiSession> {
  const connection = { region: facts.region, endpoint: facts.endpoint }
  const root = { accessKeyId: 'test', secretAccessKey: 'test' }
  const iam = new IAMClient({ ...connection, credentials: root })
  const RoleName = facts.roles.api.slice(facts.roles.api.lastIndexOf('/') + 1)
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }))
  const deployed = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
  const trust = JSON.parse(deployed)
  const account = facts.roles.api.split(':')[4]
  const Principal = { AWS: `arn:aws:iam::${account}:root` }
  const PolicyDocument = JSON.stringify({
    ...trust,
    Statement: [...trust.Statement, { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  })
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }))
  const { Credentials } = await new STSClient({ ...connection, credentials: root }).send(
    new AssumeRoleCommand({ RoleArn: facts.roles.api, RoleSessionName: 'tenancy-test' }),
  )
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  }
  return {
    sts: new STSClient({ ...connection, credentials }),
    close: async () => {
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: deployed }))
    },
  }
}
