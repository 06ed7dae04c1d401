import { FILLED_BY_NAMES, PERIOD_NAMES, ROLL_UP_NAMES } from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { catalogueWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { StateMark } from '../../../ui/StateMark.tsx'

/** 数据目录: kept by the province, read by everybody who fills in, checks or configures. */
export default function CataloguePage() {
  return (
    <ListPage
      title={words.title}
      sub={words.sub}
      operation={OPERATIONS.listCatalogue}
      create={{ operation: OPERATIONS.recordCatalogueItem, to: '/catalogue/new', label: words.create }}
      withPlace={false}
      tools={
        <Link className="button" to="/catalogue/doubles">
          {words.doubles}
        </Link>
      }
      empty={words.empty}
      columns={[
        {
          key: 'code',
          name: words.code,
          text: (row) => row.fields.code,
          show: (row) => (
            <>
              <code>{row.fields.code}</code>
              {row.fields.apart && (
                <>
                  {' '}
                  <StateMark tone="due">{words.apart}</StateMark>
                </>
              )}
            </>
          ),
        },
        { key: 'unit', name: words.unit, text: (row) => row.fields.unit },
        { key: 'definition', name: words.definition, text: (row) => row.fields.definition, wraps: true, width: 22 },
        { key: 'by', name: words.filledBy, text: (row) => FILLED_BY_NAMES[row.fields.filledBy] },
        { key: 'supplier', name: words.supplier, text: (row) => row.fields.supplier ?? '', hidden: true },
        { key: 'period', name: words.period, text: (row) => PERIOD_NAMES[row.fields.period] },
        { key: 'rollUp', name: words.rollUp, text: (row) => ROLL_UP_NAMES[row.fields.rollUp], hidden: true },
        { key: 'source', name: words.sourceSystem, text: (row) => row.fields.sourceSystem ?? '', hidden: true },
        { key: 'owner', name: words.owner, text: (row) => row.fields.owner },
        { key: 'edition', name: words.edition, text: (row) => words.editionOf(row.fields.edition) },
      ]}
      filters={[
        { name: 'name', label: listWords.nameHint, hint: words.searchHint },
        { name: 'stage', label: words.status, all: words.allStages, choices: words.stages, preset: 'open' },
      ]}
    />
  )
}
