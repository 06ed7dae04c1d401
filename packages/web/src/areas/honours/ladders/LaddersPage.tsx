import { Navigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { Planner } from './Planner.tsx'

/** A county's planner; who fills in for a unit comes to that unit's own ladder. */
export default function LaddersPage() {
  const me = useMe()
  const [own] = me.units ?? []
  return own !== undefined && !mayCall(me.roles, OPERATIONS.getPlanner) ? (
    <Navigate to={`/ladders/${own.id}`} replace />
  ) : (
    <Planner />
  )
}
