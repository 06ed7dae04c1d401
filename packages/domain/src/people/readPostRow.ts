import { readDay } from '@anjie/calendar-cn/readDay'
import { ROLES, type Role } from '@anjie/contracts/vocabulary/access/people'
import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'
import { AccountName, PostGiven, type PostRow } from '@anjie/contracts/vocabulary/people/postRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok, type Result, textKey } from '@anjie/kernel'
import { ROLE_NAMES } from '../access/roleNames.ts'

/** A unit as a line of a file may name it: by itself, or with its township in front. */
export interface NamedUnit {
  readonly id: UnitId
  readonly name: string
  readonly parentName: string
}

export interface ReadPost {
  readonly personName: string
  readonly post: string
  readonly roles: readonly Role[]
  readonly units: readonly UnitId[] | undefined
  readonly honours: readonly HonourCode[] | undefined
  readonly validUntil: PlainDate
  readonly accountName: string | undefined
}

const ROLE_OF = new Map(ROLES.map((role) => [textKey(ROLE_NAMES[role]), role]))
const SEVERAL = /[、，,;；\n]+/

const parts = (text: string): string[] =>
  text
    .split(SEVERAL)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The register by every name that a line may use. */
export function unitsByName(units: readonly NamedUnit[]): ReadonlyMap<string, readonly NamedUnit[]> {
  const names = units.flatMap((unit) => [
    [textKey(unit.name), unit] as const,
    ...(unit.parentName === '' ? [] : [[textKey(`${unit.parentName}${unit.name}`), unit] as const]),
  ])
  const byName = Map.groupBy(names, ([name]) => name)
  return new Map([...byName].map(([name, found]) => [name, found.map(([, unit]) => unit)]))
}

/** Names that a line may use: of the county's units, and of honours, whose types stand on a higher floor. */
export interface KnownNames {
  readonly units: ReadonlyMap<string, readonly NamedUnit[]>
  readonly honours: ReadonlyMap<string, HonourCode>
}

/** One line of a file: whom it means and what is wrong with it, all at once and in words that stand beside the line. */
export function readPostRow(row: PostRow, known: KnownNames): Result<ReadPost, string> {
  const faults: string[] = []
  const personName = PostGiven.personName.safeParse(row.personName)
  if (!personName.success) faults.push('姓名为空或过长')
  const post = PostGiven.post.safeParse(row.post)
  if (!post.success) faults.push('职务为空或过长')
  const units: UnitId[] = []
  for (const name of parts(row.unitNames)) {
    const found = known.units.get(textKey(name.replaceAll('/', ''))) ?? []
    const [unit] = found
    if (unit === undefined) faults.push(`本县没有登记“${name}”这个单位`)
    else if (found.length > 1) faults.push(`有${found.length}个单位叫“${name}”，请在前面写上所属乡镇`)
    else units.push(unit.id)
  }
  const named = parts(row.roleNames)
  const roles = named.flatMap((name) => {
    const role = ROLE_OF.get(textKey(name))
    if (role === undefined) faults.push(`没有“${name}”这个岗位`)
    return role === undefined ? [] : [role]
  })
  const honours = parts(row.honourNames ?? '').flatMap((name) => {
    const honour = known.honours.get(textKey(name))
    if (honour === undefined) faults.push(`没有“${name}”这种荣誉`)
    return honour ?? []
  })
  if (named.length === 0 && units.length === 0 && row.unitNames === '') faults.push('请写明岗位或所在单位')
  // A year belongs to it: nobody's post ends on some first of March.
  const lastDay = readDay(row.validUntil, 0)
  if (!lastDay.ok)
    faults.push(
      lastDay.fault === 'unreadable'
        ? '有效期应写成“2027年12月31日”或“2027-12-31”'
        : `日历上没有“${row.validUntil}”这一天，有效期要带年份`,
    )
  const accountName = row.accountName === undefined || row.accountName === '' ? undefined : row.accountName
  if (accountName !== undefined && !AccountName.safeParse(accountName).success)
    faults.push('登录名为3至60位小写字母、数字和 . _ -')
  if (faults.length > 0 || !personName.success || !post.success || !lastDay.ok) return err(faults.join('；'))
  return ok({
    personName: personName.data,
    post: post.data,
    roles: named.length === 0 ? ['unit-reporter'] : roles,
    units: units.length === 0 ? undefined : units,
    honours: honours.length === 0 ? undefined : [...new Set(honours)],
    validUntil: PlainDate.parse(lastDay.day),
    accountName,
  })
}
