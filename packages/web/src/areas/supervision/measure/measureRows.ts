import type { PaperRow } from '@anjie/documents/paper/paperPdf'
import { beijingDay } from '@anjie/kernel'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import type { MeasureCase } from './measureCase.ts'

type Issued = Pick<MeasureCase, 'state' | 'rectifications'>

/** 限期整改通知书、约谈通知、挂牌督办通知书 …: what the paper of its kind is called; one that found something sets a term. */
export const measureTitle = ({ state: { kind, problems } }: Issued): string =>
  kind === 'inspection' && problems.length > 0 ? words.paperTitles.covert : words.paperTitles[kind]

/** What the paper of a measure says: posts and no names but the signer's, each problem with its day, and until when it may be contested. */
export function measureRows({ state, rectifications }: Issued): readonly PaperRow[] {
  const { documentNumber, until, contestBy, participants, issuedBy, issuedOn, bars } = state
  return [
    { label: words.target, text: `${state.countyName}${state.townshipName ?? ''}${state.unitName}` },
    ...(documentNumber === undefined ? [] : [{ label: words.number, text: documentNumber }]),
    { label: words.matter, text: state.matter },
    { label: words.on, text: dayText(state.on) },
    ...(until === undefined ? [] : [{ label: words.until, text: dayText(until) }]),
    ...(participants.length === 0 ? [] : [{ label: words.participants, text: participants.join('、') }]),
    ...rectifications.map(({ number, problem, dueOn }) => ({
      label: words.problemNumber(number),
      text: `${problem}　${words.dueOn}：${dayText(dueOn)}`,
    })),
    ...(bars === undefined ? [] : [{ label: words.bars, text: words.ownBar(bars.months, bars.basis) }]),
    {
      label: words.demands,
      text: state.demands,
      signed: [
        state.issuerName,
        ...(issuedBy === undefined ? [] : [issuedBy.personName]),
        dayText(issuedOn ?? beijingDay(state.updatedAt)),
      ].join('　'),
    },
    ...(contestBy === undefined ? [] : [{ label: words.contestBy, text: dayText(contestBy) }]),
  ]
}
