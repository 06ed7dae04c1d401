import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import {
  mayReach,
  type Owner,
  ownerLevelsOf,
  PURPOSES,
  type Purpose,
  type Standpoint,
} from '@anjie/domain/access/index'
import { LIST_ORDERS } from '@anjie/projections/lists/listOrders'
import { viewKeys } from '@anjie/projections/viewKeys'
import { readMarkPk, receiptPk, recordPk } from '@anjie/store/keys'
import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate'
import { describe, expect, test } from 'vitest'
import { ACCOUNT, resolved, type Statement, statementsOf, tableArn } from './policies.ts'
import { synthesise } from './synthesise.ts'

/** The policies as they are synthesised, evaluated by a simulator that is neither the local endpoint's nor our own code. */
const statements = statementsOf(synthesise('aws'))
const ids = [...synthesise('aws').resources.keys()]
const logicalId = (pattern: RegExp): string => ids.find((id) => pattern.test(id)) ?? ''
const records = tableArn(logicalId(/^Records[0-9A-F]{8}$/))
const views = tableArn(logicalId(/^Views[0-9A-F]{8}$/))
const evidence = `arn:aws:s3:::${logicalId(/^Evidence[0-9A-F]{8}$/).toLowerCase()}`

const standpoints = {
  county: { level: 'county', county: '990101', city: '9901', province: '99' },
  city: { level: 'city', city: '9901', province: '99' },
  province: { level: 'province', province: '99' },
} as const satisfies Record<string, Standpoint>
type Level = keyof typeof standpoints
const levels: readonly Level[] = ['county', 'city', 'province']

const asPolicyStatement = ({ effect, actions, resources, conditions }: Statement) => ({
  Effect: effect,
  Action: actions,
  Resource: resources.map(resolved),
  ...(Object.keys(conditions).length === 0 ? {} : { Condition: conditions }),
})

const policies = new Map<string, { Version: string; Statement: ReturnType<typeof asPolicyStatement>[] }>()
function policyOf(role: RegExp) {
  const known = policies.get(role.source)
  if (known !== undefined) return known
  const Statement = statements.filter((statement) => role.test(statement.role)).map(asPolicyStatement)
  const policy = { Version: '2012-10-17', Statement }
  policies.set(role.source, policy)
  return policy
}

async function allows(
  role: RegExp,
  action: string,
  resource: string,
  tags: Record<string, string>,
  keys?: string[],
): Promise<boolean> {
  const policy = policyOf(role)
  const simulation: Simulation = {
    request: {
      principal: `arn:aws:sts::${ACCOUNT}:assumed-role/scope/session`,
      action,
      resource: { resource, accountId: ACCOUNT },
      contextVariables: {
        ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [`aws:PrincipalTag/${name}`, value])),
        ...(keys === undefined ? {} : { 'dynamodb:LeadingKeys': keys }),
      },
    },
    identityPolicies: [{ name: 'synthesised', policy }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }
  const answer = await runSimulation(simulation, {})
  if (answer.resultType === 'error') throw new Error(JSON.stringify(answer.errors))
  return answer.overallResult === 'Allowed'
}

function tagsOf(from: (typeof standpoints)[Level], purpose: Purpose = 'read'): Record<string, string> {
  const { level: _, ...tags } = from
  return { ...tags, purpose }
}

const may = (level: Level, action: string, resource: string, ...keys: string[]): Promise<boolean> =>
  mayOn('read', level, action, resource, ...keys)
/** As `may`, for a session with a purpose. */
const mayOn = (purpose: Purpose, level: Level, action: string, resource: string, ...keys: string[]): Promise<boolean> =>
  allows(new RegExp(`^Scope${level}`), action, resource, tagsOf(standpoints[level], purpose), keys)
const purposes = Object.keys(PURPOSES).filter((purpose): purpose is Purpose => purpose in PURPOSES)

/** Owners near and far: the caller's own, a neighbour below the same city, another city's, another province's. */
const owners: Readonly<Record<Owner['level'], readonly string[]>> = {
  county: ['990101', '990102', '990201', '980101', '9901H1'],
  city: ['9901', '9902', '9801'],
  province: ['99', '98'],
}
const kinds = Object.keys(RECORD_KINDS).filter((kind): kind is RecordKind => kind in RECORD_KINDS)
const ulid = '01J00000000000000000000000'

