import type { Criterion } from '@anjie/contracts/vocabulary/honours/honourType'
import { typeWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import './TypeEditor.css'

/** 创建条件, each with its source or marked as the demo's own. */
export function CriteriaFields({
  criteria,
  disabled,
  onChange,
}: {
  criteria: Criterion[]
  disabled: boolean
  onChange: (criteria: Criterion[]) => void
}) {
  const put = (at: number, part: Partial<Criterion>) =>
    onChange(criteria.map((each, index) => (index === at ? { ...each, ...part } : each)))
  const freshCode = (): string => {
    let number = criteria.length + 1
    while (criteria.some(({ code }) => code === `own-${number}`)) number += 1
    return `own-${number}`
  }
  return (
    <fieldset className="panel bare" disabled={disabled}>
      <h2>{words.criteria}</h2>
      {criteria.map((criterion, at) => {
        const { source: _source, ...unsourced } = criterion
        return (
          <div className="type-row criterion" key={criterion.code}>
            <TextField
              label={words.criterionName}
              name={`type/criteria/${at}/name`}
              value={criterion.name}
              onChange={(name) => put(at, { name })}
            />
            <TextField
              label={words.clause}
              name={`type/criteria/${at}/clause`}
              value={criterion.clause}
              rows={2}
              most={300}
              onChange={(clause) => put(at, { clause })}
            />
            <TextField
              label={words.source}
              name={`type/criteria/${at}/source`}
              value={criterion.source ?? ''}
              hint={criterion.source === undefined ? words.noSource : ''}
              onChange={(source) =>
                source === ''
                  ? onChange(criteria.map((each, index) => (index === at ? unsourced : each)))
                  : put(at, { source })
              }
            />
            <ChoiceField
              label={words.evidence}
              value={criterion.evidence ?? 'optional'}
              choices={words.evidenceChoices}
              onChange={(value) => put(at, { evidence: value === 'none' || value === 'required' ? value : 'optional' })}
            />
            {!disabled && (
              <Button isSmall onClick={() => onChange(criteria.filter((_, index) => index !== at))}>
                {words.remove}
              </Button>
            )}
          </div>
        )
      })}
      {!disabled && (
        <Button onClick={() => onChange([...criteria, { code: freshCode(), name: '', clause: '' }])}>
          {words.addCriterion}
        </Button>
      )}
    </fieldset>
  )
}
