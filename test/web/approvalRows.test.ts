import { Application } from '@anjie/contracts/vocabulary/honours/application'
import { approvalRows } from '@anjie/web/areas/honours/application/approvalRows'
import { expect, test } from 'vitest'
import { application, idOf } from '../projector/sampleFacts.ts'

test('the approval sheet has every opinion and every return, each signed, in the order in which they were given', () => {
  const step = (action: string, text: string) => ({
    action,
    text,
    personId: 'p',
    personName: '王小明',
    post: '科长',
    jurisdiction: '990101',
    jurisdictionName: '安东区',
    at: '2026-03-02T01:00:00.000Z',
  })
  const opinions = [
    step('recommend', '同意推荐'),
    step('return', '请补充台账'),
    step('withdraw', '台账有误'),
    step('hold', '等候核实'),
    step('recommend', '再次推荐'),
  ]
  const state = Application.parse({ ...application(idOf('990101', 1), 'recommended'), opinions })
  const rows = approvalRows({ state, criteria: [], documentNumber: undefined })
  const signed = rows.filter((row) => row.signed !== undefined)
  expect(signed.map(({ label, text }) => `${label} ${text}`)).toEqual([
    '安东区推荐 同意推荐',
    '安东区退回 请补充台账',
    '安东区撤回 台账有误',
    '安东区暂缓办理 等候核实',
    '安东区推荐 再次推荐',
  ])
  for (const row of signed) expect(row.signed).toBe('科长 王小明 2026年3月2日')
})
