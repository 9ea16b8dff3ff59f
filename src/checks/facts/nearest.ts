/** How many letters have to be put in, taken out, changed or swapped with their neighbour to make one word of the other. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swapped ? (before[j - 2] ?? 0) + 1 : Infinity))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

const tooLong = 40

/** The name that somebody most likely meant, if one is near; case does not count. */
export function nearest(word: string, names: readonly string[], most: number): string | undefined {
  if (word.length > tooLong) return undefined
  const small = word.toLowerCase()
  // Each letter more or less counts, so most names are ruled out by their length.
  const [best] = names.flatMap(name => {
    const other = name.toLowerCase()
    return Math.abs(other.length - small.length) <= most ? [{ name, far: distance(small, other) }] : []
  }).toSorted((a, b) => a.far - b.far)
  return best && best.far <= most ? best.name : undefined
}
