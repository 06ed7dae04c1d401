import { MEASURE_KIND_NAMES } from '@anjie/domain/supervision/measureNames'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { tellDone } from '../../../ui/told.ts'

/** 批量签发: drafts that wait for this post, all chosen ones in one decision. */
export default function IssueMany({ onClose }: { onClose: () => void }) {
  const drafts = useRead(OPERATIONS.listMeasures, { query: { status: 'draft' } })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const issue = useCommand(OPERATIONS.issueMeasures)
  const rows = drafts.data?.rows ?? []
  return (
    <CommandDialog
      title={words.issueMany}
      onClose={onClose}
      missing={[chosen.size === 0 ? words.issueChosen : undefined]}
      command={issue}
      input={() => {
        const measures = rows.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }))
        return { body: { measures } } as never
      }}
      onDone={() => {
        tellDone(commonWords.done(words.issueMany))
        onClose()
      }}
    >
      <p>{words.issueManyText}</p>
      {drafts.data !== undefined && rows.length === 0 && <p className="quiet">{words.issueNone}</p>}
      {rows.map(({ id, title, fields }) => (
        <CheckField
          key={id}
          checked={chosen.has(id)}
          onChange={(isOn) =>
            setChosen((before) => new Set(isOn ? [...before, id] : [...before].filter((each) => each !== id)))
          }
        >
          {`${title}　${MEASURE_KIND_NAMES[fields.measureKind]}　${fields.matter}`}
        </CheckField>
      ))}
    </CommandDialog>
  )
}
