import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { CATALOGUE_FIELD_NAMES, FROZEN_FIELDS, fieldText } from '@anjie/domain/catalogue/catalogueFields'
import { departures, retakeItem } from '@anjie/domain/catalogue/takeItem'
import { useState } from 'react'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { catalogueWords, takeWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'

interface CatalogueLinkProps {
  readonly item: DataItem
  readonly editable: boolean
  readonly onChange: (item: DataItem) => void
}

/** 与数据目录的关系 of one item of a scheme: what it was taken from, whether the catalogue went on, or what it had better be taken from. */
export default function CatalogueLink(props: CatalogueLinkProps) {
  const { item } = props
  if (item.fromCatalogue !== undefined) return <Taken {...props} source={item.fromCatalogue} />
  return props.editable ? <Alike {...props} /> : null
}

function Taken({
  item,
  source,
  editable,
  onChange,
}: CatalogueLinkProps & { source: NonNullable<DataItem['fromCatalogue']> }) {
  const province = provinceCodeOf(useMe().jurisdiction.code)
  const id = `${province}.${source.code}`
  const { data, isError } = useRead(OPERATIONS.getCatalogueItem, { params: { catalogueItemId: id } })
  const [updating, setUpdating] = useState(false)
  const own = data?.editions.find(({ edition }) => edition === source.edition)
  const departs = own === undefined ? [] : departures(item, own.content).map((field) => CATALOGUE_FIELD_NAMES[field])
  const newest = data?.state
  const isOutdated = newest !== undefined && newest.edition > source.edition && newest.status === 'current'
  const unlink = () => {
    const { fromCatalogue: _taken, ...rest } = item
    onChange(rest)
  }
  return (
    <div className="row">
      <span className="grow">
        <Link to={`/catalogue/${id}`}>{words.source(source.code, source.edition)}</Link>{' '}
        {isError && <StateMark tone="stop">{words.gone}</StateMark>}
        {newest?.status === 'ended' && <StateMark tone="stop">{words.ended}</StateMark>}
        {isOutdated && <StateMark tone="due">{words.newer(newest.edition)}</StateMark>}
        {departs.length > 0 && <StateMark tone="due">{words.departs(departs)}</StateMark>}
      </span>
      {editable && isOutdated && (
        <Button isSmall onClick={() => setUpdating(true)}>
          {words.update(newest.edition)}
        </Button>
      )}
      {editable && (
        <Button isSmall onClick={unlink}>
          {words.unlink}
        </Button>
      )}
      {updating && newest !== undefined && (
        <Dialog
          title={words.updateTitle(item.name)}
          open
          confirmLabel={words.update(newest.edition)}
          onClose={() => setUpdating(false)}
          onConfirm={() => {
            setUpdating(false)
            onChange(retakeItem(item, { code: source.code, edition: newest.edition }, newest.content))
          }}
        >
          <Changes item={item} content={newest.content} />
        </Dialog>
      )}
    </div>
  )
}

function Changes({ item, content }: { item: DataItem; content: CatalogueContent }) {
  const changed = FROZEN_FIELDS.filter((field) => item[field] !== content[field])
  if (changed.length === 0) return <p>{words.noChange}</p>
  return (
    <ul>
      {changed.map((field) => (
        <li key={field}>
          {catalogueWords.fieldChange(
            CATALOGUE_FIELD_NAMES[field],
            fieldText(field, item as Partial<CatalogueContent>),
            fieldText(field, content),
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the catalogue has that asks the same: one press takes its definition over. */
function Alike({ item, onChange }: CatalogueLinkProps) {
  const province = provinceCodeOf(useMe().jurisdiction.code)
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const { data } = useRead(
    OPERATIONS.findCatalogueDoubles,
    { query: { name: item.name, unit: item.unit, definition: item.definition } },
    { enabled: item.name.trim().length >= 2 && item.formula === undefined, keepsShown: true },
  )
  const entry = useRead(
    OPERATIONS.getCatalogueItem,
    { params: { catalogueItemId: `${province}.${chosen ?? ''}` } },
    { enabled: chosen !== undefined },
  ).data?.state
  const doubles = data?.doubles ?? []
  if (doubles.length === 0) return null
  return (
    <Callout tone="due" title={words.alike}>
      <ul className="plain-list">
        {doubles.map(({ code, name, why, definition }) => (
          <li key={code} className="row">
            <span className="grow">
              <code>{code}</code> {catalogueWords.doubleLine(name, catalogueWords.why[why])}
              <span className="quiet small"> {definition}</span>
            </span>
            <Button isSmall onClick={() => setChosen(code)}>
              {words.link(code)}
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== undefined && entry !== undefined && (
        <Dialog
          title={words.updateTitle(item.name)}
          open
          confirmLabel={words.confirm}
          onClose={() => setChosen(undefined)}
          onConfirm={() => {
            setChosen(undefined)
            onChange(retakeItem(item, { code: entry.code, edition: entry.edition }, entry.content))
          }}
        >
          <p className="quiet">{words.takeText}</p>
          <Changes item={item} content={entry.content} />
        </Dialog>
      )}
    </Callout>
  )
}