const cases = kinds.flatMap((kind) =>
  ownerLevelsOf(kind).flatMap((ownerLevel) =>
    owners[ownerLevel].map((code) => {
      const pk = recordPk(kind, `${code}.${ulid}`)
      if (pk === undefined) throw new Error(`${kind} of ${code} has no key`)
      return { kind, owner: { level: ownerLevel, code } as Owner, pk }
    }),
  ),
)

// Titles, and the notes of who holds them, that a county or a city confers.
for (const kind of ['title', 'unit-title'] as const)
  for (const namedAt of ['county', 'city'] as const)
    for (const code of ['990101', '990201'])
      cases.push({
        kind,
        owner: { level: 'county', code, namedAt },
        pk: recordPk(kind, `${code}.${namedAt}-${ulid}`) ?? '',
      })

// 岗位考评 stays in its county: what says so in its id.
for (const code of ['990101', '990201']) {
  const owner: Owner = { level: 'county', code, isWithin: true }
  for (const kind of ['scheme', 'cycle', 'commission-values', 'run'] as const)
    cases.push({ kind, owner, pk: recordPk(kind, `${code}.post-${ulid}`) ?? '' })
  for (const kind of ['submission', 'appeal'] as const)
    cases.push({ kind, owner, pk: recordPk(kind, `${code}.${ulid}-${ulid}-post-${ulid}`) ?? '' })
}

