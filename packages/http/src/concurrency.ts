import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'

const VERSION_TAG = /^(?:W\/)?"?(\d{1,9})"?$/

/** `"7"` */
export const etagOf = (version: number): string => `"${version}"`

/** The version that the caller saw, from `If-Match`. `*` would overwrite what nobody has seen: it counts as missing. */
export function readIfMatch(header: string | undefined): Result<number, Problem> {
  const version = VERSION_TAG.exec(header?.trim() ?? '')?.[1]
  return version === undefined
    ? err({ code: 'if-match-required', detail: '请求头 If-Match 应为打开时的版本号' })
    : ok(Number(version))
}
