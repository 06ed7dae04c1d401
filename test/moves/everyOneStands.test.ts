import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import { applicationOwner } from '@anjie/domain/honours/applicationTransitions'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { standsOn } from '@anjie/domain/moves/movedUnit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLERKS } from '../builders/aftercare.ts'
import { Case, mustHold, village } from '../builders/honours.ts'
import { carriedOn, change, confirmed, drawn, planNow, posts } from '../builders/moves.ts'
import { namedList } from '../builders/namedList.ts'

/** One step of a province's reform: a county of today goes to another city, gets another code in its own, or is merged into its neighbour. */
const step = fc.record({
  pick: fc.nat(5),
  kind: fc.constantFrom('to-other-city' as const, 'new-code' as const, 'merged' as const),
  /** Whether the call is stopped after so many writes, and made again. */
  stops: fc.nat(9),
})

test('after any sequence of changes each living unit stands under exactly one living county, each title in one standing, each open case with one owner', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const { world } = await namedList(2)
      world.now = '2026-03-11T01:00:00.000Z'
      await posts(world, '990101', 'county-reporter', 'county-reviewer')
      const roundId = world.stores.recordedFacts().find(({ kind }) => kind === 'round')?.recordId ?? ''
      const unitIds = () => [
        ...new Set(world.stores.recordedFacts().flatMap(({ kind, recordId }) => (kind === 'unit' ? [recordId] : []))),
      ]
      // One that its city has in hand, and a draft.
      const sent = await Case.draft(world, RoundId.parse(roundId), await village(world, '990101', '新柳村'))
      await mustHold(sent.save())
      await mustHold(sent.submit())
      await mustHold(sent.recommend())
      await Case.draft(world, RoundId.parse(roundId), await village(world, '990101', '新荷村'))
      for (const [at, { pick, kind, stops }] of steps.entries()) {
        world.now = `2026-03-${12 + at}T01:00:00.000Z`
        const tree = (await world.platform().get('divisions', '99.divisions'))?.state
        const today = PlainDate.parse(world.now.slice(0, 10))
        const current = tree?.counties.filter((county) => isCurrentCounty(county, today)) ?? []
        const from = current[pick % current.length]
        const heir = current.find(({ code }) => code !== from?.code)
        if (from === undefined || heir === undefined) continue
        const city = kind === 'to-other-city' ? (from.city === '9901' ? '9902' : '9901') : from.city
        const code = `${city}${String(50 + at)}`
        const changeId =
          kind === 'merged'
            ? await change(world, 'merged', [from.code, heir.code], { code: heir.code })
            : await change(world, 'renamed', [from.code], { code, name: from.name })
        const planId = await drawn(world, changeId, from.code)
        if ((await planNow(world, planId)).state.gaps.length > 0) continue
        await mustHold(confirmed(world, planId, CLERKS.secondAdmin))
        let left = stops
        await carriedOn(world, planId, (own) => ({
          ...own,
          commit: async (changes, reply) => {
            if (left-- === 0) throw new Error('killed')
            return own.commit(changes, reply)
          },
        })).catch(() => undefined)
        if ((await planNow(world, planId)).state.status === 'applying') await mustHold(carriedOn(world, planId))
      }

      const day = PlainDate.parse(world.now.slice(0, 10))
      const tree = (await world.platform().get('divisions', '99.divisions'))?.state
      const living = new Set(tree?.counties.filter((county) => isCurrentCounty(county, day)).map(({ code }) => code))
      const units = [...(await world.platform().getMany('unit', unitIds())).values()].map(({ state }) => state)
      for (const unit of units) {
        // Followed to where it goes on, every unit comes to one that stands, and to one only.
        let now = unit
        for (let hops = 0; now.moved !== undefined && hops < 9; hops++)
          now = units.find(({ id }) => id === now.moved?.unitId) ?? now
        const standing = units.filter((each) => standsOn(each, day) && each.name === unit.name)
        if (standsOn(unit, day)) expect(living.has(unit.county) || unfinished(tree, unit.county)).toBe(true)
        expect(standing.map(({ id }) => id)).toEqual([now.id])
        expect(countyCodeOf(now.id)).toBe(now.county)
      }
      const facts = world.stores.recordedFacts()
      const titles = [...new Set(facts.flatMap(({ kind, recordId }) => (kind === 'title' ? [recordId] : [])))]
      for (const { state } of (await world.platform().getMany('title', titles)).values()) {
        const unitNow = units.filter((unit) => standsOn(unit, day) && unit.name === state.unitName)
        expect(Object.keys(TITLE_STANDINGS)).toContain(titleStanding(state, day))
        // What the title says of its unit is where the unit stands.
        expect(unitNow.map(({ id }) => id)).toEqual([state.carriedTo?.unitId ?? state.unitId])
      }
      const cases = [...new Set(facts.flatMap(({ kind, recordId }) => (kind === 'application' ? [recordId] : [])))]
      for (const { state } of (await world.platform().getMany('application', cases)).values()) {
        const isOver = state.status === 'named' || state.status === 'rejected'
        expect(applicationOwner(state) === null).toBe(isOver)
      }
    }),
    { numRuns: 25 },
  )
})

/** A change whose plan waits for posts: its units stand where they stood. */
const unfinished = (
  tree: { readonly counties: readonly { readonly code: string; readonly validTo?: string | undefined }[] } | undefined,
  county: string,
): boolean => tree?.counties.some(({ code, validTo }) => code === county && validTo !== undefined) === true
