import type { DataItem, Finding, Scheme, SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { isTyped } from './isTyped.ts'
import { definitionKey, itemNameKey } from './itemNameKey.ts'

const RELIEF = '《整治形式主义为基层减负若干规定》（2024年7月30日批准，2025年8月公布）'
const APPS = '《关于防治“指尖上的形式主义”的若干意见》（2023年12月）'

/** A rule of the centre on what the grassroots may be asked, in our own words, with where it stands. */
export interface BurdenRule {
  /** As the integrity check calls it. */
  readonly check: string
  readonly says: string
  readonly source: string
  /** `bars`: the rule says that it must not be; `warns`: it says less of it, and a person weighs it. */
  readonly effect: 'bars' | 'warns'
}

/** 减负规定: every rule that the meter looks at, also those that a scheme keeps. */
export const BURDEN_RULES: readonly BurdenRule[] = [
  {
    check: 'burden-relief.press-coverage',
    says: '不得把新闻宣传、媒体发稿作为考核内容',
    source: RELIEF,
    effect: 'bars',
  },
  { check: 'burden-relief.leaders-comments', says: '不得把领导批示作为考核内容', source: RELIEF, effect: 'bars' },
  { check: 'burden-relief.traces', says: '不得以照片、截图等留痕作为工作依据', source: RELIEF, effect: 'bars' },
  {
    check: 'burden-relief.app-activity',
    says: '不得以打卡、积分、在线时长、点击转发等作为考核内容',
    source: APPS,
    effect: 'bars',
  },
  {
    check: 'burden-relief.asked-twice',
    says: '同一数据只报一次',
    source: '基层减负关于同类材料至多报送一次的要求',
    effect: 'bars',
  },
  {
    check: 'burden-relief.other-form',
    says: '别的表已经要的，不再要基层另报',
    source: '基层减负关于同类材料至多报送一次的要求',
    effect: 'warns',
  },
  { check: 'burden-relief.frequent', says: '不得频繁要求基层填表报数', source: RELIEF, effect: 'warns' },
]

const RULES = new Map(BURDEN_RULES.map((rule) => [rule.check, rule]))

/**
 * What bars a publication by these rules. Only then: a scheme that is in force already goes on being scored, and says so as a
 * warning wherever it is checked.
 */
export const raisedByRules = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => {
    const rule = RULES.get(finding.check)
    if (rule === undefined) return finding
    return {
      ...finding,
      severity: rule.effect === 'bars' ? 'error' : finding.severity,
      message: `${finding.message}；依据：${rule.source}`,
    }
  })

/** 乡镇 and below: whom the rules mean by the grassroots. */
const GRASSROOTS: ReadonlySet<SubjectKind> = new Set([
  'township',
  'village',
  'community',
  'grid',
  'post',
  'justice-office',
  'police-station',
  'governance-center',
  'school',
  'hospital',
])

/** What the scheme's data items break of these rules by themselves. */
export function askedFindings({ items, subjectKind }: Pick<Scheme, 'items' | 'subjectKind'>): readonly Finding[] {
  const asked = items.filter((item) => item.filledBy === 'subject' && isTyped(item))
  const monthly = asked.filter(({ period }) => period === 'month')
  const twice = new Map<string, DataItem>()
  const findings: Finding[] = []
  for (const item of asked) {
    const key = questionKey(item)
    const first = twice.get(key)
    if (first === undefined) twice.set(key, item)
    else
      findings.push({
        severity: 'error',
        check: 'burden-relief.asked-twice',
        node: item.code,
        message: `数据项“${item.name}”（${item.code}）与“${first.name}”（${first.code}）问的是同一件事，只报一次；请让各指标共用一项`,
      })
  }
  if (GRASSROOTS.has(subjectKind) && monthly.length > 0)
    findings.push({
      severity: 'warning',
      check: 'burden-relief.frequent',
      node: monthly[0]?.code ?? '',
      message: `要求${SUBJECT_KIND_NAMES[subjectKind]}按月填报${monthly.length}项（${monthly
        .slice(0, 3)
        .map(({ name }) => name)
        .join('、')}${monthly.length > 3 ? '等' : ''}），请改为按季、按年，或从台账取数`,
    })
  return findings
}

/** The same for two items that ask one thing of the same unit: one entry of the catalogue, or name, unit and definition alike. */
const questionKey = ({ fromCatalogue, name, unit, definition, period }: DataItem): string =>
  fromCatalogue === undefined
    ? `own ${itemNameKey(name)} ${unit} ${definitionKey(definition)} ${period}`
    : `catalogue ${fromCatalogue.code} ${period}`
