import type { DivisionStep } from '@anjie/domain/divisions/planDivisions'
import { divisionFileWords as words } from '../../../locales/zh-CN/divisions.ts'
import { intakeWords } from '../../../locales/zh-CN/intake.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { Tone } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'

const TONES: Readonly<Record<DivisionStep['act'], Tone>> = {
  add: 'work',
  'former-names': 'work',
  settled: 'off',
  differs: 'due',
  absent: 'due',
  refused: 'stop',
}

/** Line by line what the file will change in the tree, and what it says otherwise. */
export function DivisionSteps({
  steps,
  isDone,
}: {
  readonly steps: readonly DivisionStep[]
  readonly isDone: boolean
}) {
  const isWork = ({ act }: DivisionStep) => act === 'add' || act === 'former-names'
  const textOf = (step: DivisionStep) => (isDone && isWork(step) ? intakeWords.ok : words.acts[step.act])
  return (
    <DataTable
      caption={words.preview}
      name="plan"
      isDense
      rows={steps}
      rowKey={({ what, code, remark }) => `${what} ${code} ${remark}`}
      empty={words.nothing}
      columns={[
        { key: 'name', name: words.name, text: ({ name }) => name, isRowHead: true },
        { key: 'code', name: words.code, text: ({ code }) => code },
        { key: 'city', name: words.city, text: ({ city }) => city, filtered: true },
        { key: 'what', name: words.what, text: ({ what }) => words.whats[what], filtered: true },
        {
          key: 'act',
          name: words.act,
          filtered: true,
          text: textOf,
          show: (step) => (
            <StateMark tone={isDone && isWork(step) ? 'good' : TONES[step.act]}>{textOf(step)}</StateMark>
          ),
        },
        { key: 'remark', name: words.remark, text: ({ remark }) => remark, wraps: true },
      ]}
    />
  )
}
