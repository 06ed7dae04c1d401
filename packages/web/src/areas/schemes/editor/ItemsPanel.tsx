import { emptyOf, fieldSpecOf } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { DataItem, type Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { FieldInput } from '../fields/FieldInput.tsx'
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
        <Table
          caption={words.items}
          isHeadless
          isFramed
          isLow
          rows={scheme.items}
          rowKey={(each) => each.code}
          rowClass={(each) => (each.code === code ? 'chosen' : '')}
          columns={[
            {
              key: 'code',
              name: words.itemCode,
              text: (each) => each.code,
              show: (each) => <span className="quiet">{each.code}</span>,
            },
            {
              key: 'name',
              name: words.items,
              text: (each) => each.name,
              show: (each) => (
                <button type="button" className="plain" onClick={() => onSelect(each.code)}>
                  {each.name}
                </button>
              ),
              isRowHead: true,
            },
            { key: 'unit', name: words.itemUnit, text: (each) => each.unit },
            {
              key: 'by',
              name: words.itemBy,
              text: (each) =>
                each.countedFrom !== undefined
                  ? words.countedFrom(each.countedFrom.source.name)
                  : each.formula === undefined
                    ? words.itemFilledBy[each.filledBy]
                    : words.derived,
            },
          ]}
        />
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
