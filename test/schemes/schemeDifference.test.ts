import { readFileSync } from 'node:fs'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { hasSameRules, schemeDifference } from '@anjie/domain/schemes/schemeDifference'
import { expect, test } from 'vitest'

const example = (): Scheme =>
  Scheme.parse(
    JSON.parse(readFileSync(new URL('../../contracts/examples/anhe2026.scheme.json', import.meta.url), 'utf8')),
  )

test('a copy that was not touched differs in nothing', () => {
  expect(schemeDifference(example(), example())).toEqual([])
})

test('next year’s copy has the same rules under another name; one changed point, item or limit makes other rules', () => {
  const renamed = { ...example(), name: '2027年方案', year: 2027, code: 'ANHE-2027' }
  expect(hasSameRules(example(), renamed)).toBe(true)
  const changed = (change: (scheme: Scheme) => void): Scheme => {
    const scheme = example()
    change(scheme)
    return scheme
  }
  const pointed = changed(({ root }) => {
    if (root.kind === 'branch' && root.children[0] !== undefined) root.children[0].points = '77'
  })
  const rounded = changed((scheme) => Object.assign(scheme, { rounding: { mode: 'half-even', digits: 1 } }))
  const redefined = changed(({ items }) => Object.assign(items[0] ?? {}, { definition: '另一口径' }))
  for (const other of [pointed, rounded, redefined]) expect(hasSameRules(example(), other)).toBe(false)
})

test('a changed rule is told by the clause before and after, under its own code and name', () => {
  const changed = example()
  const text = JSON.stringify(changed).replace('"reading":"progressive"', '"reading":"whole-range"')
  const [change, ...rest] = schemeDifference(example(), Scheme.parse(JSON.parse(text)))
  expect(rest).toEqual([])
  expect(change).toMatchObject({ kind: 'changed', part: '指标 WZ-07 群众安全感' })
  expect(change?.before).toContain('分段累进')
  expect(change?.after).not.toContain('分段累进')
})

test('added and removed items, indicators, grades and rounding are each told once', () => {
  const before = example()
  const after = example()
  after.items.push({
    ...(after.items[0] ?? before.items[0]),
    code: 'EXTRA',
    name: '新增数据项',
  } as (typeof after.items)[number])
  if (after.root.kind === 'branch') after.root.children.pop()
  after.grades.pop()
  after.rounding = { mode: 'half-even', digits: 3 }
  const changes = schemeDifference(before, after)
  expect(changes.map(({ kind, part }) => `${kind} ${part}`)).toEqual(
    expect.arrayContaining([
      'added 数据项 EXTRA 新增数据项',
      'removed 指标 MOVEMENT 省级平安考核',
      'removed 指标 WZ-13 全省位次升降',
      'removed 等次',
    ]),
  )
  expect(changes.some(({ part, after: text }) => part === '排名与修约' && text?.includes('3位'))).toBe(true)
})
