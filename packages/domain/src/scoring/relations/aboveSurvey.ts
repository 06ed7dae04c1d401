import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { plainText } from '@anjie/kernel'
import { figureOf } from './figureOf.ts'
import type { RelationFigures, RelationRule } from './relation.ts'

type AboveSurvey = Extract<ItemCheck, { kind: 'above-survey' }>

/** 高于民调: nothing for whoever fills in, who does not see the survey before it is published; a question to reviewers. */
export const aboveSurvey: RelationRule<AboveSurvey> = {
  items: ({ item, surveyItem }) => [item, surveyItem],
  decide: () => null,
}

/** The question, or null: no reason to ask, or one of both is not there. */
export function askedAboveSurvey({ item, surveyItem, by }: AboveSurvey, figures: RelationFigures): string | null {
  const survey = figures.survey(surveyItem)
  const own = figureOf(figures.cell(item))
  const heard = survey === undefined ? null : figureOf(survey)
  if (own === null || heard === null || own.minus(heard).lte(by)) return null
  const unit = figures.unit(item)
  return `${figures.name(item)}填报${plainText(own)}${unit}，${figures.name(surveyItem)}为${plainText(heard)}${unit}，高出${plainText(own.minus(heard))}，两者口径和取样是否不同？`
}
