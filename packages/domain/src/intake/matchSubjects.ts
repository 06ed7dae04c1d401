import { nearestNames } from '../divisions/nearestNames.ts'
import { placeKey } from '../divisions/placeKey.ts'

interface Named {
  readonly subject: string
  readonly name: string
}

/** The subject that a sheet names, by its name or code; otherwise in Chinese what is wrong, with the nearest names. */
export function matchSubjects(
  subjects: readonly Named[],
  /** Among whom it looks, in words. */
  among = '参评单位',
): (written: string) => Named | string {
  const byKey = new Map<string, Named | null>()
  for (const subject of subjects) {
    const key = placeKey(subject.name)
    byKey.set(key, byKey.has(key) ? null : subject)
  }
  const byCode = new Map(subjects.map((subject) => [subject.subject, subject]))
  return (written) => {
    const found = byKey.get(placeKey(written))
    const subject = found ?? byCode.get(written.trim())
    if (subject !== undefined) return subject
    if (found === null) return `有几个“${written}”；请改写代码`
    const near = nearestNames(
      written,
      subjects.map(({ name }) => name),
    ).map((name) => `“${name}”`)
    return `${among}里没有“${written}”${near.length === 0 ? '' : `，相近的有${near.join('、')}`}；请改正名称`
  }
}
