import { mkdir, readFile, rm } from 'node:fs/promises'
import { bundleFunctions, describeBundles } from '@anjie/infra/bundle'
import { z } from 'zod'
import { inWorkFolder } from '../paths.ts'
import { runMain, step } from '../progress.ts'
import { publishConsole } from '../publishConsole.ts'
import { runAttached, StepFailed } from '../runCommand.ts'
import { StackOutputs } from '../stackOutputs.ts'

const USAGE = `Deploys to an AWS account (its credentials as for any AWS tool; \`cdk bootstrap\` once before):

  pnpm run deploy -c stage=aws -c provinceCode=<two digits> -c loginDomainPrefix=<name> [-c alarmEmail=<address>]
                  [-c consoleOrigin=<https://…> -c publicOrigin=<https://…> -c certificateArn=<arn in us-east-1>]
  pnpm run deploy -c stage=aws-cn -c provinceCode=<two digits> -c oidcIssuer=<https://…> -c oidcAudience=<client id>
                  -c consoleOrigin=<https://…> -c publicOrigin=<https://…>

Everything after \`deploy\` goes to \`cdk deploy\`. The README says what each value means.`

/** Bundles, deploys with the CDK, and publishes the console where the stack hosts it. */
async function deploy(): Promise<number> {
  const args = process.argv.slice(2)
  const stage = args.map((arg) => /^(?:--context=|-c=?)?stage=(.+)$/.exec(arg)?.[1]).find((name) => name !== undefined)
  if (stage !== 'aws' && stage !== 'aws-cn') throw new StepFailed(USAGE)
  await mkdir(inWorkFolder('.'), { recursive: true })
  const outputsFile = inWorkFolder('outputs.json')
  await rm(outputsFile, { force: true })
  await step('bundle the functions', () => bundleFunctions(), describeBundles)
  const exitCode = await runAttached('cdk', ['deploy', 'Anjie', '--outputs-file', outputsFile, ...args])
  if (exitCode !== 0) return exitCode
  const { Anjie: outputs } = z.object({ Anjie: StackOutputs }).parse(JSON.parse(await readFile(outputsFile, 'utf8')))
  const { ConsoleBucket: bucket } = outputs
  if (bucket !== undefined) {
    await step(
      'publish the console',
      () => publishConsole(bucket, outputs),
      (files) => `${files} files`,
    )
  }
  console.log(`\n  Console 办公端        ${outputs.ConsoleOrigin}`)
  console.log(`  Public site 公开网站  ${outputs.PublicOrigin}`)
  return 0
}

await runMain(deploy)
