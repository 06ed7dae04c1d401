import { disputeWords as words } from '../../locales/zh-CN/disputes.ts'

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
