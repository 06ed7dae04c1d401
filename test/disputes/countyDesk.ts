import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { TestAnswer } from '../api/testApi.ts'
import { CLERK, csv, type Desk, desk } from '../intake/importing.ts'
import { fourMappings } from './fourExports.ts'

export const YEAR = 'from=2025-01-01&to=2025-12-31'
export const SYSTEMS = fourMappings.systems.map(({ system }) => system)

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
export const fileOf = ({
  headings,
  rows,
}: {
  headings: readonly string[]
  rows: readonly { cells: readonly string[] }[]
}) => csv([headings, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(quoted).join(',')).join('\n'))

/** A county that has mapped its four systems as its exports are. */
export async function county(): Promise<Desk> {
  const made = await desk()
  for (const mapping of fourMappings.systems) {
    const answer = await made.api.call('mapDisputeSystem', {
      member: CLERK,
      params: { system: mapping.system },
      body: { mapping, startsFrom: 0 },
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  return made
}

export async function brought(made: Desk, system: string, file: Uint8Array): Promise<string> {
  const id = await made.bring(file, { list: 'disputes', target: system })
  expect((await made.batch(id)).status, JSON.stringify(await made.batch(id))).toBe('staged')
  await made.step('confirmImport', id)
  await made.finish(id)
  return id
}

export async function matched({ api }: Desk): Promise<{ joined: number; asked: number }> {
  const sums = { joined: 0, asked: 0 }
  for (let left = 1; left > 0; ) {
    const answer = await api.call('matchDisputes', { member: CLERK, body: { from: '2024-12-01', to: '2026-03-01' } })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    sums.joined += Number(answer.body['joined'])
    sums.asked += Number(answer.body['asked'])
    left = Number(answer.body['left'])
  }
  return sums
}

export const entry = (system: string, caseNumber: string, more: Record<string, unknown> = {}) => {
  const none = { stated: false, on: null }
  return {
    system,
    caseNumber,
    receivedOn: '2025-03-02',
    township: '城关',
    village: '河口',
    kind: '02',
    summary: '因宅基地边界发生争执，要求赔偿三百元',
    outcomes: { agreed: none, performed: none, closed: none, settled: none },
    ...more,
  }
}

export const save = ({ api }: Desk, body: unknown): Promise<TestAnswer> =>
  api.call('saveDisputeEntry', { member: CLERK, body, idempotencyKey: randomUUID() })
