import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { useListQuery } from '../../../app/list/useListQuery.ts'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { useHonourNames } from '../../honours/honourNames.ts'
import { usePlaceChoices } from '../../honours/placeChoices.ts'
import { ImportLink } from '../../intake/imports/ImportLink.tsx'
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
  const { nameOf: nameOfHonour } = useHonourNames()
  const [open, setOpen] = useState<Open | undefined>(undefined)
  const { query } = useListQuery(['place'])
  const places = usePlaceChoices()
  const place = postPlaceOf(me, query.place, (code) => places.find(({ value }) => value === code)?.label)
  const close = () => setOpen(undefined)
  return (
    <>
      <ListPage
        title={words.title}
        sub={place.name}
        operation={operation}
        nameOfTitle={words.person}
        nameOfPlace={words.unit}
        linkTo={() => undefined}
        empty={words.empty}
        tools={
          <>
            <ImportLink list="posts" />
            <Button onClick={() => setOpen({ what: 'machine' })}>{words.machine}</Button>
            <Button onClick={() => setOpen({ what: 'batch' })}>{words.batch}</Button>
            <Button isMain onClick={() => setOpen({ what: 'invite' })}>
              {words.invite}
            </Button>
          </>
        }
        filters={[
          { name: 'name', label: words.person, hint: words.nameHint },
          { name: 'stage', label: words.state, all: words.allStages, choices: words.stages, preset: 'open' },
          { name: 'place', label: listWords.place, all: words.ownPlace(me.jurisdictionName), choices: places },
        ]}
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
                    {words.onlyHonours(row.fields.honours.map(nameOfHonour).join('、'))}
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
