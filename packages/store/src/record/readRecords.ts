import type { AnyStoredFact, Fact } from '@anjie/contracts/facts/envelope'
import { factOf } from '@anjie/contracts/facts/readFact'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { storedFactOf } from '../factItem.ts'
import { FACT_SK_PREFIX, factSk, STATE_SK } from '../keys.ts'
import { textOf } from './items.ts'
import type { OpenRecords } from './openRecords.ts'

/** What a timeline shows at first; earlier ones are asked for. */
const NEWEST_FACTS = 20

/** States, one by one or many at once, and the facts of a record. */
export function readRecords({
  tables,
  rules,
  keyOf,
  versioned,
}: OpenRecords): Pick<CommandStore, 'get' | 'getMany' | 'rules' | 'facts' | 'stepsOf' | 'history'> {
  return {
    get: async (kind, id) => {
      const pk = keyOf('read', kind, id)
      const item = pk === undefined ? undefined : await tables.get('records', { pk, sk: STATE_SK })
      return pk === undefined || item === undefined ? undefined : versioned(kind, pk, item)
    },

    getMany: async (kind, ids) => {
      const idsByPk = new Map(
        ids.flatMap((id) => {
          const pk = keyOf('read', kind, id)
          return pk === undefined ? [] : [[pk, id] as const]
        }),
      )
      const items = await tables.getMany(
        'records',
        [...idsByPk.keys()].map((pk) => ({ pk, sk: STATE_SK })),
      )
      return new Map(
        items.flatMap((item) => {
          const pk = textOf(item, 'pk')
          const id = idsByPk.get(pk)
          return id === undefined ? [] : [[id, versioned(kind, pk, item)] as const]
        }),
      )
    },

    rules: async (schemeId) => {
      const pk = keyOf('read', 'scheme', schemeId)
      if (pk === undefined) return undefined
      const known = rules?.get(pk)
      if (known !== undefined) return known
      const item = await tables.get('records', { pk, sk: STATE_SK })
      if (item === undefined) return undefined
      const { state } = versioned('scheme', pk, item)
      if (state.status !== 'draft') rules?.set(pk, state.scheme)
      return state.scheme
    },

    facts: async (kind, id, { before, limit = NEWEST_FACTS } = {}) => {
      const pk = keyOf('read', kind, id)
      if (pk === undefined) return { facts: [], hasEarlier: false }
      const facts: Fact[] = []
      let after = before === undefined ? undefined : factSk(before)
      do {
        const page = await tables.query('records', pk, {
          skPrefix: FACT_SK_PREFIX,
          newestFirst: true,
          limit: limit - facts.length,
          ...(after === undefined ? {} : { after }),
        })
        facts.push(...page.items.map((item) => factOf(storedFactOf(item))))
        after = page.next
      } while (after !== undefined && facts.length < limit)
      // A record's first fact is its version 1, and none is left out.
      return { facts: facts.reverse(), hasEarlier: (facts[0]?.version ?? 1) > 1 }
    },

    stepsOf: async (kind, id, versions) => {
      const pk = keyOf('read', kind, id)
      if (pk === undefined) return []
      const items = await tables.getMany(
        'records',
        versions.map((version) => ({ pk, sk: factSk(version) })),
      )
      return items.map(storedFactOf).sort((one, other) => one.version - other.version)
    },

    history: async (kind, id) => {
      const pk = keyOf('read', kind, id)
      if (pk === undefined) return []
      const history: AnyStoredFact[] = []
      let after: string | undefined
      do {
        const page = await tables.query('records', pk, {
          skPrefix: FACT_SK_PREFIX,
          ...(after === undefined ? {} : { after }),
        })
        history.push(...page.items.map(storedFactOf))
        after = page.next
      } while (after !== undefined)
      return history
    },
  }
}
