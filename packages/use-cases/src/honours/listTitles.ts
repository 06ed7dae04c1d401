import type { listTitles as operation } from '@anjie/contracts/operations/honours'
import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { type TitleHolder, titleHolders } from '@anjie/domain/honours/titleHolder'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { beijingDay, ok } from '@anjie/kernel'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, RecordStore } from '../ports.ts'

/** 本辖区称号, page by page; what became of the unit since is said beside the title's own state. */
export const listTitles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, now },
  { query },
) => {
  const { cursor, honour, ...filter } = query
  const [page, units] = await Promise.all([
    store.find('title', { ...filter, group: honour }, { cursor }),
    changedUnits(store),
  ])
  if (!page.ok) return page
  const holderOf = titleHolders(units.map(namedUnit))
  const today = beijingDay(now)
  return ok({
    ...page.value,
    rows: page.value.rows.map((row) => {
      const holder = holderOf({ ...row.fields, unitName: row.title })
      const named = { ...row, statusName: standingName(row, today) }
      return holder === undefined ? named : withUnit(named, holder, today)
    }),
  })
}

/** As the site says it on the same day: by the one function of a title's standing. */
const standingName = ({ status, fields }: ListRowOf<'title'>, today: string): string =>
  TITLE_STANDINGS[titleStanding({ ...fields, status, source: { kind: fields.source } }, today)].word

/** Units that were renamed or ended, which are few beside the register: no other one stands in the order of time. */
const changedUnits = async (store: RecordStore): Promise<readonly ListRowOf<'unit'>[]> =>
  (await Promise.all((['open', 'closed'] as const).map((stage) => foundRows(store, 'unit', { stage })))).flat()

/** A row of the register with the names that a list may call its unit by. */
const namedUnit = ({ id, title, place, fields }: ListRowOf<'unit'>) => ({
  id,
  county: CountyCode.parse(id.slice(0, 6)),
  kind: fields.unitKind,
  name: title,
  ...(place === '' ? {} : { parentName: place }),
  ...(fields.formerNames === undefined ? {} : { formerNames: fields.formerNames }),
  validTo: fields.validTo,
})

function withUnit(
  row: ListRowOf<'title'>,
  { unit, sure }: TitleHolder<ReturnType<typeof namedUnit>>,
  today: string,
): ListRowOf<'title'> {
  const hasEnded = unit.validTo !== undefined && unit.validTo < today
  const isSpelling = unitNameKey(unit.name, unit.kind) === unitNameKey(row.title, unit.kind)
  const words = sure
    ? [...(isSpelling ? [] : [`单位现名“${unit.name}”`]), ...(hasEnded ? ['单位已撤并'] : [])]
    : hasEnded
      ? [`${unit.parentName ?? ''}同名单位已撤并，请核实是否为本单位`]
      : []
  return words.length === 0 ? row : { ...row, statusName: `${row.statusName}（${words.join('，')}）` }
}
