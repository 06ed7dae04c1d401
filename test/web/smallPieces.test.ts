import { CityCode, CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { CycleId } from '@anjie/contracts/vocabulary/ids'
import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { readConfig } from '@anjie/web/app/config'
import { evidenceTypeOf } from '@anjie/web/app/evidence/evidenceCheck'
import { navigationFor } from '@anjie/web/app/shell/navigation'
import { assignTo, spreadOver } from '@anjie/web/areas/cycles/plan/assignGroups'
import { oldestDueFirst } from '@anjie/web/areas/home/home/oldestDueFirst'
import { heatOf } from '@anjie/web/areas/league-tables/table/heat'
import { dayText, dueText, instantText, periodText } from '@anjie/web/locales/zh-CN/format'
import { isComposing } from '@anjie/web/ui/composition'
import { shortFigure } from '@anjie/web/ui/shortFigure'
import { wholeNumber } from '@anjie/web/ui/wholeNumber'
import { describe, expect, test } from 'vitest'

const NOW = '2026-03-02T01:00:00.000Z'

describe('times', () => {
  test('are shown in Beijing, with the year when it is another one', () => {
    expect(instantText('2026-11-25T09:00:00.000Z', NOW)).toBe('11月25日 17:00')
    expect(instantText('2025-12-31T16:30:00.000Z', NOW)).toBe('1月1日 00:30')
    expect(instantText('2025-12-31T15:30:00.000Z', NOW)).toBe('2025年12月31日 23:30')
  })
  test('of a due day count working days by the official calendar', () => {
    expect(dueText('2026-03-05', NOW)).toBe('3月5日（还有3个工作日）')
    // 2026-03-07 and 08 are a weekend.
    expect(dueText('2026-03-09', NOW)).toBe('3月9日（还有5个工作日）')
    expect(dueText('2026-03-02', NOW)).toBe('3月2日（今天到期）')
    expect(dueText('2026-02-25', NOW)).toBe('2月25日（已超5天）')
  })
  test('of a year without a calendar count days and guess nothing', () => {
    expect(dueText('2031-01-15', NOW)).toMatch(/^2031年1月15日（还有\d+天）$/)
  })
  test('of days and periods are words', () => {
    expect(dayText('2026-03-02')).toBe('2026年3月2日')
    expect(['2026', '2026-H1', '2026-Q3', '2026-05'].map(periodText)).toEqual([
      '2026年',
      '2026年上半年',
      '2026年第3季度',
      '2026年5月',
    ])
  })
})

describe('a key press', () => {
  test('of an input method that still composes does not act', () => {
    expect(isComposing({ key: 'Enter', nativeEvent: { isComposing: true, keyCode: 13 } })).toBe(true)
    expect(isComposing({ key: 'Enter', nativeEvent: { isComposing: false, keyCode: 229 } })).toBe(true)
    expect(isComposing({ key: 'Enter', nativeEvent: { isComposing: false, keyCode: 13 } })).toBe(false)
  })
})

describe('a file', () => {
  const file = (name: string, type: string, size = 10) => ({ name, type, size })
  test('of an accepted kind is sent as what its name says', () => {
    expect(evidenceTypeOf(file('台账.PDF', 'application/pdf'))).toEqual({ ok: true, value: 'application/pdf' })
    expect(evidenceTypeOf(file('台账.xlsx', ''))).toMatchObject({ ok: true })
  })
  test.each([
    file('程序.exe', 'application/octet-stream'),
    file('网页.pdf', 'text/html'),
    file('空.pdf', 'application/pdf', 0),
    file('大.pdf', 'application/pdf', MAX_EVIDENCE_BYTES + 1),
    file('无扩展名', 'application/pdf'),
  ])('$name is refused before anything is sent', (given) => {
    const type = evidenceTypeOf(given)
    expect(type.ok ? '' : type.error).toContain(given.name)
  })
})

describe('lists and figures', () => {
  const row = (id: string, dueOn: string | null, updatedAt = NOW): ListRow => ({
    kind: 'submission',
    id,
    version: 1,
    title: id,
    place: '',
    status: 'draft',
    statusName: '填报中',
    queue: null,
    nextVerb: null,
    dueOn: dueOn === null ? null : PlainDate.parse(dueOn),
    updatedAt,
    fields: {
      cycleId: CycleId.parse(`99.${'0'.repeat(26)}`),
      county: CountyCode.parse('990101'),
      city: CityCode.parse('9901'),
      returned: false,
    },
  })
  test('the oldest due day stands first, no due day last', () => {
    const rows = [row('c', null), row('b', '2026-03-09'), row('a', '2026-03-01')]
    expect(oldestDueFirst(rows).map((each) => each.id)).toEqual(['a', 'b', 'c'])
  })
  test('heat runs from the lowest to the highest, and a constant column has none', () => {
    expect(heatOf('-10', ['-10', '0', null])).toBe(0)
    expect(heatOf('0', ['-10', '0', null])).toBe(1)
    expect(heatOf('5', ['5', '5'])).toBe(0)
    expect(heatOf(null, ['5', '6'])).toBe(0)
  })
  test('a long exact figure is shortened visibly', () => {
    expect(shortFigure('3.33333333')).toBe('3.3333…')
    expect(shortFigure('96.50')).toBe('96.50')
    expect(shortFigure('第3档')).toBe('第3档')
  })
  test('whole numbers are taken in full width', () => {
    expect(wholeNumber('２０２６')).toBe(2026)
    expect(wholeNumber('20.5')).toBeUndefined()
  })
  test('counties are dealt out to the groups in turn', () => {
    expect([...spreadOver(new Map(), ['a', 'b', 'c'], ['G1', 'G2'])]).toEqual([
      ['a', 'G1'],
      ['b', 'G2'],
      ['c', 'G1'],
    ])
    expect([...assignTo(new Map([['a', 'G1']]), ['a'], undefined)]).toEqual([])
  })
})

describe('the left column', () => {
  const labels = (role: Parameters<typeof navigationFor>[0][number]) =>
    navigationFor([role]).flatMap((group) => group.entries.map((entry) => entry.label))
  test('shows a county no lists that are the province’s own', () => {
    expect(labels('county-reporter')).not.toContain('拟命名批次')
    expect(labels('province-admin')).toContain('拟命名批次')
    expect(labels('province-admin')).not.toContain('基层单位')
  })
  test('leaves a reporter of a unit what units may open', () => {
    expect(labels('unit-reporter')).toEqual([
      '首页',
      '已办',
      '抄送',
      '消息',
      '数据目录',
      '考评方案',
      '填报审核',
      '程序材料',
      '申诉',
      '督导台账',
      '四张清单',
      '创建计划',
      '申报轮次',
      '创建申报',
      '称号复核',
      '台账',
      '岗位名册',
      '基层单位',
      '导入',
    ])
  })
})

describe('the configuration', () => {
  test('names the field that is missing', () => {
    expect(() => readConfig({ apiOrigin: 'https://api.example' })).toThrow('oidcIssuer')
  })
})
