import { dayText } from '@anjie/calendar-cn'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { MoveLine, MovePlan } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { titleHolders } from '../honours/titleHolder.ts'
import { unitNameKey } from '../units/unitNameKey.ts'
import { isClosable } from './closedApplication.ts'
import { placesToHandOver } from './handedOverPlaces.ts'
import type { PlaceNames } from './movedUnit.ts'
import type { Drawing } from './moveSteps.ts'
import { caseLine, gapsOf, postRoles } from './openCases.ts'

/** Everything of a county that ceased, as its lists show it. */
export interface CountySurroundings {
  readonly plan: Pick<MovePlan, 'on' | 'isWhole'>
  readonly from: PlaceNames
  readonly to: PlaceNames
  readonly units: readonly ListRowOf<'unit'>[]
  /** Current units of the county that stands in its place. */
  readonly unitsThere: readonly Pick<ListRowOf<'unit'>, 'title' | 'place' | 'fields'>[]
  readonly titles: readonly ListRowOf<'title'>[]
  readonly applications: readonly ListRowOf<'application'>[]
  readonly rechecks: readonly ListRowOf<'recheck'>[]
  readonly submissions: readonly ListRowOf<'submission'>[]
  readonly posts: readonly ListRowOf<'membership'>[]
  /** Rounds of the province that are not over, with the places of the former county's city. */
  readonly rounds: readonly {
    readonly id: string
    readonly name: string
    readonly quota: RecordState<'quota'> | undefined
  }[]
  /** Names of divisions by their codes. */
  readonly nameOf: (code: string) => string
  readonly today: PlainDate
}

/**
 * 迁移方案 of a county: every unit goes on in the successor's register, its titles with it. A case that somebody outside the unit has in hand is
 * finished by whoever has it, under the code under which it was begun: its place is counted there, and who decides may not change in
 * its middle. A draft, on which nobody relies, ends and is begun anew by the successor.
 */
export function planCounty(around: CountySurroundings): Drawing {
  const { from, to, plan, units, today } = around
  const lines: MoveLine[] = [
    ...unitLines(around),
    ...titleLines(around),
    ...around.applications.map((row) =>
      row.status === 'draft'
        ? {
            ...about('application', row, row.fields.unitId),
            fate: 'closed' as const,
            to: to.countyName,
            reason: `尚未提交；${from.countyName}不再新办申报，请在${to.countyName}为该单位重新填写`,
          }
        : caseLine('application', row, row.fields.unitId, around.nameOf, applicationReason(row)),
    ),
    ...around.rechecks.map((row) =>
      caseLine('recheck', row, row.fields.unitId, around.nameOf, '复核由授予单位一办到底，区划变更不中断各项期限'),
    ),
    ...around.submissions.map((row) =>
      caseLine('submission', row, undefined, around.nameOf, `该周期按变更前的区划考评，由原单位人员填报、审核到底`),
    ),
    ...quotaLines(around),
    ...around.posts.map((row): MoveLine => {
      const own = { ...about('post', row, undefined), name: `${row.title}（${row.fields.post}）` }
      const carried = plan.isWhole && row.status === 'in-office' && row.fields.validUntil >= today
      return carried
        ? {
            ...own,
            fate: 'granted',
            to: to.countyName,
            reason: '同样的岗位随县划转；原任职保留，用于办结在办事项和查阅历史',
          }
        : {
            ...own,
            fate: 'kept',
            to: from.countyName,
            reason:
              row.status !== 'in-office'
                ? '尚未接受邀请，不随迁'
                : `并入后的权限不自动合并；需要在${to.countyName}任职的，由其管理员邀请`,
          }
    }),
  ]
  const gaps = [
    ...gapsOf(
      lines,
      [...around.applications, ...around.rechecks, ...around.submissions],
      postRoles(around.posts, today),
      {
        code: from.county,
        name: from.countyName,
      },
    ),
    ...(units.length === 0 && lines.length === 0 ? [`${from.countyName}没有登记的单位和在办事项，不需要方案`] : []),
  ]
  return { lines, gaps }
}

const about = (
  subject: MoveLine['subject'],
  row: { readonly id: string; readonly title: string; readonly place: string },
  unitId: string | undefined,
) => ({ subject, id: row.id, name: row.title, of: row.place, ...(unitId === undefined ? {} : { unitId }) })

