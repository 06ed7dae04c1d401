import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { MAX_FORM_CELLS } from '@anjie/contracts/vocabulary/submissions/submission'
import { formOf } from './form.ts'

/**
 * What the integrity check cannot know of a scheme: whether its form can ever be saved in full. Said before the scheme is
 * published, because afterwards nobody could help a clerk whose last figures find no room.
 */
export function formFindings(scheme: Scheme): readonly Finding[] {
  // A scheme's year is a calendar year of four figures; it begins on this day.
  const dataFrom = `${scheme.year}-01-01` as PlainDate
  const { cells } = formOf(scheme, { year: scheme.year, dataFrom }, 'subject')
  if (cells.length <= MAX_FORM_CELLS) return []
  const monthly = new Set(cells.filter(({ item }) => item.period === 'month').map(({ item }) => item.code)).size
  const advice =
    monthly === 0 ? '请减少数据项' : `其中按月填报的有${monthly}项，请减少数据项，或把一部分改为按季、按年填报`
  return [
    {
      severity: 'error',
      check: 'form-too-large',
      node: '',
      message: `被考评单位的填报表共${cells.length}格，最多${MAX_FORM_CELLS}格，这样的表永远填不完；${advice}`,
    },
  ]
}
