/** One measured figure, printed as one JSON line. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** How many runs stand behind it. */
  readonly n: number
  readonly p50?: number
  readonly p95?: number
  readonly p99?: number
  readonly note: string
}

/** A figure from single timings in milliseconds: the value is their median. */
export function timings(name: string, samples: readonly number[], note: string): Figure {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return {
    name,
    value: at(0.5),
    unit: 'ms',
    n: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    note,
  }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
