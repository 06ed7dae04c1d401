import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { outcomeNames, outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { OPERATIONS } from '../../app/api/operations.ts'
import type { Answer } from '../../app/api/operationTypes.ts'
import { disputeWords as words } from '../../locales/zh-CN/disputes.ts'
import { dayText } from '../../locales/zh-CN/format.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'

type Origin = Answer<(typeof OPERATIONS)['getDispute']>['state']['origins'][number]

interface OriginsTableProps {
  readonly caption: string
  readonly origins: readonly Origin[]
  readonly nameOf: (origin: Origin) => string
}

interface Line {
  readonly key: string
  readonly name: string
  readonly text: (origin: Origin) => string
  readonly isCode?: true
}

const LINES: readonly Line[] = [
  { key: 'number', name: words.number, text: ({ caseNumber }) => caseNumber, isCode: true },
  {
    key: 'received',
    name: words.receivedOn,
    text: ({ receivedOn }) => (receivedOn === null ? words.unknown : dayText(receivedOn)),
  },
  { key: 'place', name: words.place, text: ({ township, village }) => `${township} ${village}`.trim() },
  { key: 'kind', name: words.kind, text: ({ kind }) => (kind === null ? words.unknown : disputeKindNames[kind]) },
  { key: 'kindWord', name: words.kindWord, text: ({ kindWord }) => kindWord, isCode: true },
  { key: 'summary', name: words.summary, text: ({ summary }) => summary },
  { key: 'organisation', name: words.organisation, text: ({ organisation }) => organisation },
  { key: 'amount', name: words.amount, text: ({ amount }) => amount },
  {
    key: 'outcome',
    name: words.outcome,
    text: ({ outcomes: said }) =>
      outcomes
        .filter((outcome) => said[outcome].stated)
        .map((outcome) => {
          const { on } = said[outcome]
          return `${outcomeNames[outcome]}${on === null ? '' : dayText(on)}`
        })
        .join('、'),
  },
  { key: 'quoted', name: words.quoted, text: ({ quotedNumbers }) => quotedNumbers.join('、'), isCode: true },
]

/** What several systems say of one matter, field by field beside each other. */
export function OriginsTable({ caption, origins, nameOf }: OriginsTableProps) {
  const said = LINES.filter(({ text }) => origins.some((origin) => text(origin) !== ''))
  return (
    <DataTable<Line>
      caption={caption}
      name="origins"
      rows={said}
      rowKey={({ key }) => key}
      isWhole
      isPlain
      isUnsorted
      columns={[
        { key: 'field', name: words.field, text: ({ name }) => name, isRowHead: true },
        ...origins.map((origin, at) => ({
          key: `origin${at}`,
          name: nameOf(origin),
          wraps: true,
          text: ({ text }: Line) => text(origin),
          show: ({ text, isCode }: Line) =>
            isCode === true && text(origin) !== '' ? <code>{text(origin)}</code> : text(origin),
        })),
      ]}
    />
  )
}
