import { readFileSync } from 'node:fs'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { asked, askedPath, openapi, openapiPath } from '@anjie/local/generate/openapi'
import { expect, test } from 'vitest'

const document = JSON.parse(openapi())

test('the committed openapi.json and what the console knows of an operation are what the contracts say today', () => {
  expect(readFileSync(openapiPath, 'utf8')).toBe(openapi())
  expect(readFileSync(askedPath, 'utf8')).toBe(asked())
})

test('every operation is described once, with its roles, and every reference leads somewhere', () => {
  const described = Object.values<Record<string, { operationId: string; description: string }>>(document.paths)
    .flatMap((path) => Object.values(path))
    .map(({ operationId }) => operationId)
  expect(described.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted())
  const references = [...openapi().matchAll(/"\$ref": "([^"]+)"/g)].map(([, reference]) => reference ?? '')
  const missing = references.filter(
    (reference) => !Object.hasOwn(document.components.schemas, reference.replace('#/components/schemas/', '')),
  )
  expect(missing).toEqual([])
})
