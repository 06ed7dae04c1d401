import type { Recheck } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { RecheckDecided } from '@anjie/domain/aftercare/recheckSteps'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { Change, CommandContext, CommandOutcome } from '../ports.ts'

/** The clock, which ends a title's term at this moment, is let pass so many times. */
const MAX_TRIES = 5

/** One step of a case from the version that its clerk has read, with what it does to the title, and what else goes along, in one commit. */
export async function changeRecheck(
  context: CommandContext,
  recheckId: string,
  decide: (state: Recheck, title: Title) => RecheckDecided,
  besides: (title: Title, state: Recheck) => Promise<Result<readonly Change[], Problem>> = async () => ok([]),
): Promise<Result<CommandOutcome, Problem>> {
  const { store } = context
  for (let attempt = 1; ; attempt++) {
    const found = await findRecord(context, 'recheck', recheckId)
    if (!found.ok) return found
    const { state, version } = found.value
    const expected = checkVersion(context, version)
    if (!expected.ok) return expected
    const title = await store.get('title', state.titleId)
    if (title === undefined) throw new Error(`the title of ${state.id} is not there`)
    const decided = decide(state, title.state)
    if (!decided.ok) return decided
    const more = await besides(title.state, state)
    if (!more.ok) return more
    const changes: Change[] = [
      { kind: 'recheck', id: state.id, expectedVersion: version, ...decided.value.recheck },
      ...more.value,
    ]
    if (decided.value.title !== undefined)
      changes.push({ kind: 'title', id: title.state.id, expectedVersion: title.version, ...decided.value.title })
    const outcome = { id: state.id, version: version + 1, status: decided.value.recheck.next.status }
    const written = await store.commit(changes, outcome)
    if (written.ok) return ok(outcome)
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}
