import { fieldLabel } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import { useId, useState } from 'react'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { METHOD_GROUPS, METHOD_WORDS, methodChoiceWords as words } from '../../../locales/zh-CN/methods.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import type { SchemeNames } from './schemeNames.ts'

interface MethodChoiceProps {
  readonly value: string
  /** Those that may stand here: a part of a rule takes fewer. */
  readonly offered: readonly string[]
  readonly names: SchemeNames
  readonly disabled: boolean
  readonly onChange: (method: string) => void
}

const wordsOf = (method: string) => new Map(Object.entries(METHOD_WORDS)).get(method)

/** 计分方法 out of a grouped list; under it one line and one example of the chosen one, and all of them side by side on demand. */
export function MethodChoice({ value, offered, names, disabled, onChange }: MethodChoiceProps) {
  const id = useId()
  const [comparing, setComparing] = useState(false)
  const groups = METHOD_GROUPS.map(({ name, methods }) => ({
    name,
    methods: methods.filter((method) => offered.includes(method)),
  })).filter(({ methods }) => methods.length > 0)
  const said = wordsOf(value)
  return (
    <>
      <label htmlFor={id}>{fieldLabel('method')}</label>
      <div className="row">
        <Choice
          id={id}
          isInline
          value={value}
          disabled={disabled}
          aria-describedby={`${id}-line`}
          choices={groups.flatMap((group) =>
            group.methods.map((method) => ({ value: method, label: names.methodTitle(method), group: group.name })),
          )}
          {...(offered.includes(value) ? {} : { none: '' })}
          onChange={onChange}
        />
        {!disabled && (
          <button type="button" className="plain" onClick={() => setComparing(true)}>
            {words.compare}
          </button>
        )}
      </div>
      <p id={`${id}-line`} className="small">
        {said !== undefined && (
          <>
            {said.line}。<span className="quiet">{words.example(said.example)}。</span>
          </>
        )}
      </p>
      {comparing && (
        <Dialog
          title={words.title}
          open
          isNotice
          confirmLabel={commonWords.close}
          width={920}
          onClose={() => setComparing(false)}
          onConfirm={() => setComparing(false)}
        >
          <div className="method-list">
            {groups.map((group) => (
              <section key={group.name} aria-label={group.name}>
                <h3>{group.name}</h3>
                <ul className="plain-list">
                  {group.methods.map((method) => (
                    <li key={method} aria-current={method === value}>
                      <button
                        type="button"
                        className="plain"
                        aria-label={words.use(names.methodTitle(method))}
                        onClick={() => {
                          onChange(method)
                          setComparing(false)
                        }}
                      >
                        {names.methodTitle(method)}
                      </button>{' '}
                      {method === value && <strong className="small">{words.used}</strong>} {METHOD_WORDS[method].line}
                      <div className="quiet small">{words.example(METHOD_WORDS[method].example)}</div>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Dialog>
      )}
    </>
  )
}
