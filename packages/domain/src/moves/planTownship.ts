import { dayText } from '@anjie/calendar-cn'
import type { Role } from '@anjie/contracts/vocabulary/access/people'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { MoveLine, MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { isClosable } from './closedApplication.ts'
import type { Drawing } from './moveSteps.ts'
import { caseLine, gapsOf } from './openCases.ts'

/** A township and what lies in it, as the county's lists show it. */
export interface TownshipSurroundings {
  readonly plan: Pick<MovePlan, 'on'>
  readonly township: Unit
  readonly successor: Unit
  readonly below: readonly ListRowOf<'unit'>[]
  /** Of the township itself; what lies in it keeps its own. */
  readonly titles: readonly ListRowOf<'title'>[]
  /** Of the successor: by them it is said which title it holds already. */
  readonly titlesThere: readonly Pick<ListRowOf<'title'>, 'fields'>[]
  readonly applications: readonly ListRowOf<'application'>[]
  readonly rechecks: readonly ListRowOf<'recheck'>[]
  readonly submissions: readonly ListRowOf<'submission'>[]
  /** Posts at the township. */
  readonly posts: readonly ListRowOf<'membership'>[]
  /** Roles that somebody holds for the county. */
  readonly held: ReadonlySet<Role>
  readonly countyName: string
  readonly nameOf: (code: string) => string
}

/**
 * 迁移方案 of a township that is merged into another of its county: villages go along under their names, the township ends, and its titles go
 * before whoever gave them, because the successor is another body.
 */
export function planTownship(around: TownshipSurroundings): Drawing {
  const { plan, township, successor, below, titlesThere } = around
  const heldThere = new Set(titlesThere.map(({ fields }) => rungOf(fields)))
  const closing = around.applications.filter(isClosable)
  const stuck = around.applications.filter((row) => !isClosable(row))
  const lines: MoveLine[] = [
    {
      subject: 'unit',
      id: township.id,
      name: township.name,
      of: around.countyName,
      unitId: township.id,
      kind: township.kind,
      fate: 'merges',
      to: successor.name,
      reason: `自${dayText(plan.on)}起并入${successor.name}`,
    },
    ...below.map(
      (unit): MoveLine => ({
        subject: 'unit',
        id: unit.id,
        name: unit.title,
        of: township.name,
        unitId: unit.id,
        kind: unit.fields.unitKind,
        fate: 'moves',
        to: successor.name,
        reason: '随乡镇划转，名称、称号和在办事项不变',
      }),
    ),
    ...around.titles.map(
      (row): MoveLine => ({
        subject: 'title',
        id: row.id,
        name: `${row.fields.honourName}（${row.fields.year}年）`,
        of: row.title,
        unitId: township.id,
        fate: 'laid-before',
        to: successor.name,
        reason: heldThere.has(rungOf(row.fields))
          ? `${successor.name}已持有同一称号，由授予单位注销并载明承继单位`
          : `由授予单位决定为${successor.name}重新认定，或者注销并载明承继单位`,
      }),
    ),
    ...closing.map(
      (row): MoveLine => ({
        subject: 'application',
        id: row.id,
        name: row.fields.roundName,
        of: `${row.title}，${row.statusName}`,
        unitId: township.id,
        fate: 'closed',
        to: successor.name,
        reason: `${township.name}自${dayText(plan.on)}起并入${successor.name}，申报终止；由${successor.name}自行申报`,
      }),
    ),
    ...stuck.map((row) =>
      caseLine(
        'application',
        row,
        township.id,
        around.nameOf,
        '已经取得名额或列入名单，须由办理的一方先退回或不予通过',
      ),
    ),
    ...around.rechecks.map((row) =>
      caseLine('recheck', row, township.id, around.nameOf, '撤并并入这一件复核，由授予单位一并作出结论'),
    ),
    ...around.submissions.map((row) =>
      caseLine('submission', row, township.id, around.nameOf, '该周期按变更前的单位考评，由县级填报人接办到底'),
    ),
    ...around.posts.map(
      (row): MoveLine => ({
        subject: 'post',
        id: row.id,
        name: `${row.title}（${row.fields.post}）`,
        of: row.place,
        fate: 'kept',
        to: township.name,
        reason: `单位撤并后只能查阅；需要在${successor.name}任职的，由县级管理员邀请`,
      }),
    ),
  ]
  const county = { code: township.county, name: around.countyName }
  const gaps = [
    ...stuck.map(
      (row) => `${row.title}在“${row.fields.roundName}”的申报${row.statusName}，请先由办理的一方退回或不予通过`,
    ),
    ...gapsOf(lines, [...around.rechecks, ...around.submissions], around.held, county),
  ]
  return { lines, gaps }
}

const rungOf = ({ honour, level, grade }: ListRowOf<'title'>['fields']): string =>
  [honour, level, grade ?? ''].join(' ')
