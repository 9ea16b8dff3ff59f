const numbers = (release: string) => release.split('.').map(part => Number.parseInt(part, 10) || 0)

/** `4.9.4` comes before `5` and before `4.10`; what is not told counts as nothing. */
export function isBefore(release: string, other: string): boolean {
  const [a, b] = [numbers(release), numbers(other)]
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
