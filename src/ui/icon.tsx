import { raw } from 'hono/html'

/** Strokes on a 24 × 24 grid; drawn for this product. */
const strokes = {
  check: 'm5 12.5 4.5 4.5L19 7',
  'check-circle': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9.300 2.800 2.700L16 9.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3 2',
  alarm: 'M12 6a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Zm0 3.5V14h3M3 6.5 6.5 3M21 6.5 17.5 3',
  return: 'M9 14 4.5 9.5 9 5M5 9.5h9.5a5 5 0 0 1 0 10H11',
  paper: 'M14 3v5h5M7 3h7l5 5v11a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm2 10h6M9 17h4',
  behalf:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3 20c0-3 2.5-5 6-5 1.5 0 2.800.4 3.800 1M15 18l2 2 4-4.5',
  minus: 'M6 12h12',
  dots: 'M6 12h.1M12 12h.1M18 12h.1',
  crossed: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM6 18 18 6',
  plus: 'M12 5v14M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5M12 7.800v.1',
  warning: 'M12 4 2.800 19.5h18.400L12 4Zm0 6v4.5M12 17v.1',
  calendar:
    'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM8 3v4M16 3v4M4 10h16M8 14h.1M12 14h.1M16 14h.1',
  megaphone:
    'M18 5.5v12L9 14H5a1.5 1.5 0 0 1-1.5-1.5v-2A1.5 1.5 0 0 1 5 9h4l9-3.5ZM8 14v4a1.5 1.5 0 0 0 3 0v-3M18 9.5a2.200 2.200 0 0 1 0 4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  'chevron-left': 'm14.5 6-6 6 6 6',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  'arrow-left': 'M19 12H5M11 6l-6 6 6 6',
  'arrow-up': 'M12 19V5M6 11l6-6 6 6',
  'arrow-down': 'M12 5v14M6 13l6 6 6-6',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  upload: 'M12 16V5M7 9.5l5-5 5 5M4.5 20h15',
  print:
    'M7 9V3.5h10V9M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 5 9h14a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 19 17h-2M7 14h10v6.5H7V14Z',
  edit: 'M4 20h4L19 9a2.5 2.5 0 0 0-3.600-3.600L4.5 16.300 4 20ZM13.5 7.5l3.5 3.5',
  trash: 'M4.5 7h15M10 11v6M14 11v6M6 7l1 12a1.5 1.5 0 0 0 1.5 1.5h7A1.5 1.5 0 0 0 17 19l1-12M9 7V4.5h6V7',
  lock: 'M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11ZM8 11V8a4 4 0 0 1 8 0v3',
  flag: 'M5 21V4M5 5c3.5-2.5 6.5 2 14 0-1.5 3-1.5 5.5 0 9-7.5 2-10.5-2.5-14 0',
  star: 'm12 3.5 2.600 5.5 6 .8-4.400 4.200 1.100 6-5.300-2.900L6.700 20l1.100-6L3.400 9.800l6-.8L12 3.5Z',
  trophy:
    'M8 4h8v6a4 4 0 0 1-8 0V4ZM8 6H4.5c0 3 1.200 5 3.700 5.5M16 6h3.5c0 3-1.200 5-3.700 5.5M12 14v4M8.5 20.5h7M10 18h4v2.5h-4z',
  users:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3 20c0-3 2.5-5 6-5s6 2 6 5M16 5.300a3.5 3.5 0 0 1 0 6.5M17.5 15.300c2.200.6 3.5 2.300 3.5 4.700',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM5 20.5c0-3.300 3-5.5 7-5.5s7 2.200 7 5.5',
  building: 'M5 21V5.5L13 3v18M13 8.5l6 2V21M3 21h18M8.5 8v.1M8.5 12v.1M8.5 16v.1M16 14v.1M16 17.5v.1',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1',
  tasks: 'm3.5 6.5 1.5 1.5L8 5M3.5 13l1.5 1.5L8 11.5M11.5 7H20M11.5 13.5H20M4 19.5h16',
  chart: 'M4 20h16M6.5 16v-4M11 16V6M15.5 16v-7M20 16V4',
  mail: 'M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6ZM3.5 7l8.5 6 8.5-6',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  external:
    'M11 6H6.5A1.5 1.5 0 0 0 5 7.5v10A1.5 1.5 0 0 0 6.5 19h10a1.5 1.5 0 0 0 1.5-1.5V13M14 4.5h5.5V10M19 5l-8.5 8.5',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.5 9h17M3.5 15h17M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  'sign-out':
    'M14 8V5.5A1.5 1.5 0 0 0 12.5 4h-6A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20h6a1.5 1.5 0 0 0 1.5-1.5V16M10 12h11M18 9l3 3-3 3',
  settings:
    'M4 7h8M17 7h3M4 17h3M12 17h8M14.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM9.5 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  attach:
    'm19 11-7.5 7.5a4.5 4.5 0 0 1-6.400-6.400L12.5 5a3 3 0 0 1 4.300 4.300L9.5 16.5a1.5 1.5 0 0 1-2.100-2.100L14 8',
  bell: 'M10 19.5a2 2 0 0 0 4 0M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1h-15l1.5-1Z',
  eye: 'M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM2.5 12C5 8 8 6 12 6s7 2 9.5 6c-2.5 4-5.5 6-9.5 6s-7-2-9.5-6Z',
  refresh: 'M20 11a8 8 0 0 0-14.5-3.5L4 9M4 4.5V9h4.5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 19.5V15h-4.5',
  history: 'M12 8v4.5l3 2M3.5 11a8.600 8.600 0 1 1 .6 4.5M3.5 6v5h5',
  scale:
    'M12 4v16M7.5 20.5h9M5 7l7-2 7 2M5 7l-3 7c1.800 1.600 4.200 1.600 6 0L5 7ZM19 7l-3 7c1.800 1.600 4.200 1.600 6 0l-3-7Z',
  ballot: 'M4 12.5h16V20H4v-7.5ZM8 12.5V4h8v8.5M10.5 8l1.200 1.200L14 7M8 16.300h8',
  send: 'M20.5 3.5 3.5 10l7 3.5 3.5 7 6.5-17ZM10.5 13.5l4-4',
  copy: 'M9.5 8h9A1.5 1.5 0 0 1 20 9.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 8 18.5v-9A1.5 1.5 0 0 1 9.5 8ZM16 8V5.5A1.5 1.5 0 0 0 14.5 4h-9A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16H8',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .8-1 1.700M12 16.800v.1',
  folder:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5H9l2.5 3h7A1.5 1.5 0 0 1 20 9.5v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11Z',
  sign: 'M4 20.5h16M5 16c3-1 5.5-4 7-7.5 1-2.5-.5-4.5-2-3.5-2.5 1.5-2 9 .5 10 1.5.6 2.5-2 3.5-2s.5 2 2 2 2-1 3-1',
  target: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 12v.1',
  swap: 'M4 9h14M14 5l4 4-4 4M20 15H6M10 11l-4 4 4 4',
} as const

/** Names of the icons there are. */
export type IconName = keyof typeof strokes

/** Every icon name, for the gallery. */
export const iconNames = Object.keys(strokes) as IconName[]

type IconProps = {
  name: IconName
  size?: 14 | 16 | 18 | 20 | 24 | 32 | 40
  /** Read aloud; without it the icon is decoration beside a word. */
  label?: string
}

/** Pages hold hundreds of icons, so the text of each is made once. */
const drawn = new Map<string, ReturnType<typeof raw>>()

/** A line icon in the colour of the text around it. */
export function Icon({ name, size = 18, label }: IconProps) {
  if (label) {
    return (
      <span class="gu-icon-labelled" role="img" aria-label={label}>
        {drawing(name, size)}
      </span>
    )
  }
  return <>{drawing(name, size)}</>
}

function drawing(name: IconName, size: number) {
  const key = `${name} ${size}`
  const known = drawn.get(key)
  if (known) return known
  const svg = raw(
    `<svg class="gu-icon" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true"><path d="${strokes[name]}"/></svg>`,
  )
  drawn.set(key, svg)
  return svg
}
