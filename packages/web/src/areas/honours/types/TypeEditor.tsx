import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import { typeWarnings } from '@anjie/domain/honours/typeFault'
import { UNIT_KIND_NAMES } from '@anjie/domain/units/unitKindNames'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { typeWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import { CriteriaFields } from './CriteriaFields.tsx'
import type { HonourTypeRow } from './honourTypeRow.ts'
import { LadderFields } from './LadderFields.tsx'

const kinds = UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_NAMES[kind] }))

const PARTS = words.partNames
/** In which part of the form a refused field stands. */
const partOf = (pointer: string): string | undefined =>
  [
    ['/type/ladder', 'ladder'],
    ['/type/criteria', 'criteria'],
    ['/type/negativeList', 'negative'],
    ['/type', 'basics'],
  ].find(([prefix = '']) => pointer.startsWith(prefix))?.[1]

/** The whole type in one form, part by part; who may not set it reads it here. */
export function TypeEditor({ type, isNew }: { type: HonourTypeRow; isNew: boolean }) {
  const me = useMe()
  const navigate = useNavigate()
  const mine = mayCall(me.roles, OPERATIONS.setHonourType)
  const { version, reason: lastReason, code: givenCode, ...given } = type
  const [code, setCode] = useState(givenCode)
  const [draft, setDraft] = useState<Omit<HonourType, 'code'>>(given)
  const [days, setDays] = useState(String(given.noticeWorkingDays))
  const [years, setYears] = useState(given.validYears === null ? '' : String(given.validYears))
  const [negative, setNegative] = useState((given.negativeList ?? []).join('\n'))
  const [reason, setReason] = useState('')
  const set = useCommand(OPERATIONS.setHonourType)
  const [part, setPart] = useState('basics')
  const change = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed })
  // A refusal is shown where its field is.
  useEffect(() => {
    const { errors = [], pointer } = set.problem?.body ?? {}
    const refused = partOf(errors[0]?.pointer ?? pointer ?? '')
    if (refused !== undefined) setPart(refused)
  }, [set.problem])
  const negativeList = negative
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')

  const send = async () => {
    const { negativeList: _former, ...rest } = draft
    const reply = await set.run({
      params: { honour: code },
      ifMatch: version,
      body: {
        reason,
        type: {
          ...rest,
          noticeWorkingDays: wholeNumber(days) ?? 0,
          validYears: years.trim() === '' ? null : (wholeNumber(years) ?? 0),
          ...(negativeList.length === 0 ? {} : { negativeList }),
        },
      },
    })
    if (reply !== undefined) void navigate('/honour-types')
  }

  return (
    <Form problem={set.problem} onSubmit={() => void send()}>
      <PageHead
        title={isNew ? words.create : type.name}
        back={{ to: '/honour-types', label: words.title }}
        sub={version === 0 ? words.untouched : words.lastReason(lastReason ?? '')}
      />
      <p className="quiet">{words.openRoundsStay}</p>
      {typeWarnings(draft).map((warning) => (
        <Callout key={warning} tone="due" title={warning} />
      ))}
      <Tabs label={words.parts} tabs={PARTS} chosen={part} onChoose={setPart} />
      <fieldset className="panel bare" disabled={!mine} hidden={part !== 'basics'}>
        <div className="rule-form">
          {isNew && <TextField label={words.code} value={code} onChange={setCode} hint={words.codeHint} />}
          <TextField label={words.name} name="type/name" value={draft.name} onChange={(name) => change({ name })} />
          <TextField
            label={words.letters}
            name="type/certificateLetters"
            value={draft.certificateLetters}
            onChange={(certificateLetters) => change({ certificateLetters })}
            hint={words.lettersHint}
          />
          <SeveralField
            label={words.unitKinds}
            name="type/unitKinds"
            values={draft.unitKinds}
            choices={kinds}
            onChange={(values) => change({ unitKinds: UNIT_KINDS.filter((kind) => values.includes(kind)) })}
          />
          <TextField
            label={words.validYears}
            name="type/validYears"
            value={years}
            onChange={setYears}
            hint={words.validHint}
          />
          <TextField label={words.noticeDays} name="type/noticeWorkingDays" value={days} onChange={setDays} />
          <TextField
            label={words.authority}
            name="type/reviewingAuthority"
            value={draft.reviewingAuthority ?? ''}
            onChange={(text) => {
              const { reviewingAuthority: _former, ...rest } = draft
              setDraft(text === '' ? rest : { ...rest, reviewingAuthority: text })
            }}
            hint={words.authorityHint}
          />
          <ChoiceField
            label={words.publicAs}
            value={draft.publicAs ?? 'unit'}
            choices={words.publicChoices}
            onChange={(value) => change({ publicAs: value === 'office' || value === 'counts' ? value : 'unit' })}
          />
        </div>
      </fieldset>
      <div hidden={part !== 'ladder'}>
        <LadderFields ladder={draft.ladder} disabled={!mine} onChange={(ladder) => change({ ladder })} />
      </div>
      <div hidden={part !== 'criteria'}>
        <CriteriaFields criteria={draft.criteria} disabled={!mine} onChange={(criteria) => change({ criteria })} />
      </div>
      <fieldset className="panel bare" disabled={!mine} hidden={part !== 'negative'}>
        <TextField
          label={words.negative}
          name="type/negativeList"
          value={negative}
          rows={4}
          onChange={setNegative}
          hint={words.negativeHint}
        />
      </fieldset>
      {mine && (
        <fieldset className="panel bare stack">
          <TextField label={words.reason} name="reason" value={reason} onChange={setReason} />
          <Button isMain submits waiting={set.waiting} disabled={reason.trim().length < 2 || code === ''}>
            {words.save}
          </Button>
        </fieldset>
      )}
    </Form>
  )
}
