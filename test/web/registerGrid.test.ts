import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import {
  changedRows,
  type GridRow,
  givenRow,
  gridRows,
  ROW_DAYS,
  readTyped,
  type StoredRow,
  shownCell,
  withTyped,
} from '@anjie/web/areas/registers/rows/gridRows'
import { describe, expect, test } from 'vitest'

const columns = [{ code: 'name', name: '名称', type: 'text', required: true, seenBy: 'everybody' }] as RegisterColumn[]
const stored = {
  id: '990101.centres-standing-0001-01',
  version: 2,
  cells: { name: '清泉中心' },
  from: '2024-03-01',
} as unknown as StoredRow
const [row] = gridRows([stored]) as [GridRow]
const typing = (column: string, text: string, of = row) =>
  withTyped([of], [{ row: of, column, text }], columns)[0] as GridRow

describe('the days on which a standing thing began and ended', () => {
  test('stand in the grid as any cell, are read as people write days, and are saved apart from the cells', () => {
    expect(shownCell(ROW_DAYS.from, row)).toBe('2024-03-01')
    expect(readTyped(ROW_DAYS.until, '2026年6月30日', row)).toEqual({ ok: true, text: '2026-06-30' })
    const changed = typing('name', '清泉镇中心', typing(ROW_DAYS.until.code, '2026-06-30'))
    expect(givenRow(changed)).toEqual({ cells: { name: '清泉镇中心' }, until: '2026-06-30' })
  })

  test('typed as they are stored they are no change, and once there they are not emptied', () => {
    expect(changedRows([typing(ROW_DAYS.from.code, '2024-03-01')])).toEqual([])
    expect(readTyped(ROW_DAYS.from, '', row)).toMatchObject({ ok: false })
    expect(readTyped(ROW_DAYS.until, '', row)).toEqual({ ok: true, text: '' })
    expect(givenRow(typing('name', '新名'))).toEqual({ cells: { name: '新名' } })
  })
})
