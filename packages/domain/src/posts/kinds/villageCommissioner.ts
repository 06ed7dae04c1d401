import type { PostKindRule } from './kind.ts'

/** 村综治委员: 设岗定责 among the standing cadres of a village, without pay and without more paperwork; a pilot of the county (seed report). */
export const villageCommissioner: PostKindRule = {
  name: '村综治委员',
  unitKinds: ['village', 'community'],
  title: ({ unitName, townshipName }) => `${townshipName}${unitName}综治委员`,
  isDueEverywhere: false,
  isPilot: true,
  holderFault: ({ deputy, cadre }) => {
    if (cadre === undefined) return { field: 'cadre', detail: '综治委员从村常职干部中产生，请填写其常职职务' }
    return deputy === undefined ? undefined : { field: 'deputy', detail: '村综治委员不填是否党委副书记' }
  },
}
