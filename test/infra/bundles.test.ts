import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type Bundle, bundleFunctions } from '@anjie/infra/bundle'
import { type FunctionName, functionNames } from '@anjie/infra/functions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { resolved } from './policies.ts'
import { ofType, synthesise } from './synthesise.ts'

const folder = mkdtempSync(`${tmpdir()}/anjie-bundles-`)
afterAll(() => rmSync(folder, { recursive: true }))

/** What Lambda sets for every function. Nothing listens behind any of it. */
const lambdaEnvironment = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' }

const Variables = z.looseObject({ Variables: z.record(z.string(), z.unknown()) })

/** The variables that the stack gives to this function and no others: one that it wants besides is found missing here. */
function environmentOf(name: FunctionName): Record<string, string> {
  const id = new RegExp(`^${name.replaceAll('-', '')}Function`, 'i')
  const [found, ...others] = ofType(synthesise('local'), 'AWS::Lambda::Function').filter(([each]) => id.test(each))
  if (found === undefined || others.length > 0) throw new Error(`which function is ${name}?`)
  const given = Variables.parse(found[1].Properties['Environment']).Variables
  return {
    ...lambdaEnvironment,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(resolved(value))])),
  }
}

describe('the bundle of each function', () => {
  let bundles: readonly Bundle[] = []
  beforeAll(async () => {
    bundles = await bundleFunctions(folder)
  })

  // One process for each, in an empty folder: nothing of this project can be found from there.
  test.each(functionNames)('%s loads under Node 24 by itself, and its handler takes no callback', (name) => {
    const script = `import(${JSON.stringify(`${folder}/${name}/index.mjs`)}).then(({ handler }) => console.log(JSON.stringify([typeof handler, handler.length])))`
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: tmpdir(),
      env: environmentOf(name),
      encoding: 'utf8',
    })
    expect(status, readable(stderr)).toBe(0)
    const [kind, parameters] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]')
    expect(process.version).toMatch(/^v24\./)
    expect(kind).toBe('function')
    expect(parameters).toBeLessThanOrEqual(2)
  })

  test.each(functionNames)('%s is small enough to start quickly', (name) => {
    const bundle = bundles.find((each) => each.name === name)
    expect(bundle?.bytes, bundle?.largest.join(', ')).toBeLessThan(4 * 1024 * 1024)
  })
})

/** An error without the minified line that it stands in. */
const readable = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.length < 300)
    .join('\n')
