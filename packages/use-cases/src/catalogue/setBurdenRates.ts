import type { setBurdenRates as operation } from '@anjie/contracts/operations/catalogue'
import { CELL_KINDS } from '@anjie/contracts/vocabulary/catalogue/burden'
import { CELL_KIND_NAMES } from '@anjie/domain/submissions/burdenOf'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { burdenRates, ratesId } from './burdenRates.ts'

/** 设定填报用时标准: for all schemes of the province from now on; nothing that was decided rests on it. */
export const setBurdenRates: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { rates, reason, ratesVersion } = body
  const before = await burdenRates(context)
  if (before.version !== ratesVersion)
    return err({ code: 'stale-version', detail: `您打开的是第${ratesVersion}版，现在是第${before.version}版` })
  const id = ratesId(context.scope.province)
  const outcome = { id, version: ratesVersion + 1, status: 'set' }
  const said = CELL_KINDS.map((kind) => `${CELL_KIND_NAMES[kind]}${rates[kind]}分钟`).join('，')
  const written = await context.store.commit(
    [
      {
        kind: 'burden-rates',
        id,
        expectedVersion: ratesVersion,
        next: { rates, reason, updatedAt: context.now },
        fact: { type: 'BurdenRatesSet', details: { rates: said, reason } },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
