import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { continueRebuild } from '@anjie/function-projector/continueRebuild'
import type { FactPage, RebuildSources } from '@anjie/function-projector/rebuild'
import { chainFact, factItem } from '@anjie/store/factItem'
import { recordPk } from '@anjie/store/keys'
import { unpack } from '@anjie/store/packed'
import type { Item } from '@anjie/store/tables'
import { expect, test } from 'vitest'
import { NOW, systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { reported, submission } from '../builders/submission.ts'
import { noParts, REBUILT, rebuildBook, refresher } from './deliver.ts'
import { memoryProjectionTables } from './memoryProjectionTables.ts'

/** A reporting season: every county's form is saved cell by cell. `HEAVY_FACTS=659000` makes it a whole province's. */
const FACTS = Number(process.env['HEAVY_FACTS'] ?? 400)
const FORMS = FACTS > 100_000 ? 183 : 10
const SAVES = Math.ceil(FACTS / FORMS)
const CELLS = 140

const COUNTY = '990101'
const TEMPLATE = submission({ id: `${COUNTY}.01J00000000000000000000000` as never })
const countyOf = (form: number): string => `99${String(10 + Math.floor(form / 9))}${String(11 + (form % 9))}`

/** The facts of one form as texts, each one changed cell further; other counties’ forms differ in their codes. */
function factsOfOneForm(): readonly string[] {
  const pk = recordPk('submission', TEMPLATE.id) ?? ''
  const values: FormValue[] = Array.from({ length: CELLS }, (_, at) => reported(`L${at}`, '0'))
  let before: unknown
  let previousHash = ''
  return Array.from({ length: SAVES }, (_, save) => {
    values[save % CELLS] = reported(`L${save % CELLS}`, String(save))
    const after = {
      ...TEMPLATE,
      values: [...values],
      updatedAt: new Date(Date.parse(NOW) + save * 60_000).toISOString(),
    }
    const { actor, correlationId } = systemMark()
    const fact = chainFact({
      kind: 'submission',
      recordId: TEMPLATE.id,
      version: save + 1,
      type: save === 0 ? 'SubmissionOpened' : 'ValuesSaved',
      details: someDetails(save === 0 ? 'SubmissionOpened' : 'ValuesSaved'),
      before,
      after,
      at: after.updatedAt,
      actor,
      correlationId,
      previousHash,
    })
    before = JSON.parse(JSON.stringify(after))
    previousHash = fact.hash
    return JSON.stringify(unpack(factItem(pk, fact)['fact']))
  })
}

/** The table as it would be read, one form a piece; the piece of `lost` breaks off in its middle, as when the function is killed. */
function season(texts: readonly string[], lost: Set<number>) {
  let read = 0
  const itemsOf = function* (form: number): Iterable<Item> {
    const county = countyOf(form)
    for (const [at, text] of texts.entries()) {
      if (at === Math.floor(texts.length / 2) && lost.delete(form)) throw new Error('killed')
      read += 1
      const fact = text.replaceAll(COUNTY, county)
      const pk = recordPk('submission', TEMPLATE.id.replace(COUNTY, county)) ?? ''
      yield { pk, sk: `FACT#${String(at + 1).padStart(10, '0')}#`, version: at + 1, fact }
    }
  }
  const factPage = async (after: { readonly pk: string } | undefined): Promise<FactPage> => {
    const last = Array.from({ length: FORMS }, (_, form) => form).find((form) =>
      after?.pk.includes(`#${countyOf(form)}#`),
    )
    const form = last === undefined ? 0 : last + 1
    const pk = recordPk('submission', TEMPLATE.id.replace(COUNTY, countyOf(form))) ?? ''
    return {
      items: itemsOf(form),
      next: form + 1 === FORMS ? undefined : { pk, sk: `FACT#${String(SAVES).padStart(10, '0')}#` },
    }
  }
  return { factPage, read: () => read }
}

test('a season of saved cells is rebuilt piece by piece; killed in the middle of three of them it ends in the same lists, and each kill costs one piece', {
  timeout: 3_600_000,
}, async () => {
  const texts = factsOfOneForm()
  const rebuild = async (lost: readonly number[]) => {
    const tables = memoryProjectionTables()
    const { factPage, read } = season(texts, new Set(lost))
    const sources: RebuildSources = {
      tables,
      parts: noParts,
      factPage,
      refreshSheet: refresher(tables),
      onParked: () => {},
    }
    const book = rebuildBook()
    const begun = process.cpuUsage()
    let [kills, most] = [0, 0]
    for (;;) {
      try {
        const progress = await continueRebuild(sources, book, {
          now: () => REBUILT,
          fresh: false,
          mayContinue: () => {
            most = Math.max(most, process.memoryUsage().rss)
            return true
          },
        })
        const { user, system } = process.cpuUsage(begun)
        const seconds = (user + system) / 1e6
        return { contents: tables.contents(), progress, kills, read: read(), seconds, megabytes: most / 1024 ** 2 }
      } catch (error) {
        expect(error).toMatchObject({ message: 'killed' })
        kills += 1
      }
    }
  }
  const whole = await rebuild([])
  expect(whole.progress).toMatchObject({ phase: 'done', facts: FORMS * SAVES, parked: [] })
  expect(Object.keys(whole.contents).length).toBeGreaterThan(FORMS)
  const killed = await rebuild([1, Math.floor(FORMS / 2), FORMS - 1])
  expect(killed.kills).toBe(3)
  expect(killed.contents).toEqual(whole.contents)
  expect(killed.progress.facts).toBe(FORMS * SAVES)
  expect(killed.read - whole.read).toBe(3 * Math.floor(SAVES / 2))
  if (process.env['HEAVY_FACTS'] !== undefined)
    console.log(
      `${FORMS * SAVES} facts of ${FORMS} forms: ${whole.seconds.toFixed(0)} s of processor time, at most ${whole.megabytes.toFixed(0)} MB; with three kills ${killed.seconds.toFixed(0)} s`,
    )
})
