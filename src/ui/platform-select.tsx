import { isPlatform, platforms } from '../checks/platform/platforms.ts'
import { choosePlatform, useStore } from '../state/store.ts'
import { useDerived } from './derived.ts'

/** In whose words the commands are given. */
export function PlatformSelect() {
  const { recognised = 'other' } = useDerived()
  const chosen = useStore(state => state.platform)
  return (
    <label className="platform">
      Commands for{' '}
      <select value={chosen ?? recognised} onChange={({ target: { value } }) => choosePlatform(isPlatform(value) && value !== recognised ? value : undefined)}>
        {Object.entries(platforms).map(([id, title]) => (
          <option key={id} value={id}>
            {title}
            {id === recognised && id !== 'other' && ' (recognised)'}
          </option>
        ))}
      </select>
    </label>
  )
}
