import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { honourNameOf } from '@anjie/domain/honours/types/index'
import { actBy } from '../../../app/auth/actingPost.ts'
import { JoinForm } from '../../../app/auth/JoinForm.tsx'
import { useMe } from '../../../app/me.ts'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { joinWords, accountWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'

/** 我的账号: who is signed in since when, by which posts they may act, and one more by a code. */
export default function AccountPage() {
  const me = useMe()
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
              <dd>{me.honours.map(honourNameOf).join('、')}</dd>
            </>
          )}
        </dl>
      </section>
      <section className="panel" aria-label={words.posts}>
        <h2>{words.posts}</h2>
        <div className="table-scroll">
          <table className="list">
            <caption className="visually-hidden">{words.posts}</caption>
            <thead>
              <tr>
                <th scope="col">{words.post}</th>
                <th scope="col">{words.roles}</th>
                <th scope="col">{words.validUntil}</th>
                <th scope="col">{words.actions}</th>
              </tr>
            </thead>
            <tbody>
              {me.posts.map((each) => (
                <tr key={each.key}>
                  <th scope="row">
                    {each.jurisdictionName} {each.post}
                  </th>
                  <td>{each.roles.map((role) => ROLE_NAMES[role]).join('、')}</td>
                  <td>{dayText(each.validUntil)}</td>
                  <td>
                    {each.current ? (
                      words.current
                    ) : (
                      <Button isSmall onClick={() => actBy(each.key)}>
                        {words.actByThis}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="panel" aria-label={words.oneMore}>
        <h2>{words.oneMore}</h2>
        <p className="quiet small">{joinWords.hint}</p>
        <JoinForm onJoined={() => window.location.assign('/account')} />
      </section>
    </>
  )
}
