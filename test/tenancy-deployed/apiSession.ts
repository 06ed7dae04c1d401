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
  const { credentials, close } = await openRoleSession(facts, facts.roles.api)
  return { sts: new STSClient({ region: facts.region, endpoint: facts.endpoint, credentials }), close }
}

/** Credentials of a function's own role, in the same way. */
export async function openRoleSession(facts: StackFacts, RoleArn: string) {
  const connection = { region: facts.region, endpoint: facts.endpoint }
  const root = { accessKeyId: 'test', secretAccessKey: 'test' }
  const iam = new IAMClient({ ...connection, credentials: root })
  const RoleName = RoleArn.slice(RoleArn.lastIndexOf('/') + 1)
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }))
  const deployed = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
  const trust = JSON.parse(deployed)
  const account = RoleArn.split(':')[4]
  const Principal = { AWS: `arn:aws:iam::${account}:root` }
  const PolicyDocument = JSON.stringify({
    ...trust,
    Statement: [...trust.Statement, { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  })
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }))
  const { Credentials } = await new STSClient({ ...connection, credentials: root }).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'tenancy-test' }),
  )
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  }
  return {
    credentials,
    close: async () => {
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: deployed }))
    },
  }
}
