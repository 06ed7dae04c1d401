import { DisputeMapping, type SystemMapping } from './disputeMapping.ts'
import example from './typicalSystems.json' with { type: 'json' }

/**
 * 四种常见导出格式: the layouts of four invented but typical systems, ready before anybody maps anything. A province or a county that
 * gets other columns writes its own in their place.
 */
export const TYPICAL_SYSTEMS: readonly SystemMapping[] = DisputeMapping.parse(example).systems
