import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OPERATIONS, type OperationId } from '@anjie/contracts/operations/index'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../packages/web/src/', import.meta.url))
const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(`${folder}${path}`, 'utf8'))
  .join('\n')
const used = new Set([...text.matchAll(/\bOPERATIONS\.(\w+)/g)].map(([, id]) => id))

/** Operations that nobody reaches from a screen, each with the reason. */
const NO_SCREEN: Partial<Record<OperationId, string>> = {
  takeBackUnitStep: 'rows of an import are taken back by it',
  withdrawDisputeEntry: 'rows of an import are taken back by it',
  enterListedTitle: 'rows of an import are carried out by it',
  withdrawListedTitle: 'rows of an import are taken back by it',
}

test('every operation has a screen, or says why it has none', () => {
  const ids = Object.keys(OPERATIONS) as OperationId[]
  expect(
    ids.filter((id) => !used.has(id) && NO_SCREEN[id] === undefined),
    'operations without a screen',
  ).toEqual([])
})

test('an operation that is said to have no screen has none', () => {
  expect(Object.keys(NO_SCREEN).filter((id) => used.has(id))).toEqual([])
})
