import type { MoveFate, MoveKind, MovePlan, MoveStatus, MoveSubject } from '@anjie/contracts/vocabulary/moves/movePlan'

export const MOVE_KIND_NAMES = { county: '县（市、区）', township: '乡镇（街道）' } as const satisfies Record<
  MoveKind,
  string
>

export const MOVE_STATUS_NAMES = {
  drawn: '待确认',
  applying: '办理中',
  applied: '已办结',
  discarded: '已放弃',
} as const satisfies Record<MoveStatus, string>

export const MOVE_SUBJECT_NAMES = {
  unit: '单位',
  title: '称号',
  application: '申报',
  recheck: '复核和整改',
  submission: '填报表',
  quota: '名额',
  post: '任职',
} as const satisfies Record<MoveSubject, string>

export const MOVE_FATE_NAMES = {
  moves: '随迁',
  merges: '并入',
  'carried-on': '随单位延续',
  'laid-before': '由授予单位决定',
  'finished-here': '原渠道办结',
  closed: '终止',
  'handed-over': '结转',
  stays: '留在原处',
  granted: '随迁任职',
  kept: '只办结和查阅',
} as const satisfies Record<MoveFate, string>

/** `砚洲区划入霁陂市`, `荷渡县改为荷渡市`, `溪口镇并入云溪镇` */
export function moveTitle({ from, to, isWhole }: Pick<MovePlan, 'from' | 'to' | 'isWhole'>): string {
  if (!isWhole) return `${from.name}并入${to.name}`
  if (from.cityName !== to.cityName) return `${from.name}划入${to.cityName ?? to.name}`
  return from.name === to.name ? `${from.name}换用新代码` : `${from.name}改为${to.name}`
}