describe.each(levels)('a session of the %s', (level) => {
  test('counts settled figures for its own division, and looks at those counters downwards only', async () => {
    const keyOf = (code: string) => `${{ 6: 'T', 4: 'Z', 2: 'P' }[code.length]}#${code}#settled#99.${ulid}#`
    const own = { county: '990101', city: '9901', province: '99' }[level]
    for (const code of ['990101', '990102', '990201', '9901', '9902', '99', '98']) {
      const mayCount = await mayOn('submissions', level, 'dynamodb:UpdateItem', records, keyOf(code))
      expect([code, mayCount]).toEqual([code, code === own])
      const mayLook = await may(level, 'dynamodb:ConditionCheckItem', records, keyOf(code))
      expect([code, mayLook]).toEqual([code, code.startsWith(own)])
    }
  })

  test('writes a record exactly when the rules of the domain let it and its purpose writes such records', async () => {
    const wrong: string[] = []
    for (const { kind, owner, pk } of cases) {
      const isWithinReach = mayReach(standpoints[level], 'write', kind, owner)
      // What is out of reach is asked for with the purposes that could write it; the others could not even within reach.
      for (const purpose of purposes.filter((each) => isWithinReach || PURPOSES[each].includes(kind))) {
        const expected = isWithinReach && PURPOSES[purpose].includes(kind)
        for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem']) {
          if ((await mayOn(purpose, level, action, records, pk)) !== expected)
            wrong.push(`${action} ${pk} should be ${expected} for ${purpose}`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 90_000)

  test('reads every record that the rules let it read, and none outside its jurisdiction and its province', async () => {
    const wrong: string[] = []
    for (const { kind, owner, pk } of cases) {
      const expected = mayReach(standpoints[level], 'read', kind, owner)
      for (const action of [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
      ]) {
        if ((await may(level, action, records, pk)) !== expected) wrong.push(`${action} ${pk} should be ${expected}`)
      }
    }
    expect(wrong).toEqual([])
  }, 90_000)

  test('keeps the receipts of its own commands and sees nobody else’s', async () => {
    const own = receiptPk(standpoints[level], 'key-1')
    const neighbours = {
      county: receiptPk({ level: 'county', county: '990102', city: '9901', province: '99' }, 'key-1'),
      city: receiptPk({ level: 'city', city: '9902', province: '99' }, 'key-1'),
      province: receiptPk({ level: 'province', province: '98' }, 'key-1'),
    }
    for (const action of ['dynamodb:GetItem', 'dynamodb:PutItem']) {
      expect(await mayOn('honours', level, action, records, own), action).toBe(true)
      expect(await mayOn('honours', level, action, records, neighbours[level]), action).toBe(false)
    }
    expect(await may(level, 'dynamodb:PutItem', records, own)).toBe(false)
  })

  test('keeps how far its people have read, and touches nobody else’s', async () => {
    const neighbours = {
      county: { level: 'county', county: '990102', city: '9901', province: '99' },
      city: { level: 'city', city: '9902', province: '99' },
      province: { level: 'province', province: '98' },
    } as const
    for (const action of ['dynamodb:GetItem', 'dynamodb:PutItem']) {
      expect(await mayOn('messages', level, action, records, readMarkPk(standpoints[level], 'p')), action).toBe(true)
      expect(await mayOn('messages', level, action, records, readMarkPk(neighbours[level], 'p')), action).toBe(false)
    }
  })

  test('deletes and scans nothing', async () => {
    expect(await may(level, 'dynamodb:DeleteItem', records, 'T#990101#unit#x#')).toBe(false)
    expect(await allows(new RegExp(`^Scope${level}`), 'dynamodb:Scan', records, tagsOf(standpoints[level]))).toBe(false)
    expect(await allows(new RegExp(`^Scope${level}`), 'dynamodb:Scan', views, tagsOf(standpoints[level]))).toBe(false)
  })

  test('cannot carry a neighbour’s key along with its own', async () => {
    const own = {
      county: 'T#990101#submission#a#',
      city: 'T#990101#submission#a#',
      province: 'T#990101#submission#a#',
    }[level]
    const foreign = {
      county: 'T#990102#submission#a#',
      city: 'T#990201#submission#a#',
      province: 'T#980101#submission#a#',
    }[level]
    expect(await may(level, 'dynamodb:BatchGetItem', records, own)).toBe(true)
    expect(await may(level, 'dynamodb:BatchGetItem', records, own, foreign)).toBe(false)
  })

  test('reaches no key whose code is longer than a code can be', async () => {
    for (const pk of ['T#9901011#submission#a#', 'T#990101#1#submission#a#', 'Z#99011#quota#a#', 'P#991#round#a#'])
      for (const purpose of purposes)
        expect(await mayOn(purpose, level, 'dynamodb:PutItem', records, pk), pk).toBe(false)
  })

  test('writes no view', async () => {
    const own = viewKeys.list({ level: 'county', code: '990101' }, 'submission')
    expect(await may(level, 'dynamodb:Query', views, own)).toBe(true)
    expect(await may(level, 'dynamodb:PutItem', views, own)).toBe(false)
  })

  test('has no reach without the tags of its session', async () => {
    const role = new RegExp(`^Scope${level}`)
    expect(await allows(role, 'dynamodb:GetItem', records, {}, ['T##submission#a#'])).toBe(false)
    expect(await allows(role, 'dynamodb:GetItem', records, {}, ['T#990101#submission#a#'])).toBe(false)
  })
})

describe('views', () => {
  const list = (level: Owner['level'], code: string, kind: RecordKind) => viewKeys.list({ level, code }, kind)

  test.each([
    ['county', list('county', '990101', 'application'), true],
    ['county', list('county', '990102', 'application'), false],
    ['county', list('city', '9901', 'application'), false],
    ['county', list('province', '99', 'application'), false],
    ['county', list('province', '99', 'run'), false],
    ['county', list('province', '99', 'cycle'), true],
    ['county', list('province', '98', 'cycle'), false],
    ['county', viewKeys.scorecard({ level: 'county', code: '990101' }, `99.${ulid}`, '990101').pk, true],
    ['county', viewKeys.scorecard({ level: 'county', code: '990102' }, `99.${ulid}`, '990101').pk, false],
    ['county', viewKeys.leagueTable({ level: 'province', code: '99' }, `99.${ulid}`).pk, true],
    ['county', viewKeys.leagueTable({ level: 'province', code: '98' }, `99.${ulid}`).pk, false],
    // Who holds a post is listed in the county and nowhere above.
    ['county', list('county', '990101', 'duty-post'), true],
    ['city', list('county', '990101', 'duty-coverage'), true],
    ['city', list('county', '990101', 'duty-post'), false],
    ['province', list('county', '990101', 'duty-post'), false],
    ['city', list('city', '9901', 'application'), true],
    ['city', list('city', '9902', 'application'), false],
    ['city', list('province', '99', 'run'), false],
    ['city', list('province', '99', 'round'), true],
    ['city', viewKeys.leagueTable({ level: 'province', code: '99' }, `99.${ulid}`).pk, true],
    ['province', list('province', '99', 'run'), true],
    ['province', list('province', '98', 'run'), false],
    ['county', viewKeys.titleTallies({ level: 'county', code: '990101' }), true],
    ['county', viewKeys.titleTallies({ level: 'city', code: '9901' }), false],
    ['city', viewKeys.titleTallies({ level: 'city', code: '9901' }), true],
    ['city', viewKeys.titleTallies({ level: 'province', code: '99' }), false],
    ['province', viewKeys.titleTallies({ level: 'province', code: '99' }), true],
  ] as const)('of the %s: %s is readable: %s', async (level, pk, expected) => {
    expect(await may(level, 'dynamodb:Query', views, pk)).toBe(expected)
    // An index has the table's own partition key, and the same keys may be asked of it.
    expect(await may(level, 'dynamodb:Query', `${views}/index/byTime`, pk)).toBe(expected)
  })

  test('every order in which lists are read may be asked for, and no other index', async () => {
    const own = list('county', '990101', 'application')
    for (const order of LIST_ORDERS)
      expect(await may('county', 'dynamodb:Query', `${views}/index/${order}`, own)).toBe(true)
    expect(await may('county', 'dynamodb:Query', `${views}/index/other`, own)).toBe(false)
  })
})

describe('evidence files', () => {
  test.each([
    ['county', 's3:PutObject', 'evidence/990101/a', true],
    ['county', 's3:PutObject', 'pending/990101/a', true],
    ['county', 's3:GetObject', 'evidence/990101/a', true],
    ['county', 's3:PutObject', 'evidence/990102/a', false],
    ['county', 's3:GetObject', 'evidence/990102/a', false],
    ['county', 's3:GetObject', 'pending/990102/a', false],
    ['county', 's3:PutObject', 'other/990101/a', false],
    ['county', 's3:DeleteObject', 'evidence/990101/a', false],
    ['city', 's3:GetObject', 'evidence/990102/a', true],
    ['city', 's3:GetObject', 'evidence/990201/a', false],
    ['city', 's3:PutObject', 'evidence/990101/a', false],
    ['province', 's3:GetObject', 'evidence/990201/a', true],
    ['province', 's3:GetObject', 'evidence/980101/a', false],
    ['province', 's3:PutObject', 'evidence/990101/a', false],
    ['county', 's3:GetObject', 'evidence/99/a', true],
    ['county', 's3:GetObject', 'evidence/9901/a', true],
    ['county', 's3:GetObject', 'evidence/9902/a', false],
    ['county', 's3:PutObject', 'evidence/99/a', false],
    ['county', 's3:GetObject', 'pending/99/a', false],
    ['city', 's3:PutObject', 'evidence/9901/a', true],
    ['city', 's3:PutObject', 'evidence/99/a', false],
    ['province', 's3:PutObject', 'evidence/99/a', true],
    ['province', 's3:PutObject', 'evidence/9901/a', false],
  ] as const)('%s %s %s: %s', async (level, action, key, expected) => {
    const role = new RegExp(`^Scope${level}`)
    const on = (purpose: Purpose) => allows(role, action, `${evidence}/${key}`, tagsOf(standpoints[level], purpose))
    for (const takesFilesIn of ['submissions', 'honours'] as const) expect(await on(takesFilesIn)).toBe(expected)
    // Other purposes take no file in.
    expect(await on('notices')).toBe(expected && action === 's3:GetObject')
  })
})

describe('functions with rights of their own', () => {
  test.each([
    [/^ClockRole/, 'dynamodb:PutItem', records, 'P#99#batch#a#', true],
    [/^ClockRole/, 'dynamodb:DeleteItem', records, 'P#99#batch#a#', false],
    [/^ClockRole/, 'dynamodb:Query', views, 'P#99#batch#list#', true],
    [/^ClockRole/, 'dynamodb:Query', views, 'P#99#application#list#', false],
    [/^ClockRole/, 'dynamodb:PutItem', records, 'T#990101#title#a#', true],
    [/^ClockRole/, 'dynamodb:GetItem', records, 'T#990101#submission#a#', false],
    [/^ClockRole/, 'dynamodb:PutItem', records, 'Z#9901#quota#a#', false],
    [/^ClockRole/, 'dynamodb:Query', views, 'T#990101#submission#list#', false],
    // A unit's titles are found by its name, when something speaks against it.
    [/^ClockRole/, 'dynamodb:Query', `${views}/index/byName`, 'T#990101#title#list#', true],
    [/^ClockRole/, 'dynamodb:Query', `${views}/index/byName`, 'T#990101#application#list#', false],
    [/^PlatformRole/, 'dynamodb:PutItem', records, 'T#990101#unit#a#', true],
    [/^PlatformRole/, 'dynamodb:PutItem', records, 'P#99#divisions#a#', true],
    [/^PlatformRole/, 'dynamodb:GetItem', records, 'T#990101#submission#a#', false],
    [/^PlatformRole/, 'dynamodb:GetItem', records, 'T#990101#application#a#', false],
    [/^PlatformRole/, 'dynamodb:GetItem', views, 'T#990101#submission#list#', false],
    [/^ProjectorRole/, 'dynamodb:PutItem', records, 'T#990101#unit#a#', false],
    [/^ProjectorRole/, 'dynamodb:PutItem', views, 'T#990101#unit#list#', true],
    [/^PublicSiteRole/, 'dynamodb:GetItem', records, 'T#990101#unit#a#', false],
    [/^ApiRole/, 'dynamodb:GetItem', records, 'T#990101#unit#a#', false],
  ] as const)('%s %s on %s %s: %s', async (role, action, table, key, expected) => {
    expect(await allows(role, action, table, {}, [key])).toBe(expected)
  })
})

describe.each([
  ['a county’s batch', `990101.${ulid}`, `990101.${ulid.replace(/0$/, '1')}`],
  ['a unit’s batch', `990101.${ulid}-${ulid}`, `990101.${ulid}-${ulid.replace(/0$/, '1')}`],
] as const)('a session of the importer for %s', (_whose, batch, other) => {
  const session = { batch, owner: '990101' }
  const may = (action: string, resource: string, ...keys: string[]) =>
    allows(/^ImportSession/, action, resource, session, keys)

  test.each([
    ['dynamodb:GetItem', `T#990101#import-batch#${batch}#`, true],
    ['dynamodb:PutItem', `T#990101#import-batch#${batch}#`, false],
    ['dynamodb:GetItem', `T#990101#import-reading#${batch}#`, true],
    ['dynamodb:PutItem', `T#990101#import-reading#${batch}#`, true],
    ['dynamodb:PutItem', `T#990101#import-reading#${other}#`, false],
    ['dynamodb:GetItem', `T#990101#import-batch#${other}#`, false],
    ['dynamodb:PutItem', `T#990102#import-reading#${batch}#`, false],
    ['dynamodb:PutItem', `T#990101#unit#${batch}#`, false],
    ['dynamodb:GetItem', `T#990101#unit#${batch}#`, false],
    ['dynamodb:PutItem', 'T#990101#idempotency#a#', false],
    ['dynamodb:Query', `T#990101#import-reading#${batch}#`, false],
    ['dynamodb:DeleteItem', `T#990101#import-reading#${batch}#`, false],
  ] as const)('%s %s: %s', async (action, key, expected) => {
    expect(await may(action, records, key)).toBe(expected)
  })

  test('reads the one file of its batch and takes it away, writes none, and sees no view', async () => {
    expect(await may('s3:GetObject', `${evidence}/imports/${batch}`)).toBe(true)
    expect(await may('s3:DeleteObject', `${evidence}/imports/${batch}`)).toBe(true)
    for (const key of [
      `imports/${other}`,
      `imports/990102.${ulid}`,
      `evidence/990101/${ulid}`,
      `pending/990101/${ulid}`,
    ])
      for (const action of ['s3:GetObject', 's3:DeleteObject'])
        expect(await may(action, `${evidence}/${key}`), `${action} ${key}`).toBe(false)
    expect(await may('s3:PutObject', `${evidence}/imports/${batch}`)).toBe(false)
    expect(await may('dynamodb:Query', views, 'T#990101#import-batch#list#')).toBe(false)
  })

  test('without its tags reaches nothing; the function’s own role reaches no table and no file at all', async () => {
    expect(await allows(/^ImportSession/, 'dynamodb:GetItem', records, {}, [`T##import-batch##`])).toBe(false)
    expect(await allows(/^ImporterRole/, 'dynamodb:GetItem', records, {}, [`T#990101#import-batch#${batch}#`])).toBe(
      false,
    )
    expect(await allows(/^ImporterRole/, 's3:GetObject', `${evidence}/imports/${batch}`, {}, [])).toBe(false)
  })
})

describe('a session of a unit', () => {
  const unit = `990101.${ulid}`
  const neighbour = `990101.${ulid.replace(/0$/, '1')}`
  const tags = { unit, county: '990101', city: '9901', province: '99' }
  /** For whichever purpose writes it. */
  const mayUnit = async (action: string, resource: string, ...keys: string[]) => {
    const answers = purposes.map((purpose) => allows(/^Scopeunit/, action, resource, { ...tags, purpose }, keys))
    return (await Promise.all(answers)).includes(true)
  }
  const GET = 'dynamodb:GetItem'
  const PUT = 'dynamodb:PutItem'

  test('reads and writes what its unit keeps, and nothing of the unit beside it or of the county', async () => {
    const wrong: string[] = []
    const expected = async (action: string, table: string, key: string, answer: boolean) => {
      if ((await mayUnit(action, table, key)) !== answer) wrong.push(`${action} ${key} should be ${answer}`)
    }
    for (const kind of ['submission', 'application', 'application-slot', 'appeal', 'import-batch'] as const) {
      for (const action of [GET, PUT]) {
        await expected(action, records, recordPk(kind, `${unit}-${ulid}`) ?? '', true)
        await expected(action, records, recordPk(kind, `${neighbour}-${ulid}`) ?? '', false)
        await expected(action, records, recordPk(kind, `990101.${ulid}`) ?? '', false)
      }
    }
    await expected(GET, records, recordPk('unit', unit) ?? '', true)
    await expected(PUT, records, recordPk('unit', unit) ?? '', false)
    await expected(GET, records, recordPk('unit', neighbour) ?? '', false)
    // What the importer read of its own file; it writes none of it.
    await expected(GET, records, recordPk('import-reading', `${unit}-${ulid}`) ?? '', true)
    await expected(PUT, records, recordPk('import-reading', `${unit}-${ulid}`) ?? '', false)
    await expected(GET, records, recordPk('import-reading', `${neighbour}-${ulid}`) ?? '', false)
    // Why it is barred, which other offices enter.
    await expected(GET, records, recordPk('bars', unit) ?? '', true)
    await expected(PUT, records, recordPk('bars', unit) ?? '', false)
    await expected(GET, records, recordPk('bars', neighbour) ?? '', false)
    for (const kind of ['run', 'commission-values', 'membership', 'invitation'] as const)
      for (const action of [GET, PUT]) await expected(action, records, recordPk(kind, `990101.${ulid}`) ?? '', false)
    await expected(GET, records, recordPk('cycle', `990101.${ulid}`) ?? '', true)
    await expected(PUT, records, recordPk('cycle', `990101.${ulid}`) ?? '', false)
    for (const [owner, answer] of [
      [unit, true],
      [neighbour, false],
    ] as const) {
      const place = { level: 'unit', code: owner } as const
      await expected('dynamodb:Query', views, viewKeys.list(place, 'submission'), answer)
      await expected('dynamodb:Query', views, viewKeys.home(place, false), answer)
      await expected(GET, views, viewKeys.scorecard(place, `990101.${ulid}`, owner).pk, answer)
    }
    const county = { level: 'county', code: '990101' } as const
    await expected('dynamodb:Query', views, viewKeys.list(county, 'submission'), false)
    await expected('dynamodb:Query', views, viewKeys.home(county, false), false)
    await expected('dynamodb:Query', views, viewKeys.list(county, 'title'), true)
    expect(wrong).toEqual([])
  })

  test('reaches files of its own forms only', async () => {
    const may = (action: string, file: string) => mayUnit(action, `${evidence}/${file}`)
    for (const place of ['evidence', 'pending']) {
      expect(await may('s3:PutObject', `${place}/990101/${unit}-${ulid}/x`)).toBe(true)
      expect(await may('s3:GetObject', `${place}/990101/${neighbour}-${ulid}/x`)).toBe(false)
      expect(await may('s3:PutObject', `${place}/990101/990101.${ulid}/x`)).toBe(false)
    }
    for (const action of ['s3:GetObject', 's3:PutObject']) {
      expect(await may(action, `imports/${unit}-${ulid}`)).toBe(true)
      expect(await may(action, `imports/${neighbour}-${ulid}`)).toBe(false)
      expect(await may(action, `imports/990101.${ulid}`)).toBe(false)
    }
  })
})
