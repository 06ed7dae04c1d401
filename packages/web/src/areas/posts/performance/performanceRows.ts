import type { PaperRow } from '@anjie/documents/paper/paperPdf'
import { effectText, frequencyText, proofText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { dutyPerformanceWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { type Figures, type Performance, shareText, trainingsOf } from './performance.ts'

const figuresText = ({ due, done, late, missed }: Figures): string =>
  [
    `${words.due}${due}`,
    `${words.done}${done}`,
    `${words.late}${late}`,
    `${words.missed}${missed}`,
    `${words.share}${shareText({ due, done })}`,
  ].join('，')

const numbered = (lines: readonly { readonly text: string }[]): string =>
  lines.map(({ text }, at) => `${at + 1}．${text}`).join('\n')

/** 履职页 as a paper: what the post is for, what was due and how it stands, events and trainings. */
export const performanceRows = (found: Performance): readonly PaperRow[] => [
  ...found.holders.map((holder) => ({
    label: words.holder,
    text: [
      `${holder.name}（${words.termText(dayText(holder.from), holder.to === undefined ? undefined : dayText(holder.to))}）`,
      figuresText(holder.figures),
      `${words.points}${holder.points}`,
      ...(holder.vetoed ? [words.vetoed] : []),
    ].join('\n'),
  })),
  ...(found.lists === undefined
    ? [{ label: words.routine, text: words.noLists }]
    : [
        { label: words.powers, text: numbered(found.lists.powers) },
        { label: words.duties, text: numbered(found.lists.duties) },
      ]),
  ...found.routine.map(({ line, figures }) => ({
    label: frequencyText(line),
    text: `${line.text}（${proofText(line.proof)}）\n${figuresText(figures)}`,
  })),
  {
    label: words.events,
    text:
      found.events
        .map(
          ({ fields, statusName }) =>
            `${dayText(fields.on)} ${fields.entry}（${effectText(fields.effect)}）${statusName}`,
        )
        .join('\n') || words.noEvents,
  },
  {
    label: words.trainings,
    text:
      trainingsOf(found)
        .map(({ on, title }) => `${dayText(on)} ${title}`)
        .join('\n') || words.noTrainings,
  },
]
