import { sheetNames } from '@anjie/documents/sheetNames'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('names that share their first 31 characters still get a sheet each', () => {
  const long = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三'
  expect(new Set(sheetNames([`${long}甲`, `${long}乙`, `${long}丙`])).size).toBe(3)
})

test('names that a spreadsheet program refuses are replaced', () => {
  expect(sheetNames(['甲/乙', '丙？', '[丁]', "'戊", 'History', ''])).toEqual([
    '甲 乙',
    '丙',
    '丁',
    '戊',
    '表 History',
    '表',
  ])
})

test('any titles give distinct, allowed names of at most 31 characters', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 }), (titles) => {
      const names = sheetNames(titles)
      expect(names).toHaveLength(titles.length)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).not.toMatch(/[[\]:*?/\\]/)
      }
    }),
  )
})
