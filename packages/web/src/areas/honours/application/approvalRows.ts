import type { PaperRow } from '@anjie/documents/paper/paperPdf'
import { APPLICATION_ACTION_NAMES } from '@anjie/domain/honours/applicationTransitions'
import { beijingDay } from '@anjie/kernel'
import { timelineWords, unitKindWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import {
  confirmationWords,
  drawWords,
  evidenceWords,
  visitWords,
  applicationWords as words,
} from '../../../locales/zh-CN/honours.ts'
import type { ApplicationCase } from './applicationCase.ts'

/** What the 呈批表 says, on paper and in the file: the unit, each criterion with its office, the statement, every opinion and every return. */
export function approvalRows({
  state,
  criteria,
  documentNumber,
}: Pick<ApplicationCase, 'state' | 'criteria' | 'documentNumber'>): readonly PaperRow[] {
  const { siteVisit } = state
  return [
    { label: words.paperUnit, text: `${state.unitName}（${unitKindWords[state.unitKind]}）` },
    { label: words.place, text: `${state.cityName}${state.countyName}${state.townshipName ?? ''}` },
    { label: words.paperHonour, text: `${state.roundName}${state.grade ?? ''}` },
    { label: words.year, text: String(state.year) },
    ...criteria.map(({ code, name }) => ({ label: name, text: criterionText(state, code) })),
    { label: words.paperStatement, text: state.statement },
    ...(state.visits ?? []).map((visit) => ({
      label: visitWords.nth(visit.number),
      text: [
        ...(visit.byDraw === undefined ? [] : [byDrawText(visit.byDraw)]),
        visit.agrees ? visitWords.agrees : visitWords.differs,
        visit.finding,
      ].join('。'),
      signed: `${visit.jurisdictionName} ${visit.visitors.join('、')} ${dayText(visit.on)}`,
    })),
    ...(siteVisit === undefined || (state.visits ?? []).length > 0
      ? []
      : [
          {
            label: words.siteVisit,
            text: siteVisit.finding,
            signed: `${siteVisit.visitors} ${dayText(siteVisit.on)}`,
          },
        ]),
    ...state.opinions.map((opinion) => ({
      label: words.paperStep(opinion.jurisdictionName, APPLICATION_ACTION_NAMES[opinion.action]),
      text: opinion.text,
      signed:
        opinion.machine === true
          ? `${timelineWords.machine(opinion.personName)} ${dayText(beijingDay(opinion.at))}`
          : words.paperSigned(opinion.personName, opinion.post, dayText(beijingDay(opinion.at))),
    })),
    ...(documentNumber === undefined ? [] : [{ label: words.document, text: documentNumber }]),
    ...(state.certificateSerial === undefined ? [] : [{ label: words.serial, text: state.certificateSerial }]),
  ]
}

function criterionText(state: ApplicationCase['state'], code: string): string {
  const answer = state.answers.find(({ criterion }) => criterion === code)
  const said = state.confirmations?.find(({ criterion }) => criterion === code)
  const files = (state.evidence ?? []).filter(({ criterion, status }) => criterion === code && status === 'attached')
  return [
    words.answers[answer?.answer ?? 'unknown'],
    ...(answer?.note === undefined ? [] : [answer.note]),
    ...(said === undefined ? [] : [confirmationWords.said(said.office, dayText(said.on), said.reference)]),
    ...(files.length === 0 ? [] : [`${evidenceWords.evidence}：${files.map(({ fileName }) => fileName).join('、')}`]),
  ].join('。')
}

const byDrawText = ({ number, listed, count }: { number: number; listed: number; count: number }): string =>
  drawWords.byDraw(number, listed, count)
