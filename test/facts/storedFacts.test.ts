import { readFileSync } from 'node:fs'
import { AnyStoredFact, type StoredFact } from '@anjie/contracts/facts/envelope'
import { FACTS, type FactType } from '@anjie/contracts/facts/facts'
import { detailNames, factOf } from '@anjie/contracts/facts/readFact'
import { factHash } from '@anjie/store/factItem'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

/**
 * One stored fact of each type and version, as it lies in tables. Facts are for ever: these files are added to and never changed,
 * and whatever today's code becomes, it reads them and says the same of them. A detail that a type got later has an example of its own.
 */
const stored = (version: 1 | 2): Map<FactType, AnyStoredFact[]> => {
  const text = readFileSync(new URL(`./version${version}.json`, import.meta.url), 'utf8')
  const facts = z.record(z.string(), AnyStoredFact).parse(JSON.parse(text))
  return Map.groupBy(Object.values(facts), ({ type }) => type)
}
const types = Object.keys(FACTS) as FactType[]
const [version1, version2] = [stored(1), stored(2)]

/** Types that were there before facts had a shape; younger ones never were stored as version 1. */
const OLD_TYPES = [...version1.keys()]

describe('a stored fact', () => {
  it.each(types)('%s of version 2 is read with every detail, and its hash is right', (type) => {
    const facts = version2.get(type) ?? expect.fail(`add a stored example of ${type} to version2.json`)
    for (const fact of facts) {
      expect(factOf(fact).details).toEqual(fact.details)
      expect(factHash(fact), fact.id).toBe(fact.hash)
    }
    const shown = new Set(facts.flatMap(({ details }) => Object.keys(details)))
    expect([...shown].sort()).toEqual(
      detailNames(type)
        .map(({ key }) => key)
        .sort(),
    )
  })

  it.each(OLD_TYPES)('%s of version 1 says under today’s names what it said under Chinese ones', (type) => {
    const [old, next] = [version1.get(type)?.[0], version2.get(type)?.[0]]
    if (old === undefined || next === undefined) return expect.fail(`${type} has no example of both versions`)
    expect(factOf(old).details).toEqual(next.details)
    expect(factHash(old)).toBe(old.hash)
  })

  it('of version 1 that lacks what its type asks for today is read with what it has', () => {
    const old = version1.get('CycleExtended')?.[0] ?? expect.fail()
    expect(factOf({ ...old, details: { 理由: '受灾' } } as AnyStoredFact).details).toEqual({ reason: '受灾' })
  })

  it('of version 2 with a detail that its type does not know, or without one that it must have, is not read', () => {
    const fact = version2.get('CycleExtended')?.[0] as StoredFact
    expect(() => factOf({ ...fact, details: { ...fact.details, 备注: '无' } })).toThrow()
    expect(() => factOf({ ...fact, details: { reason: '受灾' } })).toThrow()
  })
})

it('every detail has a Chinese name, no two of one fact the same', () => {
  for (const type of types) {
    const names = detailNames(type).map(({ name }) => name)
    for (const name of names) expect(name, type).toMatch(/^\p{Script=Han}/u)
    expect(new Set(names).size, type).toBe(names.length)
  }
})
