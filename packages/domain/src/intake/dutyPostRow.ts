import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import {
  CadrePost,
  DutyPostKind,
  type HolderContent,
  HolderName,
  SIDE_DUTIES,
  type SideDuty,
} from '@anjie/contracts/vocabulary/posts/dutyPost'
import { err, ok, type Result, textKey } from '@anjie/kernel'
import { SIDE_DUTY_NAMES } from '../posts/postNames.ts'

type Row = ReadonlyMap<string, string | boolean>

/** One row of the sheet of posts as it was read. */
export interface DutyPostRow {
  readonly township: string
  readonly village: string | undefined
  readonly kind: DutyPostKind
  readonly holder: HolderContent | undefined
  readonly cadres: number | undefined
  readonly from: PlainDate | undefined
  readonly basis: string | undefined
  readonly change: 'vacate' | 'end' | undefined
  readonly on: PlainDate | undefined
  readonly reason: string | undefined
}

interface RowFault {
  readonly field: string
  readonly message: string
}

export function readDutyPostRow(row: Row): Result<DutyPostRow, RowFault> {
  const text = (field: string): string | undefined => {
    const value = row.get(field)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const day = (field: string): PlainDate | undefined => PlainDate.safeParse(text(field)).data
  const village = text('village')
  const holder = holderIn(row, text)
  if (!holder.ok) return holder
  const change = text('change')
  const cadres = text('cadres')
  return ok({
    township: text('township') ?? '',
    village,
    kind:
      DutyPostKind.safeParse(text('kind')).data ??
      (village === undefined ? 'township-commissioner' : 'village-commissioner'),
    holder: holder.value,
    cadres: cadres === undefined ? undefined : Number(cadres),
    from: day('from'),
    basis: text('basis'),
    change: change === 'vacate' || change === 'end' ? change : undefined,
    on: day('on'),
    reason: text('reason'),
  })
}

function holderIn(row: Row, text: (field: string) => string | undefined): Result<HolderContent | undefined, RowFault> {
  const written = text('name')
  if (written === undefined) return ok(undefined)
  const name = HolderName.safeParse(written)
  if (!name.success) return err({ field: 'name', message: name.error.issues[0]?.message ?? '姓名写得不对' })
  const besides = besidesIn(text('besides'))
  if (!besides.ok) return besides
  const deputy = row.get('deputy')
  const cadre = CadrePost.safeParse(text('cadre')).data
  return ok({
    name: name.data,
    besides: besides.value,
    ...(typeof deputy === 'boolean' ? { deputy } : {}),
    ...(cadre === undefined ? {} : { cadre }),
  })
}

const BY_NAME: ReadonlyMap<string, SideDuty> = new Map(
  SIDE_DUTIES.map((duty) => [textKey(SIDE_DUTY_NAMES[duty]), duty]),
)

function besidesIn(written: string | undefined): Result<SideDuty[], RowFault> {
  const parts = (written ?? '').split(/[、,，;；]/).filter((part) => part.trim() !== '')
  const unknown = parts.find((part) => !BY_NAME.has(textKey(part)))
  if (unknown !== undefined)
    return err({
      field: 'besides',
      message: `兼任“${unknown}”不在可选范围：${Object.values(SIDE_DUTY_NAMES).join('、')}`,
    })
  return ok([...new Set(parts.flatMap((part) => BY_NAME.get(textKey(part)) ?? []))])
}
