import { randomUUID } from 'node:crypto'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { ImportBatch } from '@anjie/contracts/vocabulary/intake/importBatch'
import { z } from 'zod'
import { type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'

export const CLERK = member({ roles: ['county-admin'], personId: 'clerk', personName: '林一' })
export const COLLEAGUE = member({ roles: ['county-admin'], personId: 'colleague', personName: '周二' })

const Reply = z.looseObject({ id: z.string(), version: z.int(), status: z.string() })
const Rows = z.looseObject({
  rows: z.array(
    z.looseObject({
      row: z.int(),
      effect: z.string(),
      title: z.string(),
      changes: z.array(
        z.looseObject({ name: z.string(), before: z.string().optional(), after: z.string().optional() }),
      ),
      faults: z.array(z.looseObject({ column: z.string(), message: z.string() })),
      outcome: z.looseObject({ status: z.string(), message: z.string().optional() }).optional(),
    }),
  ),
})

export interface Desk {
  readonly api: TestApi
  /** A file from the desk to its plan, as the page does it. */
  bring(
    file: Uint8Array,
    given?: { list?: string; target?: string; defaults?: Record<string, string>; who?: Membership },
  ): Promise<string>
  batch(id: string): Promise<ImportBatch>
  version(id: string): Promise<number>
  rows(id: string, shown: 'changing' | 'same' | 'refused'): Promise<z.infer<typeof Rows>['rows']>
  step(
    operation: 'confirmImport' | 'discardImport' | 'planImport' | 'readImport',
    id: string,
    who?: Membership,
  ): Promise<TestAnswer>
  putBack(id: string, reason: string, who?: Membership): Promise<TestAnswer>
  /** Carries on until nothing is left. */
  finish(id: string, who?: Membership): Promise<void>
}

export const csv = (text: string): Uint8Array => new TextEncoder().encode(`\uFEFF${text}`)

/** The desk of somebody who brings files in; without another one, that of a county's administrator. */
export async function desk(
  change: Parameters<typeof testApi>[0] = {},
  options: Parameters<typeof testApi>[1] = {},
  clerk: Membership = CLERK,
): Promise<Desk> {
  const api = await testApi(change, options)
  for (const each of [CLERK, COLLEAGUE, clerk]) api.join(each)
  return deskAt(api, clerk)
}

export function deskAt(api: TestApi, clerk: Membership): Desk {
  const must = (answer: TestAnswer, ...statuses: number[]): z.infer<typeof Reply> => {
    if (!statuses.includes(answer.status)) throw new Error(JSON.stringify(answer.body))
    return Reply.parse(answer.body)
  }
  const open = async (id: string) => {
    const answer = await api.call('getImportBatch', { member: clerk, params: { batchId: id } })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return z.looseObject({ version: z.int(), state: ImportBatch }).parse(answer.body)
  }
  const made: Desk = {
    api,
    bring: async (file, { list = 'units', target, defaults, who = clerk } = {}) => {
      const body = {
        list,
        fileName: '表.csv',
        bytes: file.byteLength,
        ...(target === undefined ? {} : { target }),
        ...(defaults === undefined
          ? {}
          : { defaults: Object.entries(defaults).map(([field, value]) => ({ field, value })) }),
      }
      const begun = await api.call('beginImport', { member: who, body })
      const { id, version } = must(begun, 201)
      const { fields } = z.object({ fields: z.record(z.string(), z.string()) }).parse(begun.body['upload'])
      if (!api.stores.evidence.upload(fields, fields['Content-Type'] ?? '', file)) throw new Error('not taken')
      const read = must(await api.call('readImport', { member: who, params: { batchId: id }, ifMatch: version }), 202)
      must(await api.call('planImport', { member: who, params: { batchId: id }, ifMatch: read.version }), 200)
      return id
    },
    batch: async (id) => (await open(id)).state,
    version: async (id) => (await open(id)).version,
    rows: async (id, shown) => {
      const answer = await api.call('listImportRows', {
        member: clerk,
        params: { batchId: id },
        query: `shown=${shown}`,
      })
      return Rows.parse(answer.body).rows
    },
    step: async (operation, id, who = clerk) =>
      api.call(operation, { member: who, params: { batchId: id }, ifMatch: await made.version(id) }),
    putBack: async (id, reason, who = clerk) =>
      api.call('putImportBack', {
        member: who,
        params: { batchId: id },
        ifMatch: await made.version(id),
        body: { reason },
      }),
    finish: async (id, who = clerk) => {
      for (;;) {
        const { status } = must(
          await api.call('carryImportOn', { member: who, params: { batchId: id }, idempotencyKey: randomUUID() }),
          200,
        )
        if (status !== 'applying' && status !== 'putting-back') return
      }
    },
  }
  return made
}
