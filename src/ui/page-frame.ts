import type { Lang, Theme } from './ui.messages.ts'
import type { YearStation } from './year-path.tsx'

/** One entry of the main menu. */
export type NavItem = { label: string; href: string; current?: boolean; count?: number }

/** One step of the way from the front page to this page; the last one has no address. */
export type Crumb = { label: string; href?: string }

/** A year one can switch to; `note` is its state in words. */
export type YearChoice = { year: number; href: string; current?: boolean; note?: string }

/** A message shown once after an action. */
export type Flash = { kind: 'success' | 'info' | 'warning' | 'error'; text: string }

/** Addresses the frame links to. */
export type FrameLinks = {
  home: string
  toDo: string
  account: string
  signIn: string
  signOut: string
  guide: string
  verify: string
  /** Takes `?lang=` or `?theme=` and `&ve=` (the page to come back to). */
  preferences: string
}

/** Addresses used when the page names no others. */
export const frameLinks: FrameLinks = {
  home: '/',
  toDo: '/viec-can-lam',
  account: '/tai-khoan',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  guide: '/huong-dan',
  verify: '/kiem-tra-van-ban',
  preferences: '/tuy-chon',
}

/** Everything around a page that does not depend on the page itself; filled by the http layer. */
export type PageFrame = {
  lang: Lang
  theme: Theme
  /** Address of this page, to come back to after a change of language or appearance. */
  path: string
  user?: { name: string; roleLabel: string; initials: string; unitName?: string }
  todoCount?: number
  nav: readonly NavItem[]
  bloc?: {
    name: string
    shortName: string
    provinceName: string
    href?: string
    /** The province is a guess. */
    inferred?: boolean
    /** The whole year is filled in by the demo. */
    illustrative?: boolean
    years: readonly YearChoice[]
  }
  yearPath?: { stations: readonly YearStation[]; href?: string }
  flash?: Flash
  csrf?: string
  links?: Partial<FrameLinks>
}
