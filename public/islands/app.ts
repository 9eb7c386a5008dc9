// Comfort for those who have JavaScript; every page also works without it.
warnBeforeLosingChanges()
closeMenusOnOutsideClick()
noticeScrollableTables()
moveToErrors()

function warnBeforeLosingChanges(): void {
  let changed = false
  document.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form[data-unsaved]') : null
    if (form) changed = true
  })
  document.addEventListener('submit', () => {
    changed = false
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}

function closeMenusOnOutsideClick(): void {
  const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.gu-dropdown[open]')
  document.addEventListener('click', (event) => {
    for (const menu of openMenus())
      if (!(event.target instanceof Node) || !menu.contains(event.target)) menu.open = false
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of openMenus()) {
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
  })
}

/** The sentence "drag sideways" is only true where something is hidden. */
function noticeScrollableTables(): void {
  const mark = () => {
    for (const box of document.querySelectorAll<HTMLElement>('.gu-table-scroll')) {
      box.classList.toggle('gu-fits', box.scrollWidth <= box.clientWidth + 1)
    }
  }
  mark()
  addEventListener('resize', mark)
  document.addEventListener('htmx:after:swap', mark)
}

function moveToErrors(): void {
  document.querySelector<HTMLElement>('.gu-error-summary')?.focus()
}
