import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'

const figure = (item: string, value: string): FormValue => ({ item, period: '2026', status: 'reported', value })

/**
 * The figures of a county's own work report, as they stand in it: 4977 disputes found and 4803 resolved; 496 governance centres,
 * of which 102, 360 and 33 in their classes, which is 495. Shown under an invented county's name.
 */
export const REPORT_FIGURES: readonly FormValue[] = [
  figure('DISPUTES_FOUND', '4977'),
  figure('DISPUTES_RESOLVED', '4803'),
  figure('CENTERS_TOTAL', '496'),
  figure('CENTERS_DEMONSTRATION', '102'),
  figure('CENTERS_BUILDING', '360'),
  figure('CENTERS_LED', '33'),
  figure('ACCIDENT_3_5', '0'),
  figure('ACCIDENT_3_5_REPEAT', '0'),
  figure('ACCIDENT_6_9', '0'),
  figure('ACCIDENT_6_9_REPEAT', '0'),
  figure('HOMICIDE_3_4', '0'),
  figure('HOMICIDE_3_4_REPEAT', '0'),
  figure('CITY_UNRECTIFIED', '3'),
  { item: 'TOWNSHIP_MONTH_BOTTOM', period: '2026', status: 'missing', note: '12月督查排名尚未通报' },
  { item: 'TOWNSHIP_YEAR_BOTTOM', period: '2026', status: 'not-applicable', note: '年度督查排名未开展' },
]
