import { gradedName, lowerTitleText } from '@anjie/domain/honours/ladder'
import { USUAL_NOTICE_DAYS } from '@anjie/domain/honours/legalBasis'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { textMap, textOfMap, useKeptFields } from '../../../app/drafts/useKeptFields.ts'
import { useMe } from '../../../app/me.ts'
import { roundWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import { PlacesBySheet } from '../../intake/places/PlacesBySheet.tsx'

type HonourTypes = Answer<(typeof OPERATIONS)['listHonourTypes']>['types']

export default function NewRoundPage() {
  const types = useRead(OPERATIONS.listHonourTypes, {})
  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/rounds', label: words.back }} />
      <ReadState read={types}>{(data) => <RoundForm types={data.types} />}</ReadState>
    </>
  )
}

function RoundForm({ types }: { types: HonourTypes }) {
  const navigate = useNavigate()
  const counties = useRead(OPERATIONS.listCounties, {})
  const me = useMe()
  const { level } = me.jurisdiction
  const given = useMemo(() => {
    const known = counties.data?.counties ?? []
    return level === 'province'
      ? [...new Map(known.map((county) => [county.city as string, county.cityName]))]
      : known.map((county) => [county.code as string, county.name] as const)
  }, [counties.data, level])
  const open = useCommand(OPERATIONS.openRound)
  const error = useFieldErrors(open.problem)
  const first = types[0]
  const { fields, typed, set, offer, settle } = useKeptFields('round/new', {
    honour: first?.code ?? 'six-no-village',
    grade: '',
    year: String(new Date().getFullYear()),
    name: '',
    opensOn: '',
    closesOn: '',
    days: '',
    validYears: '3',
    basisId: '',
    noticeReason: '',
    places: '{}',
  })
  const { honour, year, opensOn, closesOn, validYears, noticeReason } = fields
  const type = types.find((each) => each.code === honour)
  const rungs = (type?.ladder ?? []).filter((rung) => rung.level === level)
  const grades = rungs.flatMap(({ grade }) => grade ?? [])
  const grade = grades.includes(fields.grade) ? fields.grade : grades[0]
  const rung = rungs.find((each) => each.grade === grade)
  const bases = useRead(OPERATIONS.listBases, {})
  const own = (bases.data?.bases ?? []).filter((each) => each.honour === honour && each.level === level && each.inForce)
  const basis = own.find(({ id }) => id === fields.basisId) ?? own[0]
  const usualDays = basis === undefined ? 5 : USUAL_NOTICE_DAYS[basis.regime]
  const places = useMemo(() => textMap(fields.places), [fields.places])
  const setPlaces = (changed: ReadonlyMap<string, string>) => set({ places: textOfMap(changed) })
  const [each, setEach] = useState('')

  const shownName = typed.name ?? words.defaultName(year, gradedName(type?.name ?? '', grade))
  const shownDays = typed.days ?? String(type?.noticeWorkingDays ?? 5)
  const total = [...places.values()].reduce((sum, text) => sum + (wholeNumber(text) ?? 0), 0)

  const send = async () => {
    const reply = await open.run({
      body: {
        honour: honour,
        ...(grade === undefined ? {} : { grade }),
        name: shownName,
        year: wholeNumber(year) ?? 0,
        opensOn,
        closesOn,
        noticeWorkingDays: wholeNumber(shownDays) ?? 0,
        validYears: validYears.trim() === '' ? null : (wholeNumber(validYears) ?? 0),
        basisId: basis?.id ?? '',
        ...(noticeReason.trim() === '' ? {} : { noticeReason }),
        quotas: given.flatMap(([code]) => {
          const written = places.get(code)?.trim() ?? ''
          return written === '' ? [] : [{ code, places: wholeNumber(written) ?? -1 }]
        }),
      },
    })
    if (reply === undefined) return
    settle()
    void navigate(`/rounds/${reply.id}`)
  }

  return (
    <Form problem={open.problem} onSubmit={() => void send()}>
      {offer}
      <div className="panel">
        <div className="rule-form">
          <ChoiceField
            label={words.honour}
            value={honour}
            choices={types.map((each) => ({ value: each.code, label: each.name }))}
            onChange={(value) => set({ honour: value, grade: '' })}
            name="honour"
          />
          {grades.length > 0 && (
            <ChoiceField
              label={words.grade}
              value={grade ?? ''}
              choices={grades.map((each) => ({ value: each, label: each }))}
              onChange={(value) => set({ grade: value })}
              name="grade"
            />
          )}
          <TextField label={words.year} value={year} onChange={(year) => set({ year })} name="year" />
          <TextField label={words.name} value={shownName} onChange={(name) => set({ name })} name="name" />
          <DateField label={words.opensOn} value={opensOn} onChange={(opensOn) => set({ opensOn })} name="opensOn" />
          <DateField
            label={words.closesOn}
            value={closesOn}
            onChange={(closesOn) => set({ closesOn })}
            name="closesOn"
          />
          <TextField
            label={words.noticeWorkingDays}
            value={shownDays}
            onChange={(days) => set({ days })}
            hint={words.noticeHint}
            name="noticeWorkingDays"
          />
          <TextField
            label={words.validYears}
            value={validYears}
            onChange={(validYears) => set({ validYears })}
            hint={words.validHint}
            name="validYears"
          />
        </div>
        {rung?.after !== undefined && <p className="quiet">{lowerTitleText(rung.after)}</p>}
        {type !== undefined && rung === undefined && <p className="field-error">{words.noRung(type.name)}</p>}
      </div>
      <div className="panel">
        <h2>{words.basis}</h2>
        <p className="quiet">{words.basisHint}</p>
        {bases.data !== undefined && basis === undefined ? (
          <p className="field-error">
            {words.noBasis} <Link to="/legal-bases">{words.toBases}</Link>
          </p>
        ) : (
          <ChoiceField
            label={words.basis}
            value={basis?.id ?? ''}
            choices={own.map((each) => ({ value: each.id, label: `${each.issuer} · ${each.approvalNumber}` }))}
            onChange={(basisId) => set({ basisId })}
            name="basisId"
          />
        )}
        {(wholeNumber(shownDays) ?? 0) < usualDays && (
          <TextField
            label={words.noticeReason(usualDays)}
            value={noticeReason}
            onChange={(noticeReason) => set({ noticeReason })}
            name="noticeReason"
          />
        )}
      </div>
      <div className="panel">
        <h2>
          {words.quotas} <span className="quiet small">{words.placesTotal(total)}</span>
        </h2>
        <div className="row bottom">
          <TextField label={words.placesAll} value={each} onChange={setEach} />
          <Button onClick={() => setPlaces(new Map(given.map(([code]) => [code, each])))}>{words.fillAll}</Button>
        </div>
        <PlacesBySheet
          subjectName={level === 'province' ? words.city : words.county}
          subjects={given.map(([code, name]) => ({ code, name, places: places.get(code) ?? '' }))}
          onRead={(read) => setPlaces(new Map([...places, ...read]))}
        />
        <div className="rule-form">
          {given.map(([code, name]) => (
            <TextField
              key={code}
              label={name}
              value={places.get(code) ?? ''}
              onChange={(value) => setPlaces(new Map(places).set(code, value))}
            />
          ))}
        </div>
        {error('quotas') !== undefined && <p className="field-error">{error('quotas')}</p>}
      </div>
      {open.problem !== undefined && <ProblemNotice problem={open.problem} />}
      <div className="row">
        <Button isMain submits waiting={open.waiting}>
          {words.open}
        </Button>
      </div>
    </Form>
  )
}
