import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { nearestNames } from '../divisions/nearestNames.ts'
import { POST_KINDS } from '../posts/kinds/index.ts'
import { unitNameKey } from '../units/unitNameKey.ts'
import type { DutyPostRow } from './dutyPostRow.ts'

interface Listed {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly parentId?: string | undefined
  readonly validTo?: string | undefined
}

/** The unit that a row's post belongs to, in whatever spelling; or why there is none. Units are those that stand. */
export function dutyPostUnits(
  units: readonly Listed[],
): (row: Pick<DutyPostRow, 'township' | 'village' | 'kind'>) => Listed | string {
  const current = units.filter(({ validTo }) => validTo === undefined)
  const townships = current.filter(({ kind }) => kind === 'township')
  return ({ township, village, kind }) => {
    const own = townships.find(({ name }) => unitNameKey(name, 'township') === unitNameKey(township, 'township'))
    if (own === undefined) return `没有登记过“${township}”${near(township, townships)}；请改正名称或先在“单位”页登记`
    if (POST_KINDS[kind].unitKinds.includes('township'))
      return village === undefined ? own : `${POST_KINDS[kind].name}设在乡镇，不写村；写了村的请选村综治委员`
    if (village === undefined) return `没有写是哪个村的${POST_KINDS[kind].name}`
    const within = current.filter(({ parentId }) => parentId === own.id)
    const found = within.filter((unit) => unitNameKey(unit.name, unit.kind) === unitNameKey(village, unit.kind))
    const [unit, second] = found
    if (unit === undefined)
      return `${own.name}没有登记过“${village}”${near(village, within)}；请改正名称或先在“单位”页登记`
    return second === undefined ? unit : `${own.name}有${found.length}个“${village}”；请在岗位页登记`
  }
}

function near(name: string, among: readonly Listed[]): string {
  const names = nearestNames(
    name,
    among.map((unit) => unit.name),
  ).map((each) => `“${each}”`)
  return names.length === 0 ? '' : `，相近的有${names.join('、')}`
}
