import { expect, it } from 'vitest'
import { batch, factOf, idOf, notice } from '../projector/sampleFacts.ts'
import { ORIGIN, siteOf, textOf } from './publishedSite.ts'
import { NAMED, NOTICE, publishedFacts } from './sampleTitles.ts'

it('the feed tells each notice once, each naming once, the newest first, and nothing before its first day', async () => {
  const coming = idOf('99', 30)
  const site = await siteOf([
    ...publishedFacts,
    factOf(
      'batch',
      coming,
      1,
      'NoticeOpened',
      batch(coming, { status: 'on-notice', notice: { ...notice, startsOn: '2026-12-20', endsOn: '2026-12-26' } }),
    ),
  ])
  const text = await textOf(site, '/feed.xml')
  const ids = [...text.matchAll(/<id>tag:gongkai\.example\.cn,2026:(\w+):([^<]+)<\/id>/g)].map(([, what, id]) => [
    what,
    id,
  ])
  expect(ids[0]).toEqual(['notice', NOTICE])
  expect(ids).toContainEqual(['naming', NAMED])
  expect(ids).toHaveLength(4)
  expect(text).not.toContain(coming)
  expect(text).toContain(`<link href="${ORIGIN}/titles?batch=${NAMED}"/>`)
  expect(text).toContain('平安办〔2026〕12号')
})

it('the feed is well-formed whatever a list is called', async () => {
  const name = '“甲&乙”<script>]]>\u0001名单'
  const facts = [
    ...publishedFacts.slice(0, 1),
    factOf('batch', NOTICE, 1, 'NoticeOpened', batch(NOTICE, { name, status: 'on-notice', notice })),
  ]
  const text = await textOf(await siteOf(facts), '/feed.xml')
  expect(text).toContain('“甲&amp;乙”&lt;script&gt;]]&gt;')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
  expect(text).not.toMatch(/[\u0000-\u0008]|&(?!amp;|lt;|gt;|quot;)/)
})
