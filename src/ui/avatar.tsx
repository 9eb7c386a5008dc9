/** Initials in a circle; the name stands beside it or in `label`. */
export function Avatar({
  initials,
  label,
  size,
}: {
  initials: string
  label?: string
  size?: 'small' | 'large'
}) {
  const className = size ? `gu-avatar gu-avatar-${size}` : 'gu-avatar'
  if (label) {
    return (
      <span class={className} role="img" aria-label={label}>
        {initials}
      </span>
    )
  }
  return (
    <span class={className} aria-hidden="true">
      {initials}
    </span>
  )
}

/** First letters of the family name and the given name: "Nguyễn Thị Minh Hà" → "NH". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? ''
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return `${first}${last}`.toLocaleUpperCase('vi')
}
