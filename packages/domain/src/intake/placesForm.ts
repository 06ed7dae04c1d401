import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'

const MOST_PLACES = '10000'

/** Field of the reason, which is one for the whole sheet. */
export const PLACES_REASON = 'reason'

/** 名额分配表: one row a subject below, with how many places it gets; with the reason where the sheet is brought in by itself. */
export const placesForm = (
  title: string,
  subject: string,
  { reason = false }: { readonly reason?: boolean } = {},
): IntakeForm => ({
  code: 'places',
  name: title,
  notes: ['没有名额的填 0；空着的行不改动。'],
  fields: [
    {
      code: 'subject',
      name: subject,
      also: ['单位', '名称', '地区', '县（市、区）', '市（州）', '县', '市'],
      type: 'text',
      required: true,
      key: true,
      longest: 60,
    },
    { code: 'code', name: '代码', also: ['区划代码'], type: 'code' },
    {
      code: 'places',
      name: '名额',
      also: ['名额数', '分配名额', '数量'],
      type: 'whole',
      unit: '个',
      least: '0',
      most: MOST_PLACES,
    },
    ...(reason
      ? [
          {
            code: PLACES_REASON,
            name: '分配理由',
            also: ['理由', '依据'],
            type: 'text' as const,
            longest: 80,
            help: '全表一个理由，可在导入时写',
          },
        ]
      : []),
  ],
})
