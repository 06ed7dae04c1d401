import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { err, ok } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import { type Decided, lateness, withEnterer } from './paperSteps.ts'
import { type PaperSetting, permitPaperAction } from './paperTransitions.ts'

/** 答复: without objection, or with one and its words; also after the day, and late then. */
export function answerConsultation(
  state: ProcedurePaper,
  { objects, text }: { readonly objects: boolean; readonly text: string },
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'file', setting, member)
  if (!step.ok) return step
  if (state.consultation === undefined) throw new Error(`${state.id} is no consultation`)
  if (objects && [...text].length < 4)
    return err({ code: 'invalid-input', detail: '有不同意见的，请写明意见，不少于4个字', pointer: '/text' })
  const by = handOf(member, at)
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      enteredBy: withEnterer(state, member),
      filed: by,
      done: by,
      consultation: { ...state.consultation, answer: { objects, text } },
      updatedAt: at,
    },
    fact: {
      type: 'ConsultationAnswered',
      details: { outcome: objects ? '有不同意见' : '无不同意见', text, ...lateness(state, at) },
    },
  })
}
