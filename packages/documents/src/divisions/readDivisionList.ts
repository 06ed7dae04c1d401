import type { DivisionAdditions } from '@anjie/domain/divisions/addDivisions'
import {
  divisionForm,
  divisionHistoryForm,
  listedDivisions,
  listedHistory,
  type RowFault,
} from '@anjie/domain/intake/divisionForm'
import { err, ok, type Result } from '@anjie/kernel'
import { decodeText } from '../decodeText.ts'
import { openIntake, readTables } from '../intake/readIntake.ts'
import type { IntakeReading } from '../intake/reading.ts'
import { readDivisionTree } from './readDivisionTree.ts'

/** What a file of divisions says, in whatever form it came. */
export interface DivisionList {
  readonly listed: DivisionAdditions
  /** Every county of the province stands in it: one that does not is missing. */
  readonly isWhole: boolean
  /** What of it stays out, with place and remedy. */
  readonly faults: readonly string[]
}

const JSON_START = /^\s*[[{]/

/**
 * Reads a file of divisions: JSON in the common public form, or a sheet of places or of what became of them. `province` picks out
 * of several. The error is what is wrong with the file as a whole.
 */
export async function readDivisionList(bytes: Uint8Array, province: string): Promise<Result<DivisionList, string>> {
  const text = JSON_START.test(new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/, ''))
    ? decodeText(bytes)?.text
    : undefined
  return text === undefined ? readSheets(bytes) : readTree(text, province)
}

function readTree(text: string, province: string): Result<DivisionList, string> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return err('不是正确的 JSON，文件可能没有传完；请重新下载')
  }
  const tree = readDivisionTree(json, province)
  if (!tree.ok) return err(tree.error.slice(0, 3).join('；'))
  const { cities, counties, successors = [] } = tree.value
  if (tree.value.province.code !== province)
    return err(`文件里是${tree.value.province.name}（${tree.value.province.code}），本系统是代码${province}的省`)
  const places = counties.map(({ validFrom: _from, validTo: _to, ...county }) => county)
  return ok({ listed: { cities, counties: places, successors }, isWhole: true, faults: [] })
}

async function readSheets(bytes: Uint8Array): Promise<Result<DivisionList, string>> {
  const opened = await openIntake(bytes)
  if (!opened.ok) return opened
  const history = readTables(opened.value, divisionHistoryForm)
  const reading = history.ok ? history : readTables(opened.value, divisionForm)
  if (!reading.ok) return reading
  const { listed, faults } = (history.ok ? listedHistory : listedDivisions)(reading.value.rows)
  return ok({ listed, isWhole: false, faults: [...refusalsOf(reading.value), ...faultsOf(reading.value, faults)] })
}

const refusalsOf = ({ refusals }: IntakeReading): readonly string[] =>
  refusals.map(
    ({ column, row, heading, message }) =>
      `${column}${row === 0 ? '' : row}${heading === undefined ? '' : `（${heading}）`} ${message}`,
  )

const faultsOf = ({ sheets }: IntakeReading, faults: readonly RowFault[]): readonly string[] =>
  faults.map(({ row, field, message }) => `${sheets[0]?.columns.get(field) ?? '第'}${row} ${message}`)
