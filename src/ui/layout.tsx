import type { Child } from 'hono/jsx'
import { Alert } from './alert.tsx'
import { type AssetName, assetUrl } from './assets.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { ContextBar } from './context-bar.tsx'
import { Header } from './header.tsx'
import { Icon } from './icon.tsx'
import { LanguageContext } from './language.ts'
import { type Crumb, type FrameLinks, frameLinks, type PageFrame } from './page-frame.ts'
import { uiMessages } from './ui.messages.ts'

type LayoutProps = {
  frame: PageFrame
  title: string
  breadcrumb?: Crumb[]
  /** Uses the whole width: wide tables and the hall's screen. */
  wide?: boolean
  /** One sentence for search engines and link previews; public pages have it. */
  description?: string
  /** Further scripts among the built ones, e.g. `htmx-sse.js` for live pages. */
  scripts?: AssetName[]
  /** Seconds until the page loads itself again: while something it shows is under way. */
  refresh?: number
  children?: Child
}

/** The frame of every page: head, header, bloc and year, message, content, footer. */
export function Layout(props: LayoutProps) {
  const { frame, title, breadcrumb, wide, description, scripts = [], refresh, children } = props
  const ui = uiMessages[frame.lang]
  const links: FrameLinks = { ...frameLinks, ...frame.links }
  const reader = frame.user ? 'gu-signed-in' : 'gu-public'
  return (
    <LanguageContext.Provider value={frame.lang}>
      <html lang={frame.lang} data-bs-theme={frame.theme === 'auto' ? undefined : frame.theme}>
        <Head {...{ frame, title, description, scripts, refresh }} />
        <body class={wide ? `${reader} gu-wide` : reader}>
          <a class="gu-skip" href="#noi-dung">
            {ui.skipToContent}
          </a>
          <Header frame={frame} links={links} />
          <ContextBar frame={frame} />
          <main id="noi-dung" class="gu-container" tabindex={-1}>
            {breadcrumb ? <Breadcrumb crumbs={breadcrumb} /> : null}
            {frame.flash ? <FlashMessage flash={frame.flash} /> : null}
            {children}
          </main>
          <Footer links={links} frame={frame} />
        </body>
      </html>
    </LanguageContext.Provider>
  )
}

function Head({
  frame,
  title,
  description,
  scripts,
  refresh,
}: Required<Pick<LayoutProps, 'frame' | 'title' | 'scripts'>> & { description?: string; refresh?: number }) {
  const brand = uiMessages[frame.lang].brand
  const own: AssetName[] = frame.user ? ['htmx.js', ...scripts, 'app.js'] : [...scripts]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {refresh ? <meta http-equiv="refresh" content={String(refresh)} /> : null}
      <title>{title === brand ? brand : `${title} · ${brand}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      <meta name="color-scheme" content={frame.theme === 'auto' ? 'light dark' : frame.theme} />
      <meta name="theme-color" content="#c3161c" />
      {/* htmx would write a style element of its own, which the content policy forbids. */}
      <meta name="htmx-config" content='{"includeIndicatorCSS":false}' />
      <link rel="icon" type="image/svg+xml" href={assetUrl('favicon.svg')} />
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        href={assetUrl('text-400.woff2')}
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        href={assetUrl('text-700.woff2')}
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={assetUrl('app.css')} />
      {own.map((name) => (
        <script src={assetUrl(name)} defer />
      ))}
    </head>
  )
}

function FlashMessage({ flash }: { flash: NonNullable<PageFrame['flash']> }) {
  return (
    <Alert tone={flash.kind === 'error' ? 'danger' : flash.kind} live>
      {flash.text}
    </Alert>
  )
}

function Footer({ links, frame }: { links: FrameLinks; frame: PageFrame }) {
  const ui = uiMessages[frame.lang]
  return (
    <footer class="gu-footer">
      <div class="gu-container">
        <p class="gu-footer-about">
          <strong>{ui.brand}</strong> {ui.footerAbout}
        </p>
        <ul class="gu-footer-links">
          <li>
            <a href={links.guide}>{ui.footerGuide}</a>
          </li>
          <li>
            <a href={links.verify}>{ui.footerVerify}</a>
          </li>
        </ul>
        <Preferences frame={frame} links={links} />
      </div>
    </footer>
  )
}

function Preferences({ frame, links }: { frame: PageFrame; links: FrameLinks }) {
  const ui = uiMessages[frame.lang]
  const back = encodeURIComponent(frame.path)
  const themes = [
    { theme: 'light', icon: 'sun' },
    { theme: 'dark', icon: 'moon' },
    { theme: 'auto', icon: 'settings' },
  ] as const
  return (
    <ul class="gu-choices" aria-label={ui.theme}>
      {themes.map(({ theme, icon }) => (
        <li>
          <a
            href={`${links.preferences}?theme=${theme}&ve=${back}`}
            aria-current={frame.theme === theme ? 'true' : undefined}
            rel="nofollow"
          >
            <Icon name={icon} size={16} /> {ui.themeName[theme]}
          </a>
        </li>
      ))}
    </ul>
  )
}
