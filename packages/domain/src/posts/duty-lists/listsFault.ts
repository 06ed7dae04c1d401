import type { DutyLine, DutyListsContent } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Register } from '@anjie/contracts/vocabulary/registers/register'
import { POST_KINDS } from '../kinds/index.ts'

const LISTS = { powers: '权力清单', duties: '职责清单', routine: '日常清单', negative: '负面清单' } as const
export type DutyList = keyof typeof LISTS
export const DUTY_LIST_NAMES: Readonly<Record<DutyList, string>> = LISTS
export const DUTY_LISTS = Object.keys(LISTS) as readonly DutyList[]

/** What keeps four lists from being published: an empty one, two lines under one code, or a proof that says nothing of such a post. Null: nothing. */
export function listsFault(content: DutyListsContent): Problem | null {
  const ofLists = DUTY_LISTS.flatMap((list) => {
    const lines: readonly DutyLine[] = content[list]
    if (lines.length === 0) return [{ pointer: `/${list}`, detail: `${LISTS[list]}没有内容` }]
    return lines.flatMap(({ code }, at) =>
      lines.findIndex((each) => each.code === code) === at
        ? []
        : [{ pointer: `/${list}/${at}/code`, detail: `${LISTS[list]}第${at + 1}条的代码${code}已经用过` }],
    )
  })
  const ofProofs = content.routine.flatMap(({ text, proof }, at) =>
    proof.kind === 'mediation' && content.postKind === 'village-commissioner'
      ? [{ pointer: `/routine/${at}/proof`, detail: `“${text}”：纠纷按乡镇统计，不能作村级岗位的佐证` }]
      : [],
  )
  const errors = [...ofLists, ...ofProofs]
  const [first] = errors
  return first === undefined ? null : { code: 'invalid-input', ...first, errors }
}

/** A register proves a line where the units of such posts keep it themselves. `registers`: by their codes, as they are defined today. */
export function registerFault(
  { postKind, routine }: Pick<DutyListsContent, 'postKind' | 'routine'>,
  registers: ReadonlyMap<string, Pick<Register, 'status' | 'rowsOf' | 'unitKinds'>>,
): Problem | null {
  for (const [at, { text, proof }] of routine.entries()) {
    if (proof.kind !== 'register') continue
    const fault = (detail: string): Problem => ({
      code: 'invalid-input',
      detail: `“${text}”：台账“${proof.name}”${detail}`,
      pointer: `/routine/${at}/proof`,
    })
    const register = registers.get(proof.register)
    if (register === undefined || register.status === 'closed') return fault('没有设立或已停用，请另选佐证来源')
    if (
      register.rowsOf !== 'unit' ||
      !POST_KINDS[postKind].unitKinds.some((kind) => register.unitKinds?.includes(kind))
    )
      return fault('不由岗位所在单位填报，不能作佐证')
  }
  return null
}
