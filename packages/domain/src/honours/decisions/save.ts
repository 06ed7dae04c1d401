import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { askedCriteria } from '../askedCriteria.ts'
import { withAuthor } from '../person.ts'

/** 保存申报: the answers replace those that were there; whoever saves is an author from then on. */
export function save(
  application: Application,
  member: Membership,
  content: Pick<Application, 'answers' | 'statement' | 'seen'>,
  type: HonourType,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'save', member, {})
  if (!step.ok) return step
  const fault = faultyAnswers(type, content.answers)
  if (fault !== undefined) return err(fault)
  const seen = new Set([...(application.seen ?? []), ...(content.seen ?? [])])
  return ok({
    application: {
      next: {
        ...application,
        answers: content.answers,
        statement: content.statement,
        ...(seen.size === 0 ? {} : { seen: [...seen] }),
        enteredBy: withAuthor(application.enteredBy, member),
        updatedAt: at,
      },
      fact: { type: 'ApplicationSaved', details: {} },
    },
  })
}

function faultyAnswers(type: HonourType, answers: Application['answers']): Problem | undefined {
  const codes = new Set(askedCriteria(type).map(({ code }) => code))
  const seen = new Set<string>()
  const errors = answers.flatMap(({ criterion }, index) => {
    const pointer = `/answers/${index}/criterion`
    if (!codes.has(criterion)) return [{ pointer, detail: '没有这项创建条件' }]
    if (seen.has(criterion)) return [{ pointer, detail: '同一条件只能填写一次' }]
    seen.add(criterion)
    return []
  })
  const [first] = errors
  return first === undefined ? undefined : { code: 'invalid-input', ...first, errors }
}
