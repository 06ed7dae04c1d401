import type { BarKind } from '@anjie/contracts/vocabulary/honours/bar'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { BAR_FROM_NAMES, BAR_KIND_NAMES, BAR_TERMS, barUntil } from '@anjie/domain/honours/bars'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { barWords as words } from '../../../locales/zh-CN/honours.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'

type Found = Answer<(typeof OPERATIONS)['getBars']>

const KINDS = Object.keys(BAR_KIND_NAMES) as readonly BarKind[]

/** 登记 a bar by its decision; the last day follows from its kind and is shown before it is entered. */
export function EnterBar({ found, onClose }: { found: Found; onClose: () => void }) {
  const me = useMe()
  const [kind, setKind] = useState<BarKind>('listed')
  const [from, setFrom] = useState('')
  const [decidedBy, setDecidedBy] = useState(me.jurisdictionName)
  const [document, setDocument] = useState('')
  const [documentOn, setDocumentOn] = useState('')
  const [cause, setCause] = useState('')
  const [months, setMonths] = useState('6')
  const [basis, setBasis] = useState('')
  const fixed = BAR_TERMS[kind]
  const term = fixed ?? { months: Number(months), basis }
  const enter = useCommand(OPERATIONS.enterBar)
  return (
    <CommandDialog
      title={words.enterTitle(found.name)}
      onClose={onClose}
      command={enter}
      input={() => ({
        params: { subject: found.subject },
        ifMatch: found.version,
        body: { kind, from, decidedBy, document, documentOn, cause, ...(fixed === null ? { ownTerm: term } : {}) },
      })}
      missing={[
        from === '' ? BAR_FROM_NAMES[kind] : undefined,
        decidedBy.trim().length < 2 ? words.decidedBy : undefined,
        document.trim().length < 4 ? words.document : undefined,
        documentOn === '' ? words.documentOn : undefined,
        cause.trim().length < 2 ? words.cause : undefined,
        term.basis.trim().length < 4 ? words.basis : undefined,
      ]}
    >
      <p className="quiet">{words.enterText}</p>
      <ChoiceField
        label={words.kind}
        name="kind"
        value={kind}
        choices={KINDS.map((each) => ({
          value: each,
          label: words.kindChoice(BAR_KIND_NAMES[each], BAR_TERMS[each]?.months),
        }))}
        onChange={(value) => setKind(KINDS.find((each) => each === value) ?? kind)}
      />
      <DateField label={BAR_FROM_NAMES[kind]} name="from" value={from} onChange={setFrom} />
      {fixed === null && (
        <>
          <TextField label={words.months} name="months" value={months} onChange={setMonths} />
          <TextField label={words.basis} name="basis" value={basis} onChange={setBasis} />
        </>
      )}
      {/^\d{4}-\d{2}-\d{2}$/.test(from) && term.months > 0 && (
        <p>{words.untilPreview(dayText(barUntil({ from: from as PlainDate }, term)))}</p>
      )}
      <TextField label={words.decidedBy} name="decidedBy" value={decidedBy} onChange={setDecidedBy} />
      <TextField
        label={words.document}
        name="document"
        value={document}
        onChange={setDocument}
        hint={words.documentHint}
      />
      <DateField label={words.documentOn} name="documentOn" value={documentOn} onChange={setDocumentOn} />
      <TextField
        label={words.cause}
        name="cause"
        value={cause}
        rows={2}
        most={200}
        onChange={setCause}
        hint={words.causeHint}
      />
    </CommandDialog>
  )
}
