import { type Compared, findDoubles, type Listed } from '@anjie/domain/catalogue/findDoubles'
import { retakeItem, takeItem } from '@anjie/domain/catalogue/takeItem'
import { expect, test } from 'vitest'
import { codeOf, entry } from '../builders/catalogue.ts'

const KNOWN: Compared = {
  name: '矛盾纠纷排查登记数量',
  unit: '件',
  definition: '本年度各级调解组织排查登记的矛盾纠纷件数',
}
const listed = (code: string, over: Partial<Compared> = {}): Listed => ({ ...KNOWN, ...over, code: codeOf(code) })
const asked = (over: Partial<Compared>) => ({ ...KNOWN, definition: '另一个口径的说明文字', ...over })
const whys = (of: Compared, ...among: readonly Listed[]) => findDoubles(of, among).map(({ why }) => why)

test('names of one wording are near in one unit of measure only', () => {
  const near = { name: '矛盾纠纷全面排查登记数量' }
  expect(whys(asked(near), listed('PA-001'))).toEqual(['near-name'])
  expect(whys(asked({ ...near, unit: '人' }), listed('PA-001'))).toEqual([])
})

test('the same definition is told, but not the same nothing', () => {
  expect(whys(asked({ name: '信访总量', definition: KNOWN.definition }), listed('PA-001'))).toEqual(['same-definition'])
  expect(whys(asked({ name: '信访总量', definition: '见文件' }), listed('PA-001', { definition: '见文件' }))).toEqual(
    [],
  )
})

test('the plainest reason stands first, whatever the codes', () => {
  const among = [
    listed('PA-001', { name: '矛盾纠纷全面排查登记数量', definition: '第一个口径的说明文字' }),
    listed('PA-002', { name: '信访总量', definition: '另一个口径的说明文字' }),
    listed('PA-003'),
  ]
  expect(whys(asked({}), ...among)).toEqual(['same-name', 'same-definition', 'near-name'])
})

test('what a newer edition no longer says, the item no longer says', () => {
  const taken = takeItem({ code: codeOf('PA-001'), edition: 1 }, entry({ min: '5' }), 'PC')
  const { min: _dropped, ...without } = entry()
  const retaken = retakeItem(taken, { code: codeOf('PA-001'), edition: 2 }, without)
  expect(taken.min).toBe('5')
  expect(retaken).not.toHaveProperty('min')
})
