import { numberKey } from '@anjie/domain/disputes/caseNumbers'
import { withParties } from '@anjie/domain/disputes/outgoingRows'
import { expect, test } from 'vitest'
import { CLERK, desk } from '../intake/importing.ts'

const YEAR = 'from=2025-01-01&to=2025-12-31'
const none = { stated: false, on: null }

test('what a system lacks comes out under its own headings and in its own words, and is gone once its export shows it', async () => {
  const { api } = await desk()
  const entry = {
    system: 'mediation',
    caseNumber: '（2025）榆人调字第12号',
    receivedOn: '2025-03-02',
    township: '城关',
    village: '河口',
    kind: '01',
    summary: '分家后赡养费的分摊谈不拢',
    outcomes: { agreed: none, performed: none, closed: { stated: true, on: '2025-03-09' }, settled: none },
    parties: ['王大明', '李小红'],
  }
  await api.call('saveDisputeEntry', { member: CLERK, body: entry })
  const outgoing = async () =>
    (await api.call('getOutgoingDisputes', { member: CLERK, params: { system: 'stability' }, query: YEAR })).body as {
      headings: string[]
      partyHeadings: string[]
      rows: { numbers: string[]; cells: string[] }[]
    }
  const sheet = await outgoing()
  const cell = (heading: string, cells: readonly string[] | undefined = sheet.rows[0]?.cells) =>
    cells?.[sheet.headings.indexOf(heading)]
  expect(sheet.rows).toHaveLength(1)
  expect(cell('类别')).toBe('婚姻家庭类')
  expect(cell('化解情况')).toBe('已化解')
  expect(cell('化解日期')).toBe('2025-03-09')
  expect(cell('发生地点')).toBe('城关河口')
  expect(cell('事件描述')).toBe(entry.summary)
  expect(JSON.stringify(sheet)).not.toContain('王大明')

  const blank = withParties(sheet, new Map(), numberKey)
  expect(blank.open).toBe(1)
  expect(cell('涉事人员', blank.cells[0])).toBe('（待填）')
  const own = new Map([[numberKey('(2025)榆人调字12号'), new Map([['涉事人员', '王大明、李小红']])]])
  const filled = withParties(sheet, own, numberKey)
  expect(filled.open).toBe(0)
  expect(cell('涉事人员', filled.cells[0])).toBe('王大明、李小红')

  await api.call('saveDisputeEntry', {
    member: CLERK,
    body: { ...entry, system: 'stability', caseNumber: 'WW-2025-00001' },
  })
  await api.call('matchDisputes', { member: CLERK, body: { from: '2025-01-01', to: '2025-12-31' } })
  expect((await outgoing()).rows).toEqual([])
})
