import type { TimelinePage } from '@anjie/contracts/facts/envelope'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { type ReactNode, useState } from 'react'
import { commonWords } from '../locales/zh-CN/common.ts'
import { ActionBar } from '../ui/ActionBar.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Steps } from '../ui/Steps.tsx'
import { toneOf } from '../ui/stateTones.ts'
import { tellDone } from '../ui/told.ts'
import { CaseTimeline } from './timeline/CaseTimeline.tsx'

interface CasePageProps<A extends string> {
  readonly title: string
  readonly sub: string
  readonly back: { readonly to: string; readonly label: string }
  readonly status: { readonly code: string; readonly name: string }
  readonly verbs: Readonly<Record<A, string>>
  /** Formal acts, and those that destroy or refuse something. */
  readonly seal?: ReadonlySet<A>
  readonly danger?: ReadonlySet<A>
  /** Verbs that lead to a page of their own instead of a dialog. */
  readonly elsewhere?: { readonly [Action in A]?: () => void }
  readonly turn: string
  readonly steps: { readonly label: string; readonly steps: readonly string[]; readonly at: number }
  readonly kind: Parameters<typeof CaseTimeline>[0]['kind']
  readonly recordId: string
  readonly page: TimelinePage & { readonly allowed: readonly AllowedAction[] }
  /** Beside the verbs. */
  readonly tools?: ReactNode
  /** 基本情况, at the side. */
  readonly facts: ReactNode
  readonly dialog: (action: A, close: () => void, done: () => void) => ReactNode
  readonly children: ReactNode
}

/** A case page: what it is, whose turn, its way in steps, its parts beside its facts, what was done, and one dialog a verb. */
export function CasePage<A extends string>({
  verbs,
  seal,
  danger,
  elsewhere,
  status,
  page,
  dialog,
  ...props
}: CasePageProps<A>) {
  const [asked, setAsked] = useState<A | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <PageHead
        title={props.title}
        back={props.back}
        state={<StateMark tone={toneOf(status.code)}>{status.name}</StateMark>}
        sub={props.sub}
      >
        <ActionBar
          verbs={(Object.keys(verbs) as unknown as readonly A[]).map((action) => ({
            action,
            label: verbs[action],
            onPress: elsewhere?.[action] ?? (() => setAsked(action)),
            ...(seal?.has(action) === true ? { kind: 'seal' as const } : {}),
            ...(danger?.has(action) === true ? { kind: 'danger' as const } : {}),
          }))}
          allowed={page.allowed}
          turn={props.turn}
        />
        {props.tools}
      </PageHead>
      <Steps {...props.steps} />
      <div className="split">
        <div>{props.children}</div>
        {props.facts}
      </div>
      <div className="below">
        <CaseTimeline kind={props.kind} recordId={props.recordId} page={page} />
      </div>
      {asked !== null &&
        dialog(asked, close, () => {
          tellDone(commonWords.done(verbs[asked]))
          close()
        })}
    </>
  )
}
