import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { Suspense, useState } from 'react'
import { NavLink, Outlet, useNavigate } from 'react-router'
import { shellWords as words } from '../../locales/zh-CN/shell.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { LeaveGuards } from '../../ui/useLeaveGuard.tsx'
import { actBy } from '../auth/actingPost.ts'
import { useConfig } from '../configContext.ts'
import { useMe } from '../me.ts'
import { usePrefetch } from '../prefetch/usePrefetch.ts'
import { useTypeSize } from '../typeSize.ts'
import { MessagesLink } from './MessagesLink.tsx'
import { navigationFor } from './navigation.ts'
import './Shell.css'

export function Shell() {
  const navigate = useNavigate()
  const me = useMe()
  const config = useConfig()
  const { largeType, toggle } = useTypeSize()
  const [menuOpen, setMenuOpen] = useState(false)
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {words.skip}
      </a>
      <header className="top-bar">
        <NavLink to="/" className="mark" aria-label={words.productLong}>
          <svg width="22" height="22" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M1 15V11h4V7h4V3h6v12z" fill="currentColor" />
          </svg>
          {words.product}
        </NavLink>
        {config.environmentName !== '' && <span className="environment">{config.environmentName}</span>}
        <MessagesLink />
        <Button className="menu-button" aria-expanded={menuOpen} onClick={() => setMenuOpen(!menuOpen)}>
          {words.menu}
        </Button>
        <div className="person" title={words.validUntil(me.validUntil)}>
          <NavLink to="/account" title={words.account}>
            {me.personName}
          </NavLink>
          <small>
            {me.jurisdictionName} · {me.post}（{me.roles.map((role) => ROLE_NAMES[role]).join('、')}）
          </small>
        </div>
        {me.posts.length > 1 && (
          <select
            className="plain"
            aria-label={words.actingBy}
            value={me.posts.find(({ current }) => current)?.key}
            onChange={(event) => actBy(event.target.value)}
          >
            {me.posts.map(({ key, post, jurisdictionName }) => (
              <option key={key} value={key}>
                {jurisdictionName} {post}
              </option>
            ))}
          </select>
        )}
        <Button aria-pressed={largeType} onClick={toggle}>
          {largeType ? words.largeTypeOff : words.largeType}
        </Button>
        <Button className="sign-out" onClick={() => void navigate('/signing-out')}>
          {words.signOut}
        </Button>
      </header>
      <nav className={`side-nav ${menuOpen ? 'open' : ''}`} aria-label={words.mainNavigation}>
        <ul>
          {navigationFor(me.roles, me.honours !== undefined).map((group) => (
            <li key={group.label}>
              <div className="group">{group.label}</div>
              {group.entries.map((entry) => (
                <NavLink key={entry.path} to={entry.path} end={entry.path === '/'} onClick={() => setMenuOpen(false)}>
                  {entry.label}
                </NavLink>
              ))}
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1} {...usePrefetch()}>
        <LeaveGuards />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
