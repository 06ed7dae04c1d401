import {
  App,
  CliCredentialsStackSynthesizer,
  DefaultStackSynthesizer,
  type IStackSynthesizer,
  Validations,
} from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { AnjieStack } from './anjieStack.ts'
import { readStage, type Stage } from './stages.ts'

export const STACK_NAME = 'Anjie'

export interface AppOptions {
  readonly assetFolder: string
  /** Added to the context of the command line; tests use it. */
  readonly context?: Readonly<Record<string, string>>
  /** Where the cloud assembly is written; undefined: where the CDK CLI wants it. */
  readonly outFolder?: string
}

/** The CDK app for the stage that the context names. */
export function buildApp({ assetFolder, context = {}, outFolder }: AppOptions): { app: App; stack: AnjieStack } {
  const app = new App({ context, ...(outFolder === undefined ? {} : { outdir: outFolder }) })
  const stage = readStage(app.node)
  const stack = new AnjieStack(app, STACK_NAME, {
    stage,
    assetFolder,
    synthesizer: synthesizerFor(stage),
  })
  if (stage.isPublicCloud) Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { app, stack }
}

/**
 * Locally the person's own credentials publish the bundles: the default synthesizer's publishing roles are refused where IAM is
 * enforced on a bare account. A cast, because CDK's classes write `undefined` into properties that are optional in its interfaces.
 */
function synthesizerFor(stage: Stage): IStackSynthesizer {
  const synthesizer = stage.isPublicCloud ? new DefaultStackSynthesizer() : new CliCredentialsStackSynthesizer()
  return synthesizer as IStackSynthesizer
}
