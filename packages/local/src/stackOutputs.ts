import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { z } from 'zod'

/** What the stack tells about itself; the names are those of `infra/lib/anjieStack.ts`. */
export const StackOutputs = z.object({
  ApiUrl: z.string(),
  ApiId: z.string(),
  PublicSiteUrl: z.string(),
  PublicSiteApiId: z.string(),
  ConsoleOrigin: z.string(),
  PublicOrigin: z.string(),
  /** Only where the stack hosts the console. */
  ConsoleBucket: z.string().optional(),
  OidcIssuer: z.string(),
  OidcAudience: z.string(),
  /** Only where sign-in is our own user pool. */
  UserPoolId: z.string().optional(),
  RecordsTable: z.string(),
  ViewsTable: z.string(),
  PublicTable: z.string(),
  MembershipsTable: z.string(),
  EvidenceBucket: z.string(),
  ParkedFactsQueueUrl: z.string(),
  CountyRoleArn: z.string(),
  UnitRoleArn: z.string(),
  CityRoleArn: z.string(),
  ProvinceRoleArn: z.string(),
  JoiningRoleArn: z.string(),
  ApiRoleArn: z.string(),
  ApiFunction: z.string(),
  InboxUrl: z.string(),
  PublicSiteRoleArn: z.string(),
  PublicSiteFunction: z.string(),
  ProjectorFunction: z.string(),
  ClockFunction: z.string(),
  SignerFunction: z.string(),
  SigningKeyArn: z.string(),
  PlatformFunction: z.string(),
  ImporterRoleArn: z.string(),
  ImportRoleArn: z.string(),
})
export type StackOutputs = z.infer<typeof StackOutputs>

/** Status and outputs of a stack, or undefined when there is none of this name. */
export async function describeStack(
  cloudFormation: CloudFormationClient,
  name: string,
): Promise<{ readonly status: string; readonly outputs: Readonly<Record<string, string>> } | undefined> {
  try {
    const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }))
    const stack = Stacks.find(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE')
    if (stack === undefined) return undefined
    const outputs = (stack.Outputs ?? []).map(
      ({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const,
    )
    return { status: stack.StackStatus ?? '', outputs: Object.fromEntries(outputs) }
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined
    throw error
  }
}
