import { OPERATIONS } from '@anjie/contracts/operations/index'
import { FIELD_NAMES, fieldName } from '@anjie/contracts/vocabulary/fieldNames'
import { inputProblem } from '@anjie/http/inputProblem'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

/** Names of the fields that a body may have, without the scheme's own, which are named by the scheme's reader. */
function fieldsOf(schema: unknown, found: Set<string>): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found
  for (const [key, inner] of Object.entries(schema)) {
    if (key === '$defs') continue
    if (key === 'properties' && typeof inner === 'object' && inner !== null)
      for (const [name, field] of Object.entries(inner)) {
        found.add(name)
        if (name !== 'scheme') fieldsOf(field, found)
      }
    else if (Array.isArray(inner)) for (const each of inner) fieldsOf(each, found)
    else fieldsOf(inner, found)
  }
  return found
}
const commands = Object.values(OPERATIONS).filter(({ method }) => method !== 'GET')

describe('a refusal names what is to be put right', () => {
  test.each(commands.map((operation) => [operation.id, operation] as const))(
    '%s: every field has its Chinese name',
    (_, { body }) => {
      const fields = fieldsOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }), new Set())
      expect([...fields].filter((field) => !Object.hasOwn(FIELD_NAMES, field))).toEqual([])
    },
  )

  test('an empty round form: each fault with its field', () => {
    const read = OPERATIONS.openRound.body.safeParse({ quotas: [{ code: 'x', places: -1 }] })
    if (read.success) throw new Error('an empty form was taken')
    const faults = inputProblem(read.error).errors ?? []
    expect(faults.length).toBeGreaterThan(4)
    for (const { detail } of faults) expect(detail).toMatch(/^\p{Script=Han}.*：/u)
    expect(faults.map(({ detail }) => detail).join()).toContain('批准依据：')
    expect(faults.map(({ detail }) => detail).join()).toContain('名额分配第1项的')
  })

  test.each([
    [['quotas', 2, 'places'], '名额分配第3项的名额'],
    [['type', 'criteria', 2, 'name'], '荣誉类型的创建条件第3项的名称'],
    [['values', '12', 'value'], '数据第13项的数值'],
    [['constructor'], ''],
    [[], ''],
  ])('%j is %s', (path, name) => {
    expect(fieldName(path)).toBe(name)
  })
})
