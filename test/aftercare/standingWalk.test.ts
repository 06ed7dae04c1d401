import { addDays, beijingDate } from '@anjie/calendar-cn'
import type { Recheck } from '@anjie/contracts/vocabulary/aftercare/recheck'
import { TITLE_STATUSES, type Title } from '@anjie/contracts/vocabulary/honours/title'
import { DocumentNumber, RecheckId, TitleId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { openRecheck, whyNotRechecked } from '@anjie/domain/aftercare/openRecheck'
import {
  checkRecheck,
  endTitle,
  lift,
  mendingOverdue,
  type RecheckDecided,
  reportMended,
  reportSelfCheck,
  retain,
  returnRecheck,
  takeUp,
  warn,
} from '@anjie/domain/aftercare/recheckSteps'
import {
  answerRevocation,
  answerTimeEnded,
  appealRevocation,
  appealTimeEnded,
  decideAppeal,
  proposeRevocation,
  revoke,
} from '@anjie/domain/aftercare/revocationSteps'
import { expireTitle, tellExpiry } from '@anjie/domain/aftercare/titleSteps'
import { boardFigures, tallyTitles } from '@anjie/domain/honours/titleBoard'
import { TITLE_STANDINGS, type TitleStanding, titleStanding } from '@anjie/domain/honours/titleStanding'
import { titleObjects, titleRows } from '@anjie/function-public-site/pages/openData'
import { title as titleInLists } from '@anjie/projections/lists/title'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { sheetOf, titleOf } from '@anjie/projections/public/sheets/sheetOf'
import { digest } from '@anjie/store/digest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLERKS, SELF_CHECK } from '../builders/aftercare.ts'
import { idOf, title } from '../projector/sampleFacts.ts'

/** `ANJIE_STANDING_WALKS=100000` walks as often as that. */
const WALKS = Number(process.env['ANJIE_STANDING_WALKS'] ?? 2000)

interface Place {
  readonly title: Title
  readonly recheck: Recheck | undefined
}
type Move = (place: Place & { readonly recheck: Recheck }, at: string) => RecheckDecided

const reason = '情况属实'
const MOVES: Readonly<Record<string, Move>> = {
  report: ({ recheck }, at) => reportSelfCheck(recheck, SELF_CHECK, CLERKS.reporter, at),
  checkCounty: ({ recheck }, at) =>
    checkRecheck(recheck, { proposes: 'retain', text: reason }, CLERKS.countyReviewer, at),
  checkCity: ({ recheck }, at) => checkRecheck(recheck, { proposes: 'warn', text: reason }, CLERKS.cityReviewer, at),
  giveBack: ({ recheck }, at) =>
    returnRecheck(recheck, { reason, until: addDays(beijingDate(at), 9) }, CLERKS.provinceReviewer, at),
  takeUp: ({ recheck }, at) => takeUp(recheck, reason, CLERKS.provinceReviewer, at),
  retain: ({ recheck, title: held }, at) => retain(recheck, held, reason, CLERKS.secondAdmin, at),
  warn: ({ recheck, title: held }, at) =>
    warn(recheck, held, { demands: '补齐台账', mendBy: addDays(beijingDate(at), 20) }, CLERKS.provinceReviewer, at),
  mended: ({ recheck }, at) => reportMended(recheck, SELF_CHECK, CLERKS.reporter, at),
  lift: ({ recheck, title: held }, at) => lift(recheck, held, reason, CLERKS.provinceReviewer, at),
  end: ({ recheck, title: held }, at) =>
    endTitle(recheck, held, { reason, successors: ['新村'] }, CLERKS.provinceReviewer, at),
  propose: ({ recheck, title: held }, at) =>
    proposeRevocation(
      recheck,
      held,
      { grounds: ['drugs'], facts: '查获涉毒案件，经核查属实。' },
      CLERKS.provinceAdmin,
      at,
    ),
  answer: ({ recheck }, at) => answerRevocation(recheck, '当事人为外来人员', CLERKS.reporter, at),
  revoke: ({ recheck, title: held }, at) => {
    const on = beijingDate(at)
    const documentNumber = DocumentNumber.parse(`平安办〔${on.slice(0, 4)}〕20号`)
    return revoke(recheck, held, { documentNumber, on, reason }, CLERKS.secondAdmin, at)
  },
  appeal: ({ recheck }, at) => appealRevocation(recheck, '案发地不在本村，请求复核。', CLERKS.reporter, at),
  uphold: ({ recheck, title: held }, at) =>
    decideAppeal(recheck, held, { outcome: 'upheld', reason }, CLERKS.thirdAdmin, at),
  reverse: ({ recheck, title: held }, at) =>
    decideAppeal(recheck, held, { outcome: 'reversed', reason }, CLERKS.thirdAdmin, at),
}
const STEPS = ['open', 'time', ...Object.keys(MOVES)] as const

/** What the clock does: the title's term, then the days of its case. */
function passTime({ title: held, recheck }: Place, at: string): Place {
  const termed = (expireTitle(held, at) ?? tellExpiry(held, at))?.next ?? held
  if (recheck === undefined) return { title: termed, recheck }
  const alone = mendingOverdue(recheck, at) ?? answerTimeEnded(recheck, at)
  if (alone !== null) return { title: termed, recheck: alone.next }
  const over = appealTimeEnded(recheck, termed, at)
  return over === null ? { title: termed, recheck } : { title: over.title?.next ?? termed, recheck: over.recheck.next }
}

function go(place: Place, step: string, at: string): Place {
  if (step === 'time') return passTime(place, at)
  if (step === 'open') {
    if (whyNotRechecked(place.title, beijingDate(at)) !== null) return place
    const id = RecheckId.parse(idOf('990101', 700))
    const cause = { kind: 'drugs' as const, text: '毒品问题', source: '县禁毒办', on: beijingDate(at) }
    const opened = openRecheck(place.title, { id, cause, at })
    return { title: opened.title.next, recheck: opened.recheck.next }
  }
  const { recheck } = place
  if (recheck === undefined) return place
  const done = MOVES[step]?.({ ...place, recheck }, at)
  if (done === undefined || !done.ok) return place
  return { title: done.value.title?.next ?? place.title, recheck: done.value.recheck.next }
}

/** What each surface says of the title on a day, from what it is given: the console's list, the site's page, list and files, the board. */
function surfacesOf(held: Title, today: PlainDate): Readonly<Record<string, TitleStanding | string | undefined>> {
  const [inList] = titleInLists(held.id, 1, held)
  const shown = publicTitle(held.id, held) as TitleToday
  const { sheet, parts } = sheetOf(held.county, [shown], digest)
  const [line] = [...parts.values()].flat()
  const group = sheet.groups[line?.group ?? 0]
  const listed = line === undefined || group === undefined ? expect.fail('a line') : titleOf(line, group)
  const column = titleRows([shown], today)[0]?.indexOf('状态') ?? -1
  const figures = boardFigures(tallyTitles(held.county, [held]).counts, today)
  const counted = [figures.current + figures.listed, figures.revoked, figures.deregistered, figures.expired]
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1)
  const { fields, status } = inList?.row ?? expect.fail('a row')
  return {
    record: TITLE_STANDINGS[titleStanding(held, today)].word,
    console: TITLE_STANDINGS[titleStanding({ ...fields, status, source: { kind: fields.source } }, today)].word,
    page: TITLE_STANDINGS[titleStanding(shown, today)].word,
    list: TITLE_STANDINGS[titleStanding(listed, today)].word,
    csv: titleRows([shown], today)[1]?.[column],
    json: titleObjects([shown], today)[0]?.['state'],
  }
}

