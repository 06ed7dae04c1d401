import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { barWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'

/** Whom a bar is entered for: a county takes its own units, those above it its counties; a unit of theirs they open from its application. */
export function ChooseSubject() {
  const me = useMe()
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const [subject, setSubject] = useState('')
  const ofCounty = me.jurisdiction.level === 'county'
  const units = useRead(OPERATIONS.listUnits, { query: {} }, { enabled: isOpen && ofCounty })
  const counties = useRead(OPERATIONS.listCounties, {}, { enabled: isOpen && !ofCounty })
  if (!mayCall(me.roles, OPERATIONS.enterBar)) return null
  const options = ofCounty
    ? (units.data?.units ?? []).map((unit) => ({
        value: unit.id,
        label: unit.parentName === undefined ? unit.name : `${unit.parentName} ${unit.name}`,
      }))
    : (counties.data?.counties ?? []).map((county) => ({
        value: `${county.code}.division`,
        label: `${county.cityName} ${county.name}`,
      }))
  return (
    <>
      <Button isMain onClick={() => setIsOpen(true)}>
        {words.enter}
      </Button>
      {isOpen && (
        <Dialog
          title={words.chooseTitle}
          open
          onClose={() => setIsOpen(false)}
          onConfirm={() => void navigate(`/bars/${subject}?enter=1`)}
          missing={[subject === '' ? words.unit : undefined]}
        >
          <PickerField
            label={words.unit}
            value={subject}
            options={options}
            onChange={setSubject}
            {...(ofCounty ? {} : { hint: words.chooseHint })}
          />
        </Dialog>
      )}
    </>
  )
}
