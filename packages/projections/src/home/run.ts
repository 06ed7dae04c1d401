import { addDays } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { staysInCounty } from '@anjie/domain/access/index'
import { unitOfSubject } from '@anjie/domain/cycles/unitOfSubject'
import { RUN_STATUS_NAMES, runOwner } from '@anjie/domain/league-tables/runTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { beijingDay } from '@anjie/kernel'
import type { FactOf } from '../readFact.ts'
import { type HomeLine, type HomeView, TOLD_DAYS } from './homeLine.ts'

/** A run waits for its commission until it is published or another takes its place. What it releases is said by its cycle. */
export const run: HomeView<'run'> = (fact) => {
  const { recordId, version, at, after: state } = fact
  const owner = runOwner(state)
  const code = assessorCode(state)
  return [
    {
      owner: code,
      slot: 'turn',
      line:
        owner === null
          ? null
          : {
              standing: { as: 'work', role: owner.role, day: null },
              row: {
                kind: 'run',
                id: recordId,
                version,
                title: state.cycleName,
                place: '',
                status: state.status,
                statusName: RUN_STATUS_NAMES[state.status],
                queue: { level: owner.level, code, role: owner.role },
                nextVerb: owner.verb,
                dueOn: null,
                updatedAt: at,
                cycleId: state.cycleId,
                page: 'run',
                pageId: recordId,
                note: null,
              },
            },
    },
    ...saidToPosts(fact),
  ]
}

const SAID: Partial<Record<FactTypeOf<'run'>, string>> = {
  RunPreviewed: '岗位考评得分预览已开放，可查看和申诉',
  RunPublished: '岗位考评结果已公布',
}

/** A unit whose post is assessed has no standing in it, and is told when there is a score to be read. */
function saidToPosts({ recordId, version, type, at, after: state }: FactOf<'run'>): readonly HomeLine[] {
  const says = SAID[type]
  if (says === undefined || !staysInCounty(recordId)) return []
  const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
  return [...new Set(state.rows.map(({ subject }) => unitOfSubject(subject)))].flatMap((unit) =>
    unit === undefined
      ? []
      : [
          {
            owner: unit,
            slot: 'told',
            line: {
              standing: { as: 'told', level: 'county', day },
              row: {
                kind: 'run',
                id: recordId,
                version,
                title: state.cycleName,
                place: '',
                status: state.status,
                statusName: RUN_STATUS_NAMES[state.status],
                queue: null,
                nextVerb: '查看得分',
                dueOn: null,
                updatedAt: at,
                cycleId: state.cycleId,
                page: 'cycle',
                pageId: state.cycleId,
                says,
                note: says,
              },
            },
          },
        ],
  )
}
