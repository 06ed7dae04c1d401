import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { RegisterColumn, RegisterDefinition } from '@anjie/contracts/vocabulary/registers/register'
import { Decimal } from '@anjie/kernel'
import { asksForSensitive } from './sensitive.ts'

const fault = (pointer: string, detail: string): Problem => ({
  code: 'register-refused',
  detail,
  pointer,
  errors: [{ pointer, detail }],
})

/** What is wrong with a definition as such; undefined: nothing. */
export function definitionFault(definition: RegisterDefinition): Problem | undefined {
  const { columns, key, title, rowsOf, unitKinds, term, dueDays } = definition
  if (rowsOf === 'unit' && (unitKinds ?? []).length === 0)
    return fault('/unitKinds', '由基层单位填报的台账应选填报单位的类别')
  if (term === 'standing' && dueDays !== undefined) return fault('/dueDays', '长期台账没有报送期限，请留空')
  for (const [at, column] of columns.entries()) {
    const same = columns.findIndex(({ code }) => code === column.code)
    if (same !== at) return fault(`/columns/${at}/code`, `第${at + 1}栏的代码与第${same + 1}栏重复`)
    const namesake = columns.findIndex((each) => each.name === column.name && each.ended === undefined)
    if (column.ended === undefined && namesake !== at)
      return fault(`/columns/${at}/name`, `有两栏都叫“${column.name}”，请改名以便分辨`)
    const own = columnFault(column, `/columns/${at}`)
    if (own !== undefined) return own
  }
  const current = (code: string) => columns.find((each) => each.code === code && each.ended === undefined)
  if (current(title) === undefined) return fault('/title', '作为行名的栏目不在本台账中或已停用')
  for (const [at, code] of key.entries()) {
    const column = current(code)
    if (column === undefined) return fault(`/key/${at}`, `唯一栏“${code}”不在本台账中或已停用`)
    if (!column.required) return fault(`/key/${at}`, `唯一栏“${column.name}”应为必填`)
  }
  return undefined
}

function columnFault(column: RegisterColumn, at: string): Problem | undefined {
  const { name, type, choices, least, most, unitKinds } = column
  if (asksForSensitive(name))
    return fault(`${at}/name`, `“${name}”涉及个人信息或设备点位，台账只登记数量，不登记证件号、手机号、坐标和点位清单`)
  if (type === 'choice') {
    if ((choices ?? []).length < 2) return fault(`${at}/choices`, `“${name}”至少要有两个选项`)
    const codes = (choices ?? []).map(({ code }) => code)
    if (new Set(codes).size < codes.length) return fault(`${at}/choices`, `“${name}”的选项代码重复`)
    const names = (choices ?? []).map((each) => each.name)
    if (new Set(names).size < names.length) return fault(`${at}/choices`, `“${name}”的选项名称重复`)
  } else if (choices !== undefined) return fault(`${at}/choices`, `“${name}”不是选择栏，不设选项`)
  if (type === 'unit' && (unitKinds ?? []).length === 0) return fault(`${at}/unitKinds`, `“${name}”应选单位类别`)
  if (least !== undefined && most !== undefined && new Decimal(least).gt(most))
    return fault(`${at}/least`, `“${name}”的下限大于上限`)
  return undefined
}

/** What a new definition may not take from one that is in use: types, choices and keys by which rows were filled. */
export function changeFault(before: RegisterDefinition, after: RegisterDefinition): Problem | undefined {
  if (before.rowsOf !== after.rowsOf) return fault('/rowsOf', '台账启用后不能改由谁填报，请另设一本')
  if (before.term !== after.term) return fault('/term', '台账启用后不能改按期或长期，请另设一本')
  if (before.key.join(' ') !== after.key.join(' ')) return fault('/key', '台账启用后不能改唯一栏，请另设一本')
  for (const column of before.columns) {
    const at = after.columns.findIndex(({ code }) => code === column.code)
    const next = after.columns[at]
    if (next === undefined) return fault('/columns', `“${column.name}”已在使用，不能删去，可以停用`)
    if (next.type !== column.type)
      return fault(`/columns/${at}/type`, `“${column.name}”已在使用，不能改类型；可停用后另加一栏`)
    const lost = (column.choices ?? []).find(({ code }) => !(next.choices ?? []).some((each) => each.code === code))
    if (lost !== undefined)
      return fault(`/columns/${at}/choices`, `“${column.name}”的选项“${lost.name}”已在使用，不能删去，可以停用`)
  }
  return undefined
}
