import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type Bundle, bundleFunctions } from '@anjie/infra/bundle'
import { functionNames } from '@anjie/infra/functions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(`${tmpdir()}/anjie-bundles-`)
afterAll(() => rmSync(folder, { recursive: true }))

/** What Lambda sets for a function, and what our stack sets. Nothing listens behind any of it. */
const environment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_LAMBDA_FUNCTION_NAME: 'cold-start',
  RECORDS_TABLE: 'records',
  VIEWS_TABLE: 'views',
  PUBLIC_TABLE: 'public',
  MEMBERSHIPS_TABLE: 'memberships',
  EVIDENCE_BUCKET: 'evidence',
  COUNTY_ROLE_ARN: 'arn:aws:iam::123456789012:role/county',
  CITY_ROLE_ARN: 'arn:aws:iam::123456789012:role/city',
  PROVINCE_ROLE_ARN: 'arn:aws:iam::123456789012:role/province',
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_AUDIENCE: 'anjie',
  CONSOLE_ORIGIN: 'https://console.example.org',
  PUBLIC_ORIGIN: 'https://public.example.org',
  STAGE: 'local',
}

describe('the bundle of each function', () => {
  let bundles: readonly Bundle[] = []
  beforeAll(async () => {
    bundles = await bundleFunctions(folder)
  })

  // One process for each, in an empty folder: nothing of this project can be found from there.
  test.each(functionNames)('%s loads under Node 24 by itself, and its handler takes no callback', (name) => {
    const script = `import(${JSON.stringify(`${folder}/${name}/index.mjs`)}).then(({ handler }) => console.log(JSON.stringify([typeof handler, handler.length])))`
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: tmpdir(),
      env: environment,
      encoding: 'utf8',
    })
    const [kind, parameters] = JSON.parse(said.trim().split('\n').at(-1) ?? '[]')
    expect(process.version).toMatch(/^v24\./)
    expect(kind).toBe('function')
    expect(parameters).toBeLessThanOrEqual(2)
  })

  test.each(functionNames)('%s is small enough to start quickly', (name) => {
    const bundle = bundles.find((each) => each.name === name)
    expect(bundle?.bytes, bundle?.largest.join(', ')).toBeLessThan(4 * 1024 * 1024)
  })
})