const START = '2026-03-10T02:00:00.000Z'
const moments = fc.array(
  fc.record({
    /** Which of the steps that are possible then. */
    pick: fc.nat(999),
    days: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
      { weight: 1, arbitrary: fc.integer({ min: 30, max: 400 }) },
    ),
  }),
  { minLength: 5, maxLength: 40 },
)

test('wherever steps, days and the clock lead a title, it is in exactly one standing, the same on every surface', {
  timeout: 600_000,
}, () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(moments, fc.boolean(), (walk, isListed) => {
      const id = TitleId.parse(idOf('990101', 1))
      let place: Place = {
        title: title(id, {
          validUntil: '2027-03-09',
          namedOn: '2026-03-10',
          source: { kind: isListed ? 'public-listing' : 'named-here' },
        }),
        recheck: undefined,
      }
      let day = beijingDate(START)
      for (const { pick, days } of walk) {
        day = addDays(day, days)
        const at = `${day}T02:00:00.000Z`
        const possible = STEPS.filter((step) => step === 'time' || go(place, step, at) !== place)
        const before = place.title.status
        place = go(place, possible[pick % possible.length] ?? 'time', at)
        const { title: held, recheck } = place
        expect(TITLE_STATUSES).toContain(held.status)
        const says = surfacesOf(held, day)
        expect(new Set(Object.values(says)).size, JSON.stringify(says)).toBe(1)
        seen.add(says['record'] ?? '')
        // What ran out does not come back to life.
        if (before === 'expired') expect(['expired', 'revoked', 'deregistered']).toContain(held.status)
        // A title and its case agree on whether the case is open, and what was decided in it.
        expect(held.openRecheck === undefined).toBe(recheck === undefined || recheck.status === 'closed')
        if (recheck?.status === 'revoked' || recheck?.status === 'appealed') expect(held.status).toBe('revoked')
        if (held.status === 'rectify') expect(held.mendBy).toBeDefined()
        if (held.status === 'revoked') expect(held.revoked?.documentNumber).toBeDefined()
      }
    }),
    { numRuns: WALKS },
  )
  // It has been in every standing that such walks lead to.
  expect([...seen].sort()).toEqual(
    (['valid', 'listed', 'recheck', 'rectify', 'revoked', 'deregistered', 'expired'] as const)
      .map((standing) => TITLE_STANDINGS[standing].word)
      .sort(),
  )
})
