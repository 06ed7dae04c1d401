import type { PostKindRule } from './kind.ts'

/** 乡镇政法委员: one of each township; whether its holder is deputy secretary is asked of every one (seed report: 33 of 33). */
export const townshipCommissioner: PostKindRule = {
  name: '乡镇政法委员',
  unitKinds: ['township'],
  title: ({ unitName }) => `${unitName}政法委员`,
  isDueEverywhere: true,
  isPilot: false,
  holderFault: ({ deputy, cadre }) => {
    if (deputy === undefined) return { field: 'deputy', detail: '请填写是否由党委副书记担任' }
    return cadre === undefined ? undefined : { field: 'cadre', detail: '乡镇政法委员不填村常职职务' }
  },
}
