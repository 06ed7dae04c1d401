import { FACTS } from '@anjie/contracts/facts/facts'
import type { withdrawDisputeEntry as operation } from '@anjie/contracts/operations/disputes'
import { withdrawnEntry } from '@anjie/domain/disputes/disputeSteps'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command, CommandContext } from '../ports.ts'
import { forgetPersons } from './statementPersons.ts'
import { systemNamesOf, systemsInUse } from './systemsInUse.ts'

/** 撤回来源: as it was entered, it goes with whom it names and with the questions about it; what was done with it since keeps it. */
export const withdrawDisputeEntry: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, now, ifMatch } = context
  const found = await findRecord(context, 'dispute', params.disputeId)
  if (!found.ok) return found
  const { state, version } = found.value
  const last = (await store.facts('dispute', state.id, { limit: 1 })).facts.at(-1)
  const [origin] = state.origins
  if (last === undefined || last.type !== 'DisputeEntered' || version !== ifMatch || origin?.home !== state.id)
    return err({
      code: 'transition-not-allowed',
      detail: `登记以后又办过“${last === undefined ? '' : FACTS[last.type].name}”，保留；记错的，请导入更正后的文件`,
    })
  const systemName = systemNamesOf(await systemsInUse(context, origin.system))[origin.system] ?? origin.system
  const step = withdrawnEntry(state, origin, systemName, body.reason, now)
  const outcome = { id: state.id, version: version + 1, status: 'withdrawn' }
  const written = await store.commit(
    [
      { kind: 'dispute', id: state.id, expectedVersion: version, ...step },
      ...(await questionsAbout(context, state.county, origin.home)),
    ],
    outcome,
  )
  if (!written.ok) return written
  await forgetPersons(store, origin.home, now)
  return ok(outcome)
}

const MOST_OPEN = 500

/** Pairs that wait for a person and of which this statement is one: nobody need decide them any more. */
async function questionsAbout(
  { store, now, member }: CommandContext,
  county: string,
  home: string,
): Promise<readonly Change[]> {
  const open = await store.getMany('dispute-doubt', await store.openDoubts(county, MOST_OPEN))
  return [...open].flatMap(([id, { state, version }]): Change[] =>
    state.status !== 'open' || !state.pair.some((each) => each === home)
      ? []
      : [
          {
            kind: 'dispute-doubt',
            id,
            expectedVersion: version,
            next: {
              ...state,
              status: 'withdrawn',
              decided: { personName: member.personName, at: now },
              updatedAt: now,
            },
            fact: { type: 'DisputeDoubtDecided', details: { answer: '记载已撤回' } },
          },
        ],
  )
}
