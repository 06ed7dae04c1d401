import type { Criterion, HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/**
 * Everything that an application answers one by one: the criteria, and 负面清单 of the type, of which each entry has to be denied.
 * Where one occurred, the unit is out.
 */
export const askedCriteria = ({
  criteria,
  negativeList = [],
}: Pick<HonourType, 'criteria' | 'negativeList'>): readonly Criterion[] => [
  ...criteria,
  ...negativeList.map((entry, at) => ({
    code: `negative-${at + 1}`,
    name: `无负面清单情形：${entry}`.slice(0, 40),
    clause: `负面清单：${entry}。发生的不得申报，已命名的按规定撤销`,
    evidence: 'none' as const,
  })),
]
