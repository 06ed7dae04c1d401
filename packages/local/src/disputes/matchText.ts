import { outcomeNames } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { differenceNames, type Share } from '@anjie/domain/disputes/reconcile'
import type { MatchOutcome } from './matchJson.ts'

const rate = ({ percent }: Share): string => (percent === null ? '没有可算的' : `${percent} %`)
const MOST_TOLD = 20

/** The totals for a person to read: under each system's own definition and under the common one. */
export function* matchText({ reconciled, matched, faults }: MatchOutcome): Generator<string> {
  const { bySystem, common, differing } = reconciled
  yield '按各系统自己的口径：\n'
  for (const one of bySystem) {
    const definition = one.definition.map((outcome) => outcomeNames[outcome]).join('或')
    yield `  ${one.name}：受理 ${one.found}，${definition} ${one.resolved}，${rate(one.rate)}；实为 ${one.disputes} 起，其中 ${one.onlyHere} 起只在本系统，另有 ${one.missingHere} 起本系统没有`
    yield one.withoutDay === 0 ? '\n' : `；${one.withoutDay} 行没有受理日，未计\n`
  }
  yield `按统一口径（一起纠纷只计一次）：受理 ${common.found}，达成协议或履行 ${common.resolved}，${rate(common.rate)}\n`
  yield `  达成协议 ${common.agreed}，履行 ${common.performed}，办结 ${common.closed}，其他方式了结 ${common.settled}\n`
  yield `  各系统都有 ${common.inAllSystems}，部分系统有 ${common.inSeveral}，只在一个系统 ${common.inOne}\n`
  for (const [difference, count] of Object.entries(differing))
    if (count > 0) yield `  ${differenceNames[difference as keyof typeof differing]}：${count} 起\n`
  yield `拿不准、请人判断的：${matched.doubtful.length} 对\n`
  if (faults.length > 0) yield `没有读入的：${faults.length} 处\n`
  for (const { file, line, column, reason } of faults.slice(0, MOST_TOLD))
    yield `  ${file} 第 ${line} 行“${column}”：${reason}\n`
  if (faults.length > MOST_TOLD) yield `  ……其余 ${faults.length - MOST_TOLD} 处见 --json 的 refused\n`
}
