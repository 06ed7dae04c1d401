import type { Fact } from '@anjie/contracts/facts/envelope'
import type { DutyPost, PostHolding } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { DutyPostStep } from './dutyPostActions.ts'
import { dutyPostTitle } from './kinds/index.ts'

interface TakingBack {
  /** The post's newest fact: what is taken back. */
  readonly last: Pick<Fact, 'type'> | undefined
  readonly reason: string
  readonly now: string
}

/** 撤回登记: the newest step of a post, entered by mistake, as a step of its own; what was recorded stays recorded. */
export function takeBackDutyPostStep(post: DutyPost, { last, reason, now }: TakingBack): Result<DutyPostStep, Problem> {
  const taken = (next: DutyPost, step: string): Result<DutyPostStep, Problem> =>
    ok({ next: { ...next, updatedAt: now }, fact: { type: 'DutyPostStepTakenBack', details: { step, reason } } })
  switch (last?.type) {
    case 'DutyPostSetUp':
    case 'DutyPostTakenOver': {
      const since = post.terms.at(-1)?.from ?? ''
      const { takenOverFrom: _from, ...rest } = post
      const holdings = post.holdings.filter(({ from }) => from < since)
      return taken({ ...rest, status: 'ended', terms: post.terms.slice(0, -1), holdings }, '设岗')
    }
    case 'DutyPostFilled': {
      const former = post.holdings.slice(0, -1)
      const before = former.at(-1)
      return before?.left?.by === 'replaced'
        ? taken({ ...post, holdings: [...former.slice(0, -1), reopened(before)] }, '任职')
        : taken({ ...post, status: 'vacant', holdings: former }, '任职')
    }
    case 'DutyPostVacated':
      return taken({ ...post, status: 'filled', holdings: lastReopened(post.holdings) }, '离任')
    case 'DutyPostEnded': {
      const wasHeld = post.holdings.at(-1)?.left?.by === 'ended'
      const terms = post.terms.map((term, at) =>
        at === post.terms.length - 1 ? { from: term.from, basis: term.basis } : term,
      )
      return taken(
        {
          ...post,
          status: wasHeld ? 'filled' : 'vacant',
          terms,
          holdings: wasHeld ? lastReopened(post.holdings) : post.holdings,
        },
        '撤岗',
      )
    }
    default:
      return err({
        code: 'transition-not-allowed',
        detail: `${dutyPostTitle(post)}最近一次登记不能撤回；确有错误的请登记一次新的变动`,
      })
  }
}

function reopened({ to: _to, left: _left, ...holding }: PostHolding): PostHolding {
  return holding
}

const lastReopened = (holdings: readonly PostHolding[]): PostHolding[] =>
  holdings.map((holding, at) => (at === holdings.length - 1 ? reopened(holding) : holding))
