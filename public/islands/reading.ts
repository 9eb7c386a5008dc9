// Confirming what was read with the keys under the fingers: j and k move, a takes, x drops. Without it: Tab and space.
const facts = [...document.querySelectorAll<HTMLElement>('[data-fact]')]
const count = document.querySelector<HTMLOutputElement>('[data-taken]')
const boxes = facts.flatMap((fact) => fact.querySelector<HTMLInputElement>('input[type=checkbox]') ?? [])

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
  if (event.key === 'j') move(1)
  else if (event.key === 'k') move(-1)
  else if (event.key === 'a') take(true)
  else if (event.key === 'x') take(false)
  else return
  event.preventDefault()
})
document.addEventListener('change', showCount)

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  )
}

function here(): number {
  return facts.findIndex((fact) => fact.contains(document.activeElement))
}

function move(by: number): void {
  const to = Math.min(Math.max(here() + by, 0), facts.length - 1)
  boxes[to]?.focus()
  facts[to]?.scrollIntoView({ block: 'nearest' })
}

/** Decides the figure one is at and goes on to the next. */
function take(taken: boolean): void {
  const box = boxes[Math.max(here(), 0)]
  if (!box) return
  if (box.checked !== taken) {
    box.checked = taken
    box.dispatchEvent(new Event('input', { bubbles: true }))
    box.dispatchEvent(new Event('change', { bubbles: true }))
  }
  box.focus()
  move(1)
}

/** The sentence keeps its words; only its first number changes. */
function showCount(): void {
  if (!count) return
  const taken = boxes.filter((box) => box.checked).length
  count.value = count.value.replace(/\d+/, String(taken))
}
