import type { getLadder as operation } from '@anjie/contracts/operations/honours'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { ApplicationId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { askedCriteria } from '@anjie/domain/honours/askedCriteria'
import { heldSince } from '@anjie/domain/honours/ladder'
import { ladderOf, type OpenCase, type RungStanding } from '@anjie/domain/honours/rungStanding'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { heldTitles, namesInLists } from './heldTitles.ts'
import { barsOf } from './honourRecords.ts'
import { ladderSetting } from './ladderSetting.ts'

type Output = OutputOf<typeof operation>

/** 单位的命名阶梯: each honour that its kind may have, rung by rung. */
export const getLadder: Query<InputOf<typeof operation>, Output> = async (context, { params }) => {
  const { store } = context
  const found = await findRecord(context, 'unit', params.unitId)
  if (!found.ok) return found
  const { state: unit } = found.value
  const [setting, titles, cases, bars] = await Promise.all([
    ladderSetting(context),
    heldTitles(store, unit, unit.county),
    openCases(context, unit),
    barsOf(store, unit.id),
  ])
  const { id, kind, name, parentName, validTo } = unit
  return ok({
    unit: {
      id,
      kind,
      name,
      ...(parentName === undefined ? {} : { parentName }),
      ...(validTo === undefined ? {} : { validTo }),
    },
    ladders: setting.types
      .filter(({ code, unitKinds }) => unitKinds.includes(kind) || titles.some(({ honour }) => honour === code))
      .map((type) => ({
        honour: type.code,
        honourName: type.name,
        criteria: [...askedCriteria(type)],
        rungs: ladderOf({ ...setting, type, unit, titles, cases, bars }).map(shownRung),
      })),
  })
}

/** The unit's cases that are not over, with what was filled in. */
async function openCases({ store, scope }: QueryContext, unit: Unit): Promise<readonly OpenCase[]> {
  // A unit's own list has its cases alone.
  const filters = scope.level === 'unit' ? [{}] : namesInLists(unit).map((name) => ({ name }))
  const rows = await Promise.all(filters.map((each) => foundRows(store, 'application', { stage: 'open', ...each })))
  const own = [...new Map(rows.flat().map((row) => [row.id, row])).values()].filter(
    ({ fields }) => fields.unitId === unit.id,
  )
  const read: ReadonlyMap<string, { readonly state: Application }> = await store.getMany(
    'application',
    own.map(({ id }) => id),
  )
  return own.map(({ id, statusName, fields }) => {
    const answers = read.get(id)?.state.answers
    return { id, roundId: fields.roundId, statusName, ...(answers === undefined ? {} : { answers }) }
  })
}

type Rung = Output['ladders'][number]['rungs'][number]

function shownRung({ level, grade, state, title, round, openCase, from, lines }: RungStanding): Rung {
  return {
    level,
    ...(grade === undefined ? {} : { grade }),
    state,
    ...(title === undefined
      ? {}
      : {
          title: {
            id: title.id,
            since: heldSince(title),
            ...(title.validUntil === undefined ? {} : { validUntil: title.validUntil as Rung['from'] }),
            ...(title.serial === undefined ? {} : { serial: title.serial }),
          },
        }),
    ...(round === undefined
      ? {}
      : { round: { id: round.id, name: round.name, opensOn: round.opensOn, closesOn: round.closesOn } }),
    ...(openCase === undefined
      ? {}
      : { application: { id: ApplicationId.parse(openCase.id), statusName: openCase.statusName } }),
    ...(from === undefined ? {} : { from }),
    lines: lines.map(({ name, met, reason }) => ({ name, met, reason })),
  }
}
