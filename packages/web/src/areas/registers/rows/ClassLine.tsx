import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { Button } from '../../../ui/Button.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { Tone } from '../../../ui/stateTones.ts'
import type { RowsAnswer } from './gridRows.ts'

interface ClassLineProps {
  readonly columns: RowsAnswer['register']['columns']
  readonly totals: NonNullable<RowsAnswer['totals']>
  readonly status: { readonly tone: Tone; readonly text: string }
  readonly onMissing: (column: string) => void
}

/** How many rows of each choice there are, and how many have none: a press shows which. */
export function ClassLine({ columns, totals, status, onMissing }: ClassLineProps) {
  const chosen = columns.filter(({ type, code }) => type === 'choice' && totals.codes[code] !== undefined)
  return (
    <div className="row small">
      <span>
        <StateMark tone={status.tone}>{status.text}</StateMark>
      </span>
      {chosen.map(({ code, name, choices = [] }) => {
        const counts = totals.codes[code] ?? {}
        const parts = choices
          .filter((choice) => counts[choice.code] !== undefined)
          .map((choice) => words.part(choice.name, counts[choice.code] ?? 0))
        const missing = totals.rows - (totals.filled[code] ?? 0)
        return (
          <span key={code}>
            {words.sums(name, parts.join('、'))}
            {missing > 0 && (
              <>
                {' '}
                <Button isSmall onClick={() => onMissing(code)}>
                  {words.missingPart(missing)}
                </Button>
              </>
            )}
          </span>
        )
      })}
    </div>
  )
}
