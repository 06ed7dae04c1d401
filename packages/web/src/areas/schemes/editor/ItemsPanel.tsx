import { emptyOf, fieldSpecOf } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { DataItem, type Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useState } from 'react'
import { whenShown } from '../../../app/whenShown.tsx'
import { takeWords } from '../../../locales/zh-CN/catalogue.ts'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { TakeItemDialog } from '../catalogue/TakeItemDialog.tsx'
import { FieldInput } from '../fields/FieldInput.tsx'
import type { SchemeNames } from '../fields/schemeNames.ts'
import { freeCode } from './tree.ts'

const CatalogueLink = whenShown(() => import('../catalogue/CatalogueLink.tsx'))

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
  const freshCode = freeCode(
    scheme.items.map((each) => each.code),
    'D',
  )
  const [taking, setTaking] = useState(false)
  const add = () => {
    // A draft may be unfinished; `readScheme` names what is missing before anything is worked out from it.
    const empty = emptyOf(FORM) as DataItem
    onChange([...scheme.items, { ...empty, code: freshCode, name: '' }], freshCode)
  }
  return (
    <div className="stack">
      {taking && (
        <TakeItemDialog
          code={freshCode}
          onClose={() => setTaking(false)}
          onTake={(taken) => {
            setTaking(false)
            onChange([...scheme.items, taken], taken.code)
          }}
        />
      )}
      <section className="panel">
        <div className="list-tools">
          <h2>{words.items}</h2>
          {editable && (
            <>
              <Button isSmall onClick={() => setTaking(true)}>
                {takeWords.take}
              </Button>
              <Button isSmall onClick={add}>
                {words.addItem}
              </Button>
            </>
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
            {
              key: 'taken',
              name: takeWords.taken,
              text: (each) => (each.fromCatalogue === undefined ? '' : `${takeWords.taken} ${each.fromCatalogue.code}`),
              show: (each) => (each.fromCatalogue === undefined ? null : <code>{each.fromCatalogue.code}</code>),
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
          <CatalogueLink
            key={item.code}
            item={item}
            editable={editable}
            onChange={(next) => onChange(scheme.items.with(index, next), next.code)}
          />
          <FieldInput
            spec={FORM}
            value={item}
            hidden={['fromCatalogue']}
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
