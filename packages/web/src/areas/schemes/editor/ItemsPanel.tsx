import { DataItem, type Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldInput } from '../fields/FieldInput.tsx'
import { emptyOf, fieldSpecOf } from '../fields/fieldSpec.ts'
import type { SchemeNames } from '../fields/schemeNames.ts'
import { freeCode } from './tree.ts'

interface ItemsPanelProps {
  readonly scheme: Scheme
  readonly code: string | undefined
  readonly names: SchemeNames
  readonly editable: boolean
  readonly onSelect: (code: string) => void
  readonly onChange: (items: Scheme['items'], select?: string) => void
}

const FORM = fieldSpecOf(DataItem)

/** 数据项: the list of figures, and the form of the chosen one. */
export function ItemsPanel({ scheme, code, names, editable, onSelect, onChange }: ItemsPanelProps) {
  const index = scheme.items.findIndex((item) => item.code === code)
  const item = scheme.items[index]
  const add = () => {
    const fresh = freeCode(
      scheme.items.map((each) => each.code),
      'D',
    )
    // A draft may be unfinished; `readScheme` names what is missing before anything is worked out from it.
    const empty = emptyOf(FORM) as DataItem
    onChange([...scheme.items, { ...empty, code: fresh, name: '' }], fresh)
  }
  return (
    <div className="stack">
      <section className="panel">
        <div className="list-tools">
          <h2>{words.items}</h2>
          {editable && (
            <Button isSmall onClick={add}>
              {words.addItem}
            </Button>
          )}
        </div>
        <div className="table-scroll" style={{ maxHeight: 280, overflow: 'auto' }}>
          <table className="list dense">
            <caption className="visually-hidden">{words.items}</caption>
            <tbody>
              {scheme.items.map((each) => (
                <tr key={each.code} className={each.code === code ? 'picked' : ''}>
                  <td className="quiet">{each.code}</td>
                  <th scope="row">
                    <button type="button" className="plain" onClick={() => onSelect(each.code)}>
                      {each.name || words.unnamed}
                    </button>
                  </th>
                  <td>{each.unit}</td>
                  <td className="quiet">
                    {each.formula === undefined ? words.itemFilledBy[each.filledBy] : words.derived}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {item !== undefined && (
        <section className="panel">
          <div className="list-tools">
            <h2>{item.name || words.unnamed}</h2>
            {editable && scheme.items.length > 1 && (
              <Button
                isSmall
                isDanger
                aria-label={words.deleteItem(item.name)}
                onClick={() => onChange(scheme.items.toSpliced(index, 1))}
              >
                {words.remove}
              </Button>
            )}
          </div>
          <FieldInput
            spec={FORM}
            value={item}
            name="items"
            names={names}
            disabled={!editable}
            // A draft may be unfinished, as above.
            onChange={(next) => onChange(scheme.items.with(index, next as DataItem), (next as DataItem).code)}
          />
        </section>
      )}
    </div>
  )
}
