import type { FactType } from '@anjie/contracts/facts/facts'
import type { Role } from '@anjie/contracts/vocabulary/access/people'
import { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import type { CellRemark } from '@anjie/contracts/vocabulary/submissions/submission'
import { APPEAL_WORKFLOWS } from '@anjie/domain/appeals/appealTransitions'
import { CYCLE_WORKFLOWS } from '@anjie/domain/cycles/cycleTransitions'
import { APPLICATION_WORKFLOWS } from '@anjie/domain/honours/applicationTransitions'
import { RUN_WORKFLOWS } from '@anjie/domain/league-tables/runTransitions'
import { BATCH_WORKFLOWS } from '@anjie/domain/notices/batchTransitions'
import { SCHEME_WORKFLOWS } from '@anjie/domain/schemes/schemeTransitions'
import { SUBMISSION_WORKFLOWS } from '@anjie/domain/submissions/submissionTransitions'
import { home } from '@anjie/projections/home/index'
import type { AnyFact } from '@anjie/projections/readFact'
import type { Write } from '@anjie/projections/write'
import { describe, expect, test } from 'vitest'
import { cycle } from '../builders/cycle.ts'
import { PLACES } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { submission } from '../builders/submission.ts'
import { ulid } from '../builders/ulid.ts'
import { application, batch, entry, idOf, notice } from '../projector/sampleFacts.ts'

/**
 * Every line of every transition table says whose to-do list changes and who is told. Here each step is taken, and the home pages
 * of all posts are compared before and after.
 */
interface Recorded {
  readonly kind: RecordKind
  readonly type: FactType
  readonly state: { readonly id: string }
}
/** The record as it stood, and the facts of the step: of the record itself, and of what takes the step with it. */
interface Played {
  readonly before: Recorded
  readonly after: readonly Recorded[]
  readonly by: Level
}

const CODES = { county: PLACES.county.code, city: PLACES.county.code.slice(0, 4), province: PLACES.province.code }

function projected(recorded: readonly Recorded[], version: number, by: Level): readonly Write[] {
  return recorded.flatMap(({ kind, type, state }) =>
    home({
      id: `${state.id}@${version}`,
      kind,
      recordId: state.id,
      version,
      type,
      details: {},
      before: null,
      after: state,
      at: '2026-03-02T01:00:00.000Z',
      actor: {
        personId: 'p',
        personName: '某人',
        post: '某岗',
        level: by,
        jurisdiction: CODES[by],
        jurisdictionName: '某地',
      },
      correlationId: 'c',
    } as AnyFact),
  )
}

/** What a step changes on home pages: roles whose to-do list is another one, and levels that are told something. */
function effectOf({ before, after, by }: Played): { changes: Role[]; tells: Level[] } {
  const former = projected([before], 1, by)
  const latter = projected(after, 2, by)
  const keyOf = ({ pk, sk }: Write) => `${pk} ${sk}`
  const now = new Map([...former, ...latter].map((write) => [keyOf(write), write]))
  const changes = new Set<Role>()
  const tells = new Set<Level>()
  const workOf = (writes: Iterable<Write>) => {
    const byRole = new Map<Role, string[]>()
    for (const { content } of writes) {
      if (content === null || !('open' in content)) continue
      const [standing, role] = content.open.key.split('#')
      if (standing !== 'work' && standing !== 'ends') continue
      const { id, nextVerb, dueOn, statusName, queue } = content.open.row as HomeRow
      // The list on which a line stands is that of the post which it names, and the same line is a message of that post.
      expect(queue?.role).toBe(role)
      expect(content.orders?.byTime).toMatch(new RegExp(`^${role}#${(content.open.row as HomeRow).updatedAt}#`))
      byRole.set(role as Role, [...(byRole.get(role as Role) ?? []), JSON.stringify([id, nextVerb, dueOn, statusName])])
    }
    return byRole
  }
  const earlier = workOf(former)
  const later = workOf(now.values())
  for (const role of new Set([...earlier.keys(), ...later.keys()]))
    if (String(earlier.get(role)) !== String(later.get(role))) changes.add(role)
  for (const { content } of latter) {
    if (content === null || !('open' in content)) continue
    const [standing, level] = content.open.key.split('#')
    if (standing !== 'window' && standing !== 'told') continue
    tells.add(level as Level)
    // What happened is said in fixed words as well, which may leave the system.
    expect((content.open.row as HomeRow).says).toMatch(/[\u4e00-\u9fff]/)
    expect(content.orders?.byTime).toMatch(new RegExp(`^${level}#`))
  }
  return { changes: [...changes].sort(), tells: [...tells].sort() }
}

interface Line {
  readonly action: string
  readonly from: string
  readonly to: readonly string[]
  readonly level: Level
  readonly changes: readonly Role[]
  readonly tells: readonly Level[]
}

/** Work within a step: whoever does it has the case in hand already, and nobody else's turn comes. */
const TELLS_NOBODY: Readonly<Record<string, readonly string[]>> = {
  填报表: ['save', 'attach'],
  申报: ['save', 'confirm', 'visit', 'recall-request'],
  考评周期: ['plan', 'enter', 'score'],
  计分结果: [],
  申诉: [],
  // A scheme is made known to those below by the cycle that is opened on it.
  考评方案: ['edit', 'copy', 'publish', 'close'],
  名单: [],
}

/** Takes every line of a table to each of its ends. */
function holds(name: string, lines: readonly Line[], play: (line: Line, to: string) => Played): void {
  describe(name, () => {
    test('has no verb without a message but for those that are work within a step', () => {
      const silent = lines.filter(({ changes, tells }) => changes.length + tells.length === 0)
      const known = TELLS_NOBODY[name.split('，')[0] ?? ''] ?? []
      expect(silent.map(({ action }) => action).filter((action) => !known.includes(action))).toEqual([])
    })

    test.each(lines.map((line) => [`${line.from} ${line.action} ${line.to.join('|')}`, line] as const))(
      '%s',
      (_name, line) => {
        const effects = line.to.map((to) => effectOf(play(line, to)))
        expect(sorted(effects.flatMap(({ changes }) => changes))).toEqual(sorted(line.changes))
        expect(sorted(effects.flatMap(({ tells }) => tells))).toEqual(sorted(line.tells))
      },
    )
  })
}
const sorted = (names: readonly string[]) => [...new Set(names)].sort()

const SUBMISSION_FACTS: Readonly<Record<string, FactType>> = {
  save: 'ValuesSaved',
  attach: 'EvidenceAttached',
  submit: 'SubmissionSubmitted',
  withdraw: 'SubmissionWithdrawn',
  remark: 'CellRemarked',
  answer: 'RemarkAnswered',
  verify: 'SubmissionVerified',
  accept: 'SubmissionAccepted',
  return: 'SubmissionReturned',
}
/** A verified value, before and after the reporter's word. */
const withRemark = (state: CellRemark['state']) => ({
  remarks: [
    {
      item: 'COVERAGE',
      period: '2026',
      text: '与台账不符',
      state,
      reported: '98.5',
      verified: '97',
      by: { personId: 'p', personName: '某人', place: '某地' },
      at: '2026-03-02T01:00:00.000Z',
    },
  ],
})
for (const finalLevel of ['city', 'county'] as const) {
  const form = submission({ finalLevel })
  holds(`填报表，${finalLevel}`, SUBMISSION_WORKFLOWS[finalLevel].transitions, ({ action, from, level }, to) => ({
    by: level,
    before: {
      kind: 'submission',
      type: 'SubmissionReturned',
      state: { ...form, status: from as never, ...(action === 'answer' ? withRemark('awaiting') : {}) },
    },
    after: [
      {
        kind: 'submission',
        type: SUBMISSION_FACTS[action] as FactType,
        state: {
          ...form,
          status: to as never,
          ...(action === 'remark' ? withRemark('awaiting') : action === 'answer' ? withRemark('agreed') : {}),
        },
      },
    ],
  }))
}

const APPLICATION_FACTS: Readonly<Record<string, FactType>> = {
  save: 'ApplicationSaved',
  confirm: 'CriteriaConfirmed',
  submit: 'ApplicationSubmitted',
  withdraw: 'ApplicationWithdrawn',
  recommend: 'ApplicationRecommended',
  accept: 'ApplicationAccepted',
  wait: 'ApplicationWaits',
  return: 'ApplicationReturned',
  reject: 'ApplicationRejected',
  hold: 'ApplicationHeld',
  release: 'ApplicationReleased',
  visit: 'SiteVisited',
  transfer: 'ApplicationTransferred',
  'ask-opinion': 'OpinionAsked',
  'co-sign': 'OpinionGiven',
  'recall-request': 'OpinionRecalled',
  propose: 'ApplicationProposed',
}
/** What a withdrawal is called follows from whose word is taken back. */
const WITHDRAWN: Readonly<Record<string, FactType>> = {
  draft: 'ApplicationWithdrawn',
  submitted: 'RecommendationWithdrawn',
  recommended: 'AcceptanceWithdrawn',
}
const applied = idOf(CODES.county, 1)
for (const level of ['county', 'city', 'province'] as const) {
  const roundId = idOf(CODES[level], 7)
  const at = (status: string, isHeld = false, isWaiting = false) => ({
    ...application(applied, status),
    roundId,
    ...(isHeld ? { held: { reason: '核实', at: '2026-03-02T01:00:00.000Z' } } : {}),
    ...(isWaiting ? { waiting: { at: '2026-03-02T01:00:00.000Z' } } : {}),
  })
  holds(`申报，${level}`, APPLICATION_WORKFLOWS[level].transitions, ({ action, from, level: by }, to) => ({
    by,
    before: { kind: 'application', type: 'ApplicationReturned', state: at(from, action === 'release') },
    after: [
      {
        kind: 'application',
        type: (action === 'withdraw' ? WITHDRAWN[to] : APPLICATION_FACTS[action]) as FactType,
        state: at(to, action === 'hold', action === 'wait'),
      },
    ],
  }))
}

for (const assessor of ['province', 'county'] as const) {
  const appeal = (status: string) =>
    Appeal.parse({
      id: idOf(CODES.county, 2),
      county: CODES.county,
      countyName: PLACES.county.name,
      assessor,
      cycleId: idOf(assessor === 'province' ? '99' : CODES.county, 3),
      cycleName: '2026年度考评',
      submissionId: idOf(CODES.county, 3),
      runId: idOf(assessor === 'province' ? '99' : CODES.county, 4),
      status,
      receipt: {
        node: 'A',
        name: '命案',
        depth: 1,
        parent: 'ROOT',
        leaf: true,
        comparesPeers: false,
        maxPoints: null,
        weight: null,
        points: '95',
        lostPoints: '5',
        status: 'scored',
        statusName: '已计分',
        rawValues: [],
        steps: [],
        clause: '',
        groupMedian: null,
        nextBand: null,
      },
      claim: '数据有误',
      enteredBy: [],
      updatedAt: '2026-03-02T01:00:00.000Z',
    })
  holds(`申诉，${assessor}`, APPEAL_WORKFLOWS[assessor].transitions, ({ action, from, level }, to) => ({
    by: level,
    before: { kind: 'appeal', type: 'AppealAnswered', state: appeal(from) },
    after: [{ kind: 'appeal', type: action === 'answer' ? 'AppealAnswered' : 'AppealCorrected', state: appeal(to) }],
  }))

  const assessed = cycle(assessor === 'province' ? {} : { county: CODES.county as never })
  const STAGES: Readonly<Record<string, FactType>> = {
    planned: 'CyclePlanned',
    open: 'CycleOpened',
    preview: 'CyclePreviewed',
    final: 'CycleFinalised',
  }
  const staged = (status: string) => ({
    ...assessed,
    status: status as never,
    ...(status === 'preview' ? { appealsUntil: '2027-02-20' as never } : {}),
  })
  const CYCLE_FACTS: Readonly<Record<string, FactType>> = {
    plan: 'CycleReplanned',
    open: 'CycleOpened',
    extend: 'CycleExtended',
    subjects: 'CycleSubjectsChanged',
    score: 'CycleScored',
    'call-back': 'CycleCalledBack',
  }
  holds(`考评周期，${assessor}`, CYCLE_WORKFLOWS[assessor].transitions, ({ action, from, level }, to) => ({
    by: level,
    before: { kind: 'cycle', type: STAGES[from] as FactType, state: staged(from) },
    after:
      action === 'enter'
        ? []
        : [
            {
              kind: 'cycle',
              type: CYCLE_FACTS[action] as FactType,
              state: { ...staged(to), ...(action === 'extend' ? { dueOn: '2027-02-28' as never } : {}) },
            },
          ],
  }))

  const run = (status: string) =>
    ScoreRunRecord.parse({
      id: idOf(assessor === 'province' ? '99' : CODES.county, 5),
      province: '99',
      ...(assessor === 'county' ? { county: CODES.county } : {}),
      cycleId: assessed.id,
      cycleName: assessed.name,
      schemeId: assessed.schemeId,
      schemeVersion: 1,
      period: '2026',
      engineVersion: '1',
      status,
      computedAt: '2026-03-02T01:00:00.000Z',
      inputsHash: '',
      resultHash: '',
      outstanding: [],
      groups: [],
      rows: [],
      notes: [],
    })
  holds(`计分结果，${assessor}`, RUN_WORKFLOWS[assessor].transitions, ({ from, action, level }, to) => ({
    by: level,
    before: { kind: 'run', type: from === 'computed' ? 'ScoresComputed' : 'RunPreviewed', state: run(from) },
    after: [
      { kind: 'run', type: action === 'preview' ? 'RunPreviewed' : 'RunPublished', state: run(to) },
      {
        kind: 'cycle',
        type: action === 'preview' ? 'CyclePreviewed' : 'CycleFinalised',
        state: staged(action === 'preview' ? 'preview' : 'final'),
      },
    ],
  }))

  const scheme = (status: string) =>
    SchemeRecord.parse({
      id: `${assessor === 'province' ? '99' : CODES.county}.${ulid()}`,
      province: '99',
      ...(assessor === 'county' ? { county: CODES.county } : {}),
      status,
      scheme: countyScheme(),
      updatedAt: '2026-03-02T01:00:00.000Z',
    })
  const drafted = scheme('draft')
  holds(`考评方案，${assessor}`, SCHEME_WORKFLOWS[assessor].transitions, ({ action, from, level }, to) => ({
    by: level,
    before: { kind: 'scheme', type: 'SchemeDrafted', state: { ...drafted, status: from as never } },
    // A copy leaves its original as it is, and is a draft of its own.
    after:
      action === 'copy'
        ? []
        : [
            {
              kind: 'scheme',
              type: action === 'edit' ? 'SchemeEdited' : action === 'publish' ? 'SchemePublished' : 'SchemeClosed',
              state: { ...drafted, status: to as never },
            },
          ],
  }))
}

const BATCH_FACTS: Readonly<Record<string, FactType>> = {
  'open-notice': 'NoticeOpened',
  'decide-naming': 'NamingDecided',
  'propose-take-back': 'TakeBackProposed',
  'decide-take-back': 'NamingTakenBack',
}
for (const level of ['county', 'city', 'province'] as const) {
  const listed = idOf(CODES[level], 6)
  const takeBack = { reason: '有误', proposedBy: 'q', proposerName: '某人', proposedAt: '2026-03-01T01:00:00.000Z' }
  const at = (status: string, isProposed: boolean) =>
    batch(listed, { status, notice, entries: [entry(1)], ...(isProposed ? { takeBack } : {}) })
  holds(`名单，${level}`, BATCH_WORKFLOWS[level].transitions, ({ action, from, level: by }, to) => ({
    by,
    before: { kind: 'batch', type: 'BatchCreated', state: at(from, action === 'decide-take-back') },
    after: [{ kind: 'batch', type: BATCH_FACTS[action] as FactType, state: at(to, action.endsWith('take-back')) }],
  }))
}
