import { beijingDate, yearOf } from '@anjie/calendar-cn'
import type {
  getMeasure as getOperation,
  getRectification as getRectificationOperation,
  listMeasures as listOperation,
  listRectifications as listRectificationsOperation,
  getSupervisionTally as tallyOperation,
} from '@anjie/contracts/operations/supervision'
import { codeOf, levelOf } from '@anjie/domain/access/index'
import { allowedMeasureActions } from '@anjie/domain/supervision/measureTransitions'
import { roundOf } from '@anjie/domain/supervision/rectificationSteps'
import {
  allowedRectificationActions,
  rectificationStandingName,
} from '@anjie/domain/supervision/rectificationTransitions'
import { allLevels, sumFigures } from '@anjie/domain/supervision/tally'
import { err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { rectificationsOf } from './changeMeasure.ts'

/** 督导台账: of a county all that lies there, of those above what they issued themselves, of a unit its own. */
export const listMeasures: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store },
  { query },
) => {
  const { cursor, kind, ...filter } = query
  const page = await store.find('measure', { ...filter, group: kind }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

/** 整改台账. */
export const listRectifications: Query<
  InputOf<typeof listRectificationsOperation>,
  OutputOf<typeof listRectificationsOperation>
> = async ({ store }, { query }) => {
  const { cursor, kind, ...filter } = query
  const page = await store.find('rectification', { ...filter, group: kind }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

/** 年度汇总: one row a county and year, whatever number of measures lies behind it. */
export const getSupervisionTally: Query<InputOf<typeof tallyOperation>, OutputOf<typeof tallyOperation>> = async (
  { store, scope, now },
  { query },
) => {
  const year = query.year ?? yearOf(beijingDate(now))
  const rows = await foundRows(store, 'supervision-tally', { year })
  const level = levelOf(scope)
  return ok({
    year,
    own: sumFigures(rows.map(({ fields }) => fields.levels[level])),
    all: sumFigures(rows.map(({ fields }) => allLevels(fields.levels))),
    counties:
      level === 'county'
        ? []
        : rows.map(({ title, fields }) => ({
            county: fields.county,
            name: title,
            figures: allLevels(fields.levels),
          })),
  })
}

/** 督导措施 with how its rectifications stand. */
export const getMeasure: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'measure', params.measureId)
  if (!found.ok) return found
  const { state } = found.value
  // What is not signed yet is no business of its target.
  if ((state.status === 'draft' || state.status === 'discarded') && state.issuer !== codeOf(context.scope))
    return err(notFound('measure'))
  const [own, timeline] = await Promise.all([
    rectificationsOf(store, state),
    timelineOf(store, 'measure', params.measureId),
  ])
  return ok({
    ...found.value,
    allowed: allowedMeasureActions(state, member, now),
    ...timeline,
    rectifications: [...own.values()]
      .map(({ state: each }) => ({
        id: each.id,
        number: each.number,
        problem: each.problem,
        repeated: each.repeated === true,
        status: each.status,
        statusName: rectificationStandingName(each),
        round: roundOf(each).number,
        dueOn: each.dueOn,
        ...(each.overdueOn === undefined ? {} : { overdueOn: each.overdueOn }),
        ...(each.closedOn === undefined ? {} : { closedOn: each.closedOn }),
      }))
      .toSorted((one, other) => one.number - other.number),
  })
}

/** 一个问题的整改, round by round. */
export const getRectification: Query<
  InputOf<typeof getRectificationOperation>,
  OutputOf<typeof getRectificationOperation>
> = async (context, { params }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'rectification', params.rectificationId)
  if (!found.ok) return found
  const timeline = await timelineOf(store, 'rectification', params.rectificationId)
  return ok({ ...found.value, allowed: allowedRectificationActions(found.value.state, member, now), ...timeline })
}
