import type { Round } from '@anjie/contracts/vocabulary/honours/round'

const WINDOW_NAMES = { planned: '未开始', open: '申报中', closed: '已截止' } as const

/** Where a round stands on a day: announced for later, taking applications, or over. It follows from its days and is stored nowhere. */
export function windowOf(
  { opensOn, closesOn }: Pick<Round, 'opensOn' | 'closesOn'>,
  today: string,
): { readonly status: keyof typeof WINDOW_NAMES; readonly statusName: string } {
  const status = today > closesOn ? 'closed' : today < opensOn ? 'planned' : 'open'
  return { status, statusName: WINDOW_NAMES[status] }
}
