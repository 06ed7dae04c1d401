import { measureRows, measureTitle } from '@anjie/web/areas/supervision/measure/measureRows'
import { expect, test } from 'vitest'
import { supervisionWorld, WHO } from './supervisionWorld.ts'

test('the paper of a measure bears its kind, number and target, each problem with its day, who signed, and until when it may be contested', async () => {
  const world = await supervisionWorld()
  const paperOf = async (content: object) => {
    const found = (await world.measure(WHO.town, await world.issue(content))) as never
    return { title: measureTitle(found), rows: measureRows(found).map(({ label, text }) => `${label} ${text}`) }
  }
  const circular = await paperOf({ kind: 'circular', documentNumber: '砚平安办〔2026〕3号', participants: [] })
  expect(circular.title).toBe('通报')
  expect(circular.rows).toEqual([
    '督导对象 云溪县甲镇',
    '文号 砚平安办〔2026〕3号',
    '事由 第一季度省安暗访复查',
    '实施日期 2026年3月2日',
    '问题1 综治中心夜间无人值守　整改期限：2026年3月16日',
    '要求 限期整改并报告结果',
    '可申请复核至 2026年4月1日',
  ])
  // What an inspection found is to be mended in time.
  expect((await paperOf({ kind: 'inspection' })).title).toBe('限期整改通知书')
  expect((await paperOf({ kind: 'inspection', problems: [] })).title).toBe('督导通知')
})
