import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { actBy } from '../../../app/auth/actingPost.ts'
import JoinForm from '../../../app/auth/JoinForm.tsx'
import { useMe } from '../../../app/me.ts'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { accountWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { useHonourNames } from '../../honours/honourNames.ts'

/** 我的账号: who is signed in since when, by which posts they may act, and one more by a code. */
export default function AccountPage() {
  const me = useMe()
  const { nameOf: nameOfHonour } = useHonourNames()
  return (
    <>
      <PageHead title={words.title} sub={me.personName} />
      <section className="panel">
        <dl className="facts">
          <dt>{words.signedIn}</dt>
          <dd>
            {me.signedInAt === undefined ? (
              <span className="quiet">{words.issuerIsSilent}</span>
            ) : (
              <time dateTime={me.signedInAt}>{instantText(me.signedInAt)}</time>
            )}
          </dd>
          <dt>{words.actingBy}</dt>
          <dd>
            {me.jurisdictionName} {me.post}
          </dd>
          {me.units !== undefined && (
            <>
              <dt>{words.units}</dt>
              <dd>{me.units.map(({ name }) => name).join('、')}</dd>
            </>
          )}
          {me.honours !== undefined && (
            <>
              <dt>{words.honours}</dt>
              <dd>{me.honours.map(nameOfHonour).join('、')}</dd>
            </>
          )}
        </dl>
      </section>
      <section className="panel" aria-label={words.posts}>
        <h2>{words.posts}</h2>
        <Table
          caption={words.posts}
          rows={me.posts}
          rowKey={(each) => each.key}
          columns={[
            {
              key: 'post',
              name: words.post,
              text: (each) => `${each.jurisdictionName} ${each.post}`,
              isRowHead: true,
            },
            {
              key: 'roles',
              name: words.roles,
              text: (each) => each.roles.map((role) => ROLE_NAMES[role]).join('、'),
              wraps: true,
            },
            { key: 'validUntil', name: words.validUntil, text: (each) => dayText(each.validUntil) },
            {
              key: 'act',
              name: words.actions,
              text: () => '',
              show: (each) =>
                each.current ? (
                  words.current
                ) : (
                  <Button isSmall onClick={() => actBy(each.key)}>
                    {words.actByThis}
                  </Button>
                ),
            },
          ]}
        />
      </section>
      <section className="panel" aria-label={words.oneMore}>
        <h2>{words.oneMore}</h2>
        <JoinForm onJoined={() => window.location.assign('/account')} />
      </section>
    </>
  )
}
