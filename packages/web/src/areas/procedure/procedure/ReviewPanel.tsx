import type { ReviewedCandidate } from '@anjie/contracts/vocabulary/procedure/procedure'
import { REVIEW_OUTCOME_NAMES } from '@anjie/domain/procedure/reviewSteps'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { procedureWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { PanelProps } from './procedureCase.ts'

type Asked = { readonly step: 'list' } | { readonly step: 'judge' | 'confirm'; readonly of: ReviewedCandidate }

/** 一票否决审查: whoever would get the best grade, one line each, with what speaks against and what was found. */
export function ReviewPanel({ found, loadNewest }: PanelProps) {
  const me = useMe()
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  const { review } = found.state
  const may = (action: string): boolean =>
    found.allowed.some((each) => each.action === action && each.allowed) && mayCall(me.roles, OPERATIONS.judgeCandidate)
  return (
    <section className="panel stack" aria-label={words.review}>
      <div className="list-tools">
        <h2>{words.review}</h2>
        {may('list') && found.run !== undefined && (
          <Button isSmall onClick={() => setAsked({ step: 'list' })}>
            {words.list}
          </Button>
        )}
      </div>
      {review === undefined ? (
        <p className="quiet">{words.noReview}</p>
      ) : (
        <>
          <p className="quiet">{words.reviewHint(review.grade, review.candidates.length)}</p>
          <DataTable
            caption={words.review}
            name="review"
            isDense
            isPlain
            rows={review.candidates}
            rowKey={({ subject }) => subject}
            columns={[
              { key: 'name', name: words.candidate, text: ({ name }) => name, isRowHead: true },
              {
                key: 'against',
                name: words.against,
                wraps: true,
                text: ({ against }) => (against.length === 0 ? words.nothingAgainst : against.join('；')),
              },
              {
                key: 'finding',
                name: words.finding,
                text: ({ finding }) => (finding === undefined ? '' : REVIEW_OUTCOME_NAMES[finding.outcome]),
                show: ({ finding }) =>
                  finding !== undefined && (
                    <StateMark tone={finding.outcome === 'cleared' ? 'good' : 'stop'}>
                      {REVIEW_OUTCOME_NAMES[finding.outcome]}
                    </StateMark>
                  ),
              },
              { key: 'grounds', name: words.grounds, wraps: true, text: ({ finding }) => finding?.grounds ?? '' },
              {
                key: 'confirmed',
                name: words.confirmed,
                wraps: true,
                text: ({ finding, confirmed }) =>
                  confirmed === undefined
                    ? finding === undefined
                      ? ''
                      : words.notConfirmed
                    : words.byline(confirmed.personName, confirmed.post, instantText(confirmed.at)),
              },
              {
                key: 'do',
                name: words.judge,
                isControl: true,
                text: () => '',
                show: (of) =>
                  of.confirmed === undefined &&
                  may('judge') && (
                    <span className="row">
                      <Button isSmall onClick={() => setAsked({ step: 'judge', of })}>
                        {words.judge}
                      </Button>
                      {of.finding !== undefined && (
                        <Button isSmall onClick={() => setAsked({ step: 'confirm', of })}>
                          {words.confirm}
                        </Button>
                      )}
                    </span>
                  ),
              },
            ]}
          />
        </>
      )}
      {asked?.step === 'list' && (
        <ListDialog found={found} loadNewest={loadNewest} onClose={() => setAsked(undefined)} />
      )}
      {asked?.step === 'judge' && (
        <JudgeDialog found={found} loadNewest={loadNewest} of={asked.of} onClose={() => setAsked(undefined)} />
      )}
      {asked?.step === 'confirm' && (
        <ConfirmDialog found={found} loadNewest={loadNewest} of={asked.of} onClose={() => setAsked(undefined)} />
      )}
    </section>
  )
}

type StepProps = PanelProps & { readonly onClose: () => void }

function ListDialog({ found, loadNewest, onClose }: StepProps) {
  const list = useCommand(OPERATIONS.listReviewCandidates)
  return (
    <CommandDialog
      title={words.list}
      command={list}
      input={() => ({ params: { cycleId: found.state.id }, ifMatch: found.version })}
      onClose={onClose}
      loadNewest={loadNewest}
    >
      <p>{words.listText(found.run?.candidates ?? 0)}</p>
    </CommandDialog>
  )
}

function JudgeDialog({ found, loadNewest, of, onClose }: StepProps & { readonly of: ReviewedCandidate }) {
  const [outcome, setOutcome] = useState(of.finding?.outcome)
  const [grounds, setGrounds] = useState(of.finding?.grounds ?? '')
  const judge = useCommand(OPERATIONS.judgeCandidate)
  return (
    <CommandDialog
      title={words.judgeTitle(of.name)}
      command={judge}
      missing={[
        outcome === undefined ? words.outcome : undefined,
        grounds.trim().length < 4 ? words.grounds : undefined,
      ]}
      input={() =>
        outcome === undefined
          ? undefined
          : {
              params: { cycleId: found.state.id },
              ifMatch: found.version,
              body: { subject: of.subject, outcome, grounds },
            }
      }
      onClose={onClose}
      loadNewest={loadNewest}
    >
      <RadioField
        label={words.outcome}
        value={outcome}
        choices={(['cleared', 'struck'] as const).map((value) => ({ value, label: REVIEW_OUTCOME_NAMES[value] }))}
        onChange={setOutcome}
      />
      <TextField label={words.grounds} name="grounds" value={grounds} rows={3} most={500} onChange={setGrounds} />
    </CommandDialog>
  )
}

function ConfirmDialog({ found, loadNewest, of, onClose }: StepProps & { readonly of: ReviewedCandidate }) {
  const confirm = useCommand(OPERATIONS.confirmCandidate)
  return (
    <CommandDialog
      title={words.confirmTitle(of.name)}
      command={confirm}
      input={() => ({
        params: { cycleId: found.state.id },
        ifMatch: found.version,
        body: { subject: of.subject },
      })}
      onClose={onClose}
      loadNewest={loadNewest}
    >
      {of.finding !== undefined && (
        <p>{words.confirmText(REVIEW_OUTCOME_NAMES[of.finding.outcome], of.finding.grounds)}</p>
      )}
    </CommandDialog>
  )
}
