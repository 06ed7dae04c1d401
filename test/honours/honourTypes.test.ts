import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { describe, expect, test } from 'vitest'

const types = Object.values(HONOUR_TYPES)
const sharedBy = (of: (type: (typeof types)[number]) => string): string[] =>
  types
    .filter((type) => types.some((other) => other !== type && of(other) === of(type)))
    .map((type) => `${type.code}: ${of(type)}`)

describe('honour types', () => {
  test('no two have the same letters in their certificate numbers, so that a number belongs to one honour', () => {
    expect(sharedBy(({ certificateLetters }) => certificateLetters)).toEqual([])
  })

  test('no two have the same name', () => {
    expect(sharedBy(({ name }) => name)).toEqual([])
  })

  test('each is filed under its own code', () => {
    expect(Object.entries(HONOUR_TYPES).filter(([code, type]) => code !== type.code)).toEqual([])
  })
})
