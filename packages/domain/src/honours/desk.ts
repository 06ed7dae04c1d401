import type { Application, OpinionRequest } from '@anjie/contracts/vocabulary/honours/application'

/** 会签 that is asked for, and neither given nor recalled. */
export const openRequests = ({ requests = [] }: Pick<Application, 'requests'>): readonly OpinionRequest[] =>
  requests.filter(({ answer, recalled }) => answer === undefined && recalled === undefined)

/** A case that leaves a desk: whom it was passed on to there is over, and nobody's opinion is awaited any more. */
export function offDesk(application: Application, at: string): Application {
  const { transferred: _over, ...rest } = application
  const { requests } = rest
  if (requests === undefined) return rest
  const recalled = { reason: '申报已离开本环节', at }
  return {
    ...rest,
    requests: requests.map((each) =>
      each.answer === undefined && each.recalled === undefined ? { ...each, recalled } : each,
    ),
  }
}

/** A case that is sent or taken back: what was found on the spot stays on record, and counts for no further acceptance. */
export function takenBack(application: Application, at: string): Application {
  const off = offDesk(application, at)
  return off.visits === undefined
    ? off
    : { ...off, visits: off.visits.map((visit) => ({ ...visit, before: true as const })) }
}

/** Of whom an opinion is or was asked, as lines and rows name them. */
export const askedOf = ({ requests }: Pick<Application, 'requests'>): { readonly asked?: string[] } =>
  requests === undefined ? {} : { asked: [...new Set(requests.map(({ personId }) => personId))] }
