import { assetUrl } from './assets.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { useUi } from './language.ts'
import type { FrameLinks, NavItem, PageFrame } from './page-frame.ts'

/** Brand, main menu, what is to do, language, account; on a phone the menu unfolds without scripts. */
export function Header({ frame, links }: { frame: PageFrame; links: FrameLinks }) {
  const ui = useUi()
  return (
    <header class="gu-header">
      <div class="gu-container gu-header-row">
        <a class="gu-brand" href={links.home}>
          <img src={assetUrl('logo.svg')} alt="" width="30" height="30" />
          <span>{ui.brand}</span>
        </a>
        <nav class="gu-nav" aria-label={ui.mainMenu}>
          <NavList items={frame.nav} />
        </nav>
        <div class="gu-tools">
          {frame.user ? <ToDo count={frame.todoCount ?? 0} href={links.toDo} /> : null}
          <LanguageSwitch frame={frame} links={links} />
          {frame.user ? <AccountMenu frame={frame} links={links} /> : <SignIn href={links.signIn} />}
          <PhoneMenu frame={frame} links={links} />
        </div>
      </div>
    </header>
  )
}

function NavList({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count ? <span class="gu-count">{item.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

function ToDo({ count, href }: { count: number; href: string }) {
  const ui = useUi()
  return (
    <a class="gu-todo" href={href} aria-label={ui.toDoCount(count)}>
      <Icon name="tasks" size={18} />
      <span class="gu-todo-word">{ui.toDo}</span>
      {count > 0 ? <span class="gu-count">{count}</span> : null}
    </a>
  )
}

function LanguageSwitch({ frame, links }: { frame: PageFrame; links: FrameLinks }) {
  const ui = useUi()
  const back = encodeURIComponent(frame.path)
  return (
    <ul class="gu-language" aria-label={ui.language}>
      {(['vi', 'en'] as const).map((lang) => (
        <li>
          <a
            href={`${links.preferences}?lang=${lang}&ve=${back}`}
            hreflang={lang}
            lang={lang}
            rel="nofollow"
            title={ui.languageName[lang]}
            aria-current={frame.lang === lang ? 'true' : undefined}
          >
            {lang.toUpperCase()}
          </a>
        </li>
      ))}
    </ul>
  )
}

function SignIn({ href }: { href: string }) {
  const ui = useUi()
  return (
    <a class="btn btn-primary btn-sm gu-sign-in" href={href}>
      {ui.signIn}
    </a>
  )
}

function AccountMenu({ frame, links }: { frame: PageFrame; links: FrameLinks }) {
  const ui = useUi()
  const { user } = frame
  if (!user) return null
  return (
    <details class="gu-dropdown gu-account" name="gu-header-menu">
      <summary aria-label={ui.accountOf(user.name)}>
        <Avatar initials={user.initials} />
      </summary>
      <div class="gu-dropdown-panel gu-dropdown-right">
        <p class="gu-account-who">
          <strong>{user.name}</strong>
          <span>{user.roleLabel}</span>
          {user.unitName ? <span>{user.unitName}</span> : null}
        </p>
        <AccountActions frame={frame} links={links} />
      </div>
    </details>
  )
}

function AccountActions({ frame, links }: { frame: PageFrame; links: FrameLinks }) {
  const ui = useUi()
  return (
    <ul>
      <li>
        <a href={links.account}>
          <Icon name="user" /> {ui.myAccount}
        </a>
      </li>
      <li>
        <form method="post" action={links.signOut}>
          {frame.csrf ? <input type="hidden" name="csrf" value={frame.csrf} /> : null}
          <button type="submit">
            <Icon name="sign-out" /> {ui.signOut}
          </button>
        </form>
      </li>
    </ul>
  )
}

function PhoneMenu({ frame, links }: { frame: PageFrame; links: FrameLinks }) {
  const ui = useUi()
  if (frame.nav.length === 0) return null
  return (
    <details class="gu-dropdown gu-phone-menu" name="gu-header-menu">
      <summary aria-label={ui.menu}>
        <Icon name="menu" size={24} />
      </summary>
      <nav class="gu-dropdown-panel gu-dropdown-right" aria-label={ui.menu}>
        <NavList items={frame.nav} />
        <LanguageSwitch frame={frame} links={links} />
      </nav>
    </details>
  )
}
