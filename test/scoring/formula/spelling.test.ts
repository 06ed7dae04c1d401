import { referenceKey, referencesOf } from '@anjie/domain/scoring/formula/index'
import { describe, expect, test } from 'vitest'
import { problemOf, read, shown } from './reading.ts'

describe('full-width and half-width spellings mean the same', () => {
  test.each([
    ['（１２＋３）×４．５', '67.5'],
    ['１２％', '0.12'],
    ['２＾３－１', '7'],
    ['ｒｏｕｎｄ（２．６７５，２）', '2.68'],
    ['最大（１、２、３）', '3'],
    ['如果（１≦２，１，０）', '1'],
    ['１＜＝２', '是'],
    ['１！＝２', '是'],
    ['10 − 3 – 2', '5'],
    ['１Ｅ２', '100'],
  ])('%s = %s', (text, result) => {
    expect(shown(text)).toBe(result)
  })

  test('item names keep their own signs, whichever brackets stand around them', () => {
    const names = (text: string) => referencesOf(read(text)).map(({ name }) => name)
    expect(names('[纠纷（起）] + 【纠纷（起）】 + ［ 纠纷（起） ］')).toEqual(['纠纷（起）'])
    expect(names('[×÷−且或]')).toEqual(['×÷−且或'])
    expect(referenceKey(' 纠纷（起）　Ａ１ ')).toBe('纠纷(起) A1')
  })

  test('positions are those of the text as typed', () => {
    expect(problemOf('（１２＋３）×？').at).toBe(7)
  })

  test('Chinese words need no spaces between them', () => {
    expect(shown('1>2或非3<2且是')).toBe('是')
    expect(shown('如果(是并且未报([甲]),1,2)', { 甲: 'missing' })).toBe('1')
  })
})
