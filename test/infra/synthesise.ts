import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { buildApp } from '@anjie/infra/buildApp'
import { functionNames } from '@anjie/infra/functions'
import { z } from 'zod'

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
})
export type Resource = z.infer<typeof Resource>

const TemplateText = z.looseObject({ Resources: z.record(z.string(), Resource) })

export interface Synthesised {
  readonly resources: ReadonlyMap<string, Resource>
  readonly text: string
  /** Messages of the policy validation, empty when every finding is settled. */
  readonly findings: readonly string[]
}

/** The context with which each stage is deployed. */
export const stages = {
  local: { stage: 'local' },
  aws: { stage: 'aws', provinceCode: '51', loginDomainPrefix: 'anjie-test' },
  'aws with names of its own': {
    stage: 'aws',
    provinceCode: '51',
    loginDomainPrefix: 'anjie-test',
    consoleOrigin: 'https://console.example.org',
    publicOrigin: 'https://public.example.org',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0123',
    alarmEmail: 'operator@example.org',
    digestSender: 'noreply@example.org',
    gatewayUrl: 'https://messages.example.org/send',
    gatewaySecretName: '/anjie/gateway',
  },
  'aws-cn': {
    stage: 'aws-cn',
    provinceCode: '51',
    oidcIssuer: 'https://id.example.cn',
    oidcAudience: 'anjie',
    consoleOrigin: 'https://console.example.cn',
    publicOrigin: 'https://public.example.cn',
  },
} as const satisfies Record<string, Record<string, string>>
export type StageCase = keyof typeof stages

const done = new Map<StageCase, Synthesised>()

/** Synthesises a stage once. What the functions do is of no interest here, so their bundles are empty. */
export function synthesise(stage: StageCase): Synthesised {
  const before = done.get(stage)
  if (before !== undefined) return before
  const folder = mkdtempSync(`${tmpdir()}/anjie-synth-`)
  for (const name of functionNames) {
    mkdirSync(`${folder}/assets/${name}`, { recursive: true })
    writeFileSync(`${folder}/assets/${name}/index.mjs`, '')
  }
  const { app, stack } = buildApp({
    assetFolder: `${folder}/assets`,
    outFolder: `${folder}/out`,
    // What the command line reads out of cdk.json.
    context: { ...cdkContext(), ...stages[stage] },
  })
  let findings: readonly string[] = []
  try {
    app.synth()
  } catch (error) {
    findings = [String(error)]
  }
  const text = readFileSync(`${folder}/out/${stack.templateFile}`, 'utf8')
  const { Resources } = TemplateText.parse(JSON.parse(text))
  const result = {
    resources: new Map(Object.entries(Resources)),
    text,
    findings: [...findings, ...reported(`${folder}/out/validation-report.json`)],
  }
  rmSync(folder, { recursive: true })
  done.set(stage, result)
  return result
}

function cdkContext(): Record<string, string> {
  const text = readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')
  const { context } = z.object({ context: z.record(z.string(), z.unknown()) }).parse(JSON.parse(text))
  // A feature flag is a boolean or a list; CDK's type for an app's context takes anything.
  return context as Record<string, string>
}

const Report = z.looseObject({
  pluginReports: z.array(z.looseObject({ violations: z.array(z.looseObject({ ruleName: z.string() })) })),
})

function reported(file: string): string[] {
  if (!existsSync(file)) return []
  return Report.parse(JSON.parse(readFileSync(file, 'utf8'))).pluginReports.flatMap(({ violations }) =>
    violations.map((each) => JSON.stringify(each).slice(0, 300)),
  )
}

/** Resources of one type, by logical id. */
export const ofType = ({ resources }: Synthesised, type: string): [string, Resource][] =>
  [...resources].filter(([, resource]) => resource.Type === type)
