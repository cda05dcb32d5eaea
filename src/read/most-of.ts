/** The largest of the numbers, or `otherwise` if it is larger. Unlike `Math.max(...)` it takes any count of them. */
export function mostOf(numbers: number[], otherwise = Number.NEGATIVE_INFINITY): number {
  return numbers.reduce((most, number) => Math.max(most, number), otherwise);
}

/** The smallest of the numbers, or `otherwise` if it is smaller. */
export function leastOf(numbers: number[], otherwise = Number.POSITIVE_INFINITY): number {
  return numbers.reduce((least, number) => Math.min(least, number), otherwise);
}
