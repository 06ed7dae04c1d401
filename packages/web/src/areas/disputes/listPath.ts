import { beijingDay } from '@anjie/kernel'
import { disputeWords as words } from '../../locales/zh-CN/disputes.ts'

/** What an address asks for; one without days asks for this year. */
export function askedIn(address: URLSearchParams): Readonly<Record<string, string>> & { from: string; to: string } {
  const year = beijingDay(new Date().toISOString()).slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31`, ...Object.fromEntries(address) }
}

/** The address of the disputes behind a figure. */
export const listPath = (
  { from, to, township }: { readonly from: string; readonly to: string; readonly township?: string },
  set: string,
  system?: string,
): string =>
  `/disputes/list?${new URLSearchParams({
    from,
    to,
    set,
    ...(township === undefined ? {} : { township }),
    ...(system === undefined ? {} : { system }),
  })}`

export const rateText = (percent: string | null): string => (percent === null ? words.none : words.percent(percent))
