import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { inWorkFolder } from './paths.ts'
import type { StackOutputs } from './stackOutputs.ts'

/**
 * Everything that the seed, the tests and the servers need to know of a running local stack.
 * `pnpm test` writes it to `.anjie/test-stack.json`, `pnpm dev` to `.anjie/dev-stack.json`.
 */
export const StackFacts = z.object({
  endpoint: z.string(),
  kind: z.enum(['ministack', 'localstack']),
  region: z.string(),
  /** Address of the API without a slash at its end; operations' paths (`/v1/…`) follow it. */
  apiUrl: z.string(),
  /** Address of the public site without a slash at its end, as the endpoint serves it. */
  publicUrl: z.string(),
  /** Where the console is served, with the API under `/v1`. */
  consoleOrigin: z.string(),
  /** Where the public site is served under a short address. */
  publicOrigin: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
  issuer: z.string(),
  tables: z.object({ records: z.string(), views: z.string(), public: z.string(), memberships: z.string() }),
  evidenceBucket: z.string(),
  parkedFactsQueueUrl: z.string(),
  signingKeyArn: z.string(),
  roles: z.object({
    api: z.string(),
    unit: z.string(),
    county: z.string(),
    city: z.string(),
    province: z.string(),
    joining: z.string(),
    publicSite: z.string(),
    importer: z.string(),
    /** What the importer takes on for one batch at a time. */
    importSession: z.string(),
  }),
  /** Where the public site puts objections. */
  inboxUrl: z.string(),
  functions: z.object({
    api: z.string(),
    publicSite: z.string(),
    projector: z.string(),
    clock: z.string(),
    signer: z.string(),
    platform: z.string(),
  }),
  /** Program of the browser for the browser tests. */
  browser: z.string().optional(),
})
export type StackFacts = z.infer<typeof StackFacts>

export type StackUse = 'dev' | 'test'

export const stackFactsFile = (use: StackUse): string => inWorkFolder(`${use}-stack.json`)

/** The facts of the stack that is running; throws when `pnpm dev` or `pnpm test` has not written them. */
export async function readStackFacts(use: StackUse): Promise<StackFacts> {
  const text = await readFile(stackFactsFile(use), 'utf8').catch(() => {
    throw new Error(`no stack is running for this: start it with \`pnpm ${use}\``)
  })
  return StackFacts.parse(JSON.parse(text))
}

/** The same facts out of a stack's outputs. APIs get the path form of their address, which needs no name resolution. */
export function stackFactsOf(
  emulator: { readonly url: string; readonly kind: StackFacts['kind'] },
  region: string,
  outputs: StackOutputs,
): StackFacts {
  const pathForm = (apiId: string): string => `${emulator.url}/_aws/execute-api/${apiId}/$default`
  return StackFacts.parse({
    endpoint: emulator.url,
    kind: emulator.kind,
    region,
    apiUrl: pathForm(outputs.ApiId),
    publicUrl: pathForm(outputs.PublicSiteApiId),
    consoleOrigin: outputs.ConsoleOrigin,
    publicOrigin: outputs.PublicOrigin,
    userPoolId: outputs.UserPoolId,
    clientId: outputs.OidcAudience,
    issuer: outputs.OidcIssuer,
    tables: {
      records: outputs.RecordsTable,
      views: outputs.ViewsTable,
      public: outputs.PublicTable,
      memberships: outputs.MembershipsTable,
    },
    evidenceBucket: outputs.EvidenceBucket,
    parkedFactsQueueUrl: outputs.ParkedFactsQueueUrl,
    signingKeyArn: outputs.SigningKeyArn,
    roles: {
      api: outputs.ApiRoleArn,
      unit: outputs.UnitRoleArn,
      county: outputs.CountyRoleArn,
      city: outputs.CityRoleArn,
      province: outputs.ProvinceRoleArn,
      joining: outputs.JoiningRoleArn,
      publicSite: outputs.PublicSiteRoleArn,
      importer: outputs.ImporterRoleArn,
      importSession: outputs.ImportRoleArn,
    },
    inboxUrl: outputs.InboxUrl,
    functions: {
      api: outputs.ApiFunction,
      publicSite: outputs.PublicSiteFunction,
      projector: outputs.ProjectorFunction,
      clock: outputs.ClockFunction,
      signer: outputs.SignerFunction,
      platform: outputs.PlatformFunction,
    },
  })
}
