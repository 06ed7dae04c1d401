import type { HonourType, Rung } from '@anjie/contracts/vocabulary/honours/honourType'
import { rungName } from '@anjie/domain/honours/ladder'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { typeWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import './TypeEditor.css'

type Ladder = HonourType['ladder']
const LEVELS = ['county', 'city', 'province', 'national'] as const
const levels = LEVELS.map((level) => ({ value: level, label: TITLE_LEVEL_NAMES[level] }))

const keyOf = ({ level, grade }: Rung): string => `${level} ${grade ?? ''}`

/** 阶梯: rungs, lowest first, and what each asks for below it. */
export function LadderFields({
  ladder,
  disabled,
  onChange,
}: {
  ladder: Ladder
  disabled: boolean
  onChange: (ladder: Ladder) => void
}) {
  const put = (at: number, rung: Ladder[number]) => onChange(ladder.map((each, index) => (index === at ? rung : each)))
  return (
    <fieldset className="panel bare" disabled={disabled}>
      <h2>{words.ladder}</h2>
      {ladder.map((rung, at) => {
        const { grade: _grade, ...gradeless } = rung
        const { after: _after, ...free } = rung
        return (
          <div className="type-row rung" key={at}>
            <ChoiceField
              label={words.level}
              value={rung.level}
              choices={levels}
              onChange={(value) => put(at, { ...rung, level: LEVELS.find((each) => each === value) ?? rung.level })}
            />
            <TextField
              label={words.grade}
              value={rung.grade ?? ''}
              onChange={(grade) => put(at, grade === '' ? gradeless : { ...rung, grade })}
            />
            <ChoiceField
              label={words.after}
              value={rung.after === undefined ? '' : keyOf(rung.after)}
              placeholder={words.afterNothing}
              choices={ladder.slice(0, at).map((each) => ({ value: keyOf(each), label: rungName(each) }))}
              onChange={(value) => {
                const lower = ladder.slice(0, at).find((each) => keyOf(each) === value)
                if (lower === undefined) return put(at, free)
                const { after: _own, ...lowerRung } = lower
                put(at, { ...rung, after: { ...lowerRung, months: rung.after?.months ?? 12 } })
              }}
            />
            {rung.after !== undefined && (
              <TextField
                label={words.months}
                value={String(rung.after.months)}
                onChange={(text) => {
                  const months = wholeNumber(text)
                  if (rung.after !== undefined && months !== undefined)
                    put(at, { ...rung, after: { ...rung.after, months } })
                }}
              />
            )}
            {!disabled && ladder.length > 1 && (
              <Button isSmall onClick={() => onChange(ladder.filter((_, index) => index !== at))}>
                {words.remove}
              </Button>
            )}
          </div>
        )
      })}
      {!disabled && <Button onClick={() => onChange([...ladder, { level: 'province' }])}>{words.addRung}</Button>}
    </fieldset>
  )
}
