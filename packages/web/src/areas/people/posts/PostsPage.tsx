import { OPERATIONS } from '@anjie/contracts/operations/index'
import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { useState } from 'react'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { useListQuery } from '../../../app/useListQuery.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { FoundList } from '../../../ui/FoundList.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { usePlaceChoices } from '../../honours/placeChoices.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { MachineDialog } from './MachineDialog.tsx'
import { PostSheet } from './PostSheet.tsx'
import { postPlaceOf } from './postPlace.ts'

const operation = OPERATIONS.listMemberships

type Open =
  | { readonly what: 'batch' | 'machine' }
  | { readonly what: 'invite'; readonly samePerson?: { readonly id: string; readonly personName: string } }
  | { readonly what: 'post'; readonly id: string }

/** 任职管理 of one jurisdiction: the own one, and for the province any of its cities and counties. */
export default function PostsPage() {
  const me = useMe()
  const [open, setOpen] = useState<Open | undefined>(undefined)
  const { query, isNarrowed, choose, pageAt } = useListQuery(['place', 'stage', 'name'], { stage: 'open' })
  const asked = operation.query.safeParse(query)
  const posts = useRead(operation, { query: asked.data ?? {} }, { keepsShown: true })
  const places = usePlaceChoices()
  const place = postPlaceOf(me, asked.data?.place, (code) => places.find(({ value }) => value === code)?.label)
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHead title={words.title} sub={place.name}>
        <Button onClick={() => setOpen({ what: 'machine' })}>{words.machine}</Button>
        <Button onClick={() => setOpen({ what: 'batch' })}>{words.batch}</Button>
        <Button isMain onClick={() => setOpen({ what: 'invite' })}>
          {words.invite}
        </Button>
      </PageHead>
      <ReadState read={posts}>
        {({ rows, cursor }) => (
          <FoundList
            caption={words.title}
            rows={rows}
            pathOf={() => undefined}
            nameOfTitle={words.person}
            nameOfPlace={words.unit}
            isNarrowed={isNarrowed}
            empty={words.empty}
            nextPage={cursor === undefined ? undefined : pageAt(cursor)}
            firstPage={query.cursor === undefined ? undefined : pageAt()}
            filters={
              <>
                <SearchField
                  initial={query.name ?? ''}
                  hint={words.nameHint}
                  onSearch={(text) => choose('name', text)}
                />
                <Choice
                  isInline
                  aria-label={words.state}
                  value={query.stage ?? ''}
                  none={words.allStages}
                  choices={words.stages}
                  onChange={(value) => choose('stage', value)}
                />
                {places.length > 0 && (
                  <Choice
                    isInline
                    aria-label={listWords.place}
                    value={query.place ?? ''}
                    none={words.ownPlace(me.jurisdictionName)}
                    choices={places}
                    onChange={(value) => choose('place', value)}
                  />
                )}
              </>
            }
            columns={[
              { key: 'post', name: words.post, text: (row) => row.fields.post },
              {
                key: 'roles',
                name: words.role,
                text: (row) => row.fields.roles.map((role) => ROLE_NAMES[role]).join('、'),
                show: (row) => (
                  <>
                    {row.fields.roles.map((role) => ROLE_NAMES[role]).join('、')}
                    {row.fields.honours !== undefined && (
                      <div className="quiet small">
                        {words.onlyHonours(row.fields.honours.map((code) => HONOUR_TYPES[code].name).join('、'))}
                      </div>
                    )}
                  </>
                ),
              },
              {
                key: 'validUntil',
                name: words.validUntil,
                text: (row) => row.fields.validUntil,
                show: (row) => (
                  <>
                    {dayText(row.fields.validUntil)}
                    {row.fields.invitedUntil !== undefined && (
                      <div className="quiet small">{words.invitedUntil(dayText(row.fields.invitedUntil))}</div>
                    )}
                  </>
                ),
              },
              {
                key: 'act',
                name: words.actions,
                text: () => '',
                show: (row) => (
                  <Button
                    isSmall
                    aria-label={words.openOf(row.title)}
                    onClick={() => setOpen({ what: 'post', id: row.id })}
                  >
                    {row.status === 'ended' ? words.look : words.change}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </ReadState>
      {open?.what === 'invite' && <InviteDialog place={place} samePerson={open.samePerson} onClose={close} />}
      {open?.what === 'batch' && <BatchDialog place={place} onClose={close} />}
      {open?.what === 'machine' && <MachineDialog place={place} onClose={close} />}
      {open?.what === 'post' && (
        <PostSheet
          id={open.id}
          place={place}
          onMore={(samePerson) => setOpen({ what: 'invite', samePerson })}
          onClose={close}
        />
      )}
    </>
  )
}