const applicationReason = (row: ListRowOf<'application'>): string =>
  isClosable(row)
    ? '已经提交，由受理的一方按原轮次办到底，占用原来的名额'
    : '已经取得名额或列入名单，按原轮次办到底；命名后称号随单位延续'

function unitLines({ units, unitsThere, from, to, plan }: CountySurroundings): readonly MoveLine[] {
  const keyOf = (row: Pick<ListRowOf<'unit'>, 'title' | 'place' | 'fields'>): string =>
    [row.fields.unitKind, unitNameKey(row.title, row.fields.unitKind), unitNameKey(row.place, 'township')].join(' ')
  const there = new Set(unitsThere.map(keyOf))
  const order = (row: ListRowOf<'unit'>): number => (row.fields.unitKind === 'township' ? 0 : 1)
  return units
    .toSorted((one, other) => order(one) - order(other) || (one.id < other.id ? -1 : 1))
    .map((row) => ({
      ...about('unit', row, row.id),
      kind: row.fields.unitKind,
      fate: 'moves' as const,
      to: `${to.cityName}${to.countyName}${row.place}`,
      reason: there.has(keyOf(row))
        ? `${to.countyName}已有同名单位，两个并存，请核对是否另行更名`
        : `${from.countyName}自${dayText(plan.on)}起由${to.countyName}承继，单位名称不变`,
    }))
}

function titleLines({ units, titles, to, from }: CountySurroundings): readonly MoveLine[] {
  const holderOf = titleHolders(
    units.map(({ id, title, place, fields }) => ({
      id,
      county: from.county,
      kind: fields.unitKind,
      name: title,
      ...(place === '' ? {} : { parentName: place }),
      ...(fields.formerNames === undefined ? {} : { formerNames: fields.formerNames }),
    })),
  )
  return titles.map((row) => {
    const holder = holderOf({ ...row.fields, unitName: row.title })
    const own = {
      ...about('title', row, holder?.sure === true ? holder.unit.id : undefined),
      name: `${row.fields.honourName}（${row.fields.year}年）`,
      of: `${row.fields.townshipName ?? ''}${row.title}`,
    }
    if (holder?.sure === true)
      return {
        ...own,
        fate: 'carried-on' as const,
        to: `${to.cityName}${to.countyName}`,
        reason: '单位没有变，称号、编号和有效期不变；命名文件和名单保持原样，另注明现属',
      }
    return {
      ...own,
      fate: 'stays' as const,
      to: from.countyName,
      reason:
        holder === undefined
          ? '名单所载单位没有登记，称号留在原处；登记后再行确认'
          : '名单没有写明是哪一个同名单位，称号留在原处；查实后再行确认',
    }
  })
}

/** Applications of the county that are under way in a round and have no place yet. */
export const openInRound = (applications: readonly ListRowOf<'application'>[], roundId: string): number =>
  applications.filter(
    ({ status, fields }) => fields.roundId === roundId && (status === 'submitted' || status === 'recommended'),
  ).length

function quotaLines({ rounds, applications, from, to, nameOf }: CountySurroundings): readonly MoveLine[] {
  const isSameCity = from.cityName === to.cityName
  return rounds.flatMap(({ id, name, quota }): MoveLine[] => {
    const own = { subject: 'quota' as const, id, name, of: from.countyName }
    const left = placesToHandOver(quota, from.county, openInRound(applications, id))
    if (quota?.given === undefined)
      return [
        {
          ...own,
          fate: 'stays',
          to: from.cityName,
          reason: `${from.cityName}没有把名额分到县，由该市统一掌握，不作结转`,
        },
      ]
    if (!isSameCity)
      return [
        {
          ...own,
          fate: 'stays',
          to: from.cityName,
          reason: `余额${left}个留在${from.cityName}，用于办结原轮次；${to.countyName}的新申报占用${nameOf(cityCodeOf(to.county))}的名额`,
        },
      ]
    return [
      {
        ...own,
        fate: left === 0 ? 'stays' : 'handed-over',
        to: to.countyName,
        places: left,
        reason: left === 0 ? '没有余额' : `余额${left}个结转${to.countyName}；在办的申报仍用原来的名额`,
      },
    ]
  })
}
