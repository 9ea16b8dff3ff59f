import { Counts } from './counts.tsx'
import { Findings } from './findings.tsx'
import { Glance } from './glance.tsx'
import { Next } from './next.tsx'

/** What follows from all that was pasted. */
export const Result = () => (
  <>
    <Findings />
    <div className="pair">
      <Glance />
      <Next />
    </div>
    <Counts />
  </>
)
