import type { PlannedRow, UnitStep } from '@anjie/domain/intake/planUnitRows'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { stepText, intakeWords as words } from '../../../locales/zh-CN/intake.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { Tone } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { RowOutcome } from './applyPlan.ts'

const TONES: Readonly<Record<UnitStep['act'], Tone>> = {
  register: 'work',
  rename: 'work',
  merge: 'work',
  end: 'work',
  settled: 'off',
  refused: 'stop',
}

interface PlanTableProps {
  readonly plan: readonly PlannedRow[]
  readonly outcomes: ReadonlyMap<PlannedRow, RowOutcome>
}

/** Row by row what will change, and then what became of it. */
export function PlanTable({ plan, outcomes }: PlanTableProps) {
  const markOf = (planned: PlannedRow): { readonly tone: Tone; readonly text: string } => {
    if (!outcomes.has(planned)) return { tone: TONES[planned.step.act], text: words.counts[planned.step.act] }
    return outcomes.get(planned) === undefined
      ? { tone: 'good', text: words.ok }
      : { tone: 'stop', text: words.counts.refused }
  }
  const told = (planned: PlannedRow): string => outcomes.get(planned) ?? stepText(planned.step, dayText)
  return (
    <DataTable
      caption={words.preview}
      name="plan"
      rows={plan}
      rowKey={({ row }) => `${row.sheet} ${row.row}`}
      empty={words.nothing}
      columns={[
        { key: 'row', name: words.row, kind: 'figure', text: ({ row }) => String(row.row) },
        { key: 'sheet', name: words.sheet, text: ({ row }) => row.sheet, filtered: true, hidden: true },
        { key: 'unit', name: words.unit, text: ({ row }) => row.name, isRowHead: true },
        { key: 'township', name: words.township, text: ({ row }) => row.township ?? '', filtered: true },
        {
          key: 'act',
          name: words.act,
          filtered: true,
          text: (planned) => markOf(planned).text,
          show: (planned) => <StateMark tone={markOf(planned).tone}>{markOf(planned).text}</StateMark>,
        },
        { key: 'told', name: words.told, text: told, wraps: true },
      ]}
    />
  )
}
