import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { awaitsAnswer } from '@anjie/domain/submissions/submissionTransitions'
import { beijingDay } from '@anjie/kernel'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { originWords, remarkWords, windowWords, entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Button } from '../../../ui/Button.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { tellDone } from '../../../ui/told.ts'
import { countedPath } from './countedPath.ts'
import type { SubmissionCase } from './submissionCase.ts'

interface EntryNoticesProps {
  readonly found: SubmissionCase
  readonly dirty: boolean
  readonly onJump: (item: string) => void
}

/** What one has to know before one fills in: figures that come from elsewhere, the day, what waits for a word, and why the form came back. */
export function EntryNotices({ found, dirty, onJump }: EntryNoticesProps) {
  const { cycle, state } = found
  const unconfirmed = state.values.filter(
    (value) => value.status === 'reported' && value.origin !== undefined && value.origin.confirmedBy === undefined,
  )
  const awaiting = (state.remarks ?? []).filter((remark) => remark.state === 'awaiting')
  const nameOf = (code: string) => found.items.find((item) => item.code === code)?.name ?? code
  const changed = found.counted.filter(({ now }) => now !== undefined)
  return (
    <>
      {cycle.rolledUp !== undefined && (
        <p className="panel quiet">{words.rolledUp(cycle.rolledUp.fromName, cycle.rolledUp.names)}</p>
      )}
      {changed.length > 0 && (
        <div className="panel">
          <StateMark tone="due">{words.counted.changed}</StateMark>
          <ul>
            {changed.map((cell) => (
              <li key={`${cell.item} ${cell.period}`}>
                {words.counted.changedFrom(
                  nameOf(cell.item),
                  figureIn(state.values, cell),
                  cell.now?.value ?? words.counted.none,
                )}{' '}
                <Link to={`${countedPath(state.id, cell)}?compare=now`}>{words.counted.whichRows}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <WindowNotice found={found} />
      {found.prefillable > 0 && <PrefillOffer found={found} dirty={dirty} />}
      {unconfirmed.length > 0 && (
        <p className="panel">
          <StateMark tone="due">{originWords.toConfirm(unconfirmed.length)}</StateMark>{' '}
          {unconfirmed.map(({ item, period }) => (
            <button key={`${item} ${period}`} type="button" className="plain" onClick={() => onJump(item)}>
              {nameOf(item)}
            </button>
          ))}
        </p>
      )}
      {awaitsAnswer(state) && (
        <p className="panel">
          <StateMark tone="due">{remarkWords.toAnswer(awaiting.length)}</StateMark>{' '}
          {awaiting.map(({ item, period }) => (
            <button key={`${item} ${period}`} type="button" className="plain" onClick={() => onJump(item)}>
              {nameOf(item)}
            </button>
          ))}
        </p>
      )}
      {state.returnReason !== undefined && (
        <p className="panel">
          <StateMark tone="due">{words.returned}</StateMark>：{state.returnReason}
        </p>
      )}
    </>
  )
}

/** 截止日: more time of one's own, a form that was handed in late, and a day after which nothing is taken. */
function WindowNotice({ found: { cycle, state } }: { found: SubmissionCase }) {
  const { exception, submittedAt, dueOn, status } = state
  const isLate = submittedAt !== undefined && beijingDay(submittedAt) > dueOn
  const isPast = submittedAt === undefined && status === 'draft' && beijingDay(new Date().toISOString()) > dueOn
  const locks = cycle.lateFilling === 'locked'
  if (exception === undefined && !isLate && !isPast && !(locks && status === 'draft')) return null
  return (
    <p className="panel">
      {isLate && (
        <>
          <StateMark tone="due">{windowWords.late}</StateMark>{' '}
          {windowWords.lateText(dayText(beijingDay(submittedAt)), dayText(dueOn))}{' '}
        </>
      )}
      {isPast && (
        <>
          <StateMark tone={locks ? 'stop' : 'due'}>{windowWords.past}</StateMark>{' '}
          {locks ? windowWords.locked(dayText(dueOn)) : windowWords.marked(dayText(dueOn))}{' '}
        </>
      )}
      {!isPast && locks && status === 'draft' && windowWords.willLock(dayText(dueOn))}
      {exception !== undefined &&
        windowWords.exception(exception.byName, dayText(exception.dueBefore), dayText(dueOn), exception.reason)}
    </p>
  )
}

function PrefillOffer({ found, dirty }: { found: SubmissionCase; dirty: boolean }) {
  const prefill = useCommand(OPERATIONS.prefillValues)
  return (
    <div className="panel stack">
      <p className="row">
        <span>{originWords.offer(found.prefillable)}</span>
        <Button
          isSmall
          disabled={dirty}
          title={dirty ? originWords.saveFirst : undefined}
          waiting={prefill.waiting}
          onClick={() =>
            void prefill
              .run({ params: { submissionId: found.state.id }, ifMatch: found.version })
              .then((reply) => reply !== undefined && tellDone(commonWords.done(originWords.prefill)))
          }
        >
          {originWords.prefill}
        </Button>
      </p>
      {prefill.problem !== undefined && <ProblemNotice problem={prefill.problem} onClose={prefill.clear} />}
    </div>
  )
}

/** What stands in a cell of the form. */
function figureIn(values: readonly FormValue[], cell: { readonly item: string; readonly period: string }): string {
  const value = values.find(({ item, period }) => item === cell.item && period === cell.period)
  return value?.status === 'reported' ? value.value : words.counted.none
}
