import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { EditMeasure } from './EditMeasure.tsx'
import { MeasureForm } from './MeasureForm.tsx'

/** 拟稿: a new one, or with an address of one that is not signed yet its changes. */
export default function NewMeasurePage() {
  const { measureId } = useParams()
  return measureId === undefined ? <NewMeasure /> : <EditMeasure measureId={measureId} />
}

/** 拟制督导措施: a county on its units, those above it on its counties; several targets at once become one measure each. */
function NewMeasure() {
  const me = useMe()
  const navigate = useNavigate()
  const ofCounty = me.jurisdiction.level === 'county'
  const units = useRead(OPERATIONS.listUnits, { query: {} }, { enabled: ofCounty })
  const counties = useRead(OPERATIONS.listCounties, {}, { enabled: !ofCounty })
  const [targets, setTargets] = useState<readonly string[]>([])
  const draft = useCommand(OPERATIONS.draftMeasures)
  const choices = ofCounty
    ? (units.data?.units ?? [])
        .filter(({ validTo }) => validTo === undefined)
        .map(({ id, name, parentName }) => ({ value: id as string, label: `${parentName ?? ''} ${name}`.trim() }))
    : (counties.data?.counties ?? []).map((county) => ({
        value: `${county.code}.division`,
        label: `${county.cityName} ${county.name}`,
      }))
  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/measures', label: words.back }} />
      <MeasureForm
        label={words.save}
        waiting={draft.waiting}
        problem={draft.problem}
        onSend={(content) => {
          void draft.run({ body: { ...content, targets } } as never).then((reply) => {
            if (reply === undefined) return
            tellDone(words.drafted(targets.length))
            void navigate(targets.length === 1 ? `/measures/${reply.id}` : '/measures?status=draft')
          })
        }}
      >
        <SeveralField
          label={words.chooseTargets}
          name="targets"
          values={targets}
          choices={choices}
          hint={words.targetsHint}
          onChange={setTargets}
        />
      </MeasureForm>
    </>
  )
}
