import { frequencyText, proofText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { dutyPerformanceWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { Tone } from '../../../ui/stateTones.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { type Performance, shareText } from './performance.ts'

type Line = Performance['routine'][number]

const TONES = {
  done: 'good',
  late: 'due',
  missed: 'stop',
  open: 'work',
  waiting: 'due',
  nothing: 'off',
  vacant: 'off',
  unseen: 'off',
} as const satisfies Record<Line['slots'][number]['state'], Tone>

/** 日常清单: how each line stands in its newest slot and in the year, and what proved it last. */
export function RoutineTable({ routine }: { routine: readonly Line[] }) {
  const figure = (key: 'due' | 'done' | 'late' | 'missed') => ({
    key,
    name: words[key],
    kind: 'figure' as const,
    text: ({ figures }: Line) => String(figures[key]),
  })
  return (
    <section className="panel">
      <h2>{words.routine}</h2>
      <Table<Line>
        caption={words.routine}
        isFramed
        rows={routine}
        rowKey={({ line }) => line.code}
        columns={[
          { key: 'line', name: words.line, text: ({ line }) => line.text, wraps: true, isRowHead: true },
          { key: 'frequency', name: words.frequency, text: ({ line }) => frequencyText(line) },
          { key: 'proof', name: words.proof, text: ({ line }) => proofText(line.proof), wraps: true },
          {
            key: 'now',
            name: words.now,
            text: ({ slots: [slot] }) => (slot === undefined ? '' : words.states[slot.state]),
            show: ({ slots: [slot] }) =>
              slot === undefined ? null : (
                <StateMark tone={TONES[slot.state]}>
                  {words.nowUntil(words.states[slot.state], dayText(slot.to))}
                </StateMark>
              ),
          },
          figure('due'),
          figure('done'),
          figure('late'),
          figure('missed'),
          { key: 'share', name: words.share, text: ({ figures }) => shareText(figures) },
          {
            key: 'last',
            name: words.last,
            text: (line) => lastProof(line)?.title ?? '',
            show: (line) => <Proof of={lastProof(line)} />,
            wraps: true,
          },
        ]}
      />
    </section>
  )
}

type Proof = Line['slots'][number]['proofs'][number]

const lastProof = ({ slots }: Line): Proof | undefined => slots.find(({ proofs }) => proofs.length > 0)?.proofs.at(-1)

/** A unit sees that its post attended, and not who else did. */
function Proof({ of }: { of: Proof | undefined }) {
  const me = useMe()
  if (of === undefined) return null
  const path =
    of.kind === undefined ||
    of.id === undefined ||
    (of.kind === 'duty-training' && !mayCall(me.roles, OPERATIONS.getDutyTraining))
      ? undefined
      : pathOf({ kind: of.kind, id: of.id })
  const text = <span data-copied>{of.title}</span>
  return path === undefined ? text : <Link to={path}>{text}</Link>
}
