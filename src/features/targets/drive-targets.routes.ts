import { type Ask, keyOrNone, keyParam, param } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { unitScope } from '../../scopes/scopes.store.ts'
import { listIndicators } from './indicators.store.ts'
import { ChangeTargetPage, type FormLinks, TargetFormPage } from './target-form.page.tsx'
import { changeTarget, setTarget, withdrawTarget } from './targets.actions.ts'
import { changeForm, targetForm, withdrawForm } from './targets.forms.ts'
import { targetsWords } from './targets.messages.ts'
import { driveTargetsPaths } from './targets.paths.ts'
import { findMovement, findTarget, listVersions, type MovementRow } from './targets.store.ts'

const { route } = driveTargetsPaths

/** The unit that owns a special drive still under way: its targets are the unit's own thing. */
const ofDriveOwner: Place = async (ask) => {
  const key = keyParam(ask, 'movement')
  const drive = key ? await findMovement(ask.db, key) : undefined
  if (drive?.kind !== 'special' || drive.unitId === null || drive.state === 'closed') return undefined
  const scope = await unitScope(ask.db, drive.unitId)
  return scope && { scope }
}

/** Targets of a special drive: entered, changed with a reason, taken out. */
export const driveTargetRoutes: readonly Route[] = [
  page({ path: route.enter, permission: 'target.write', place: ofDriveOwner, show: showEnter }),
  write({
    path: route.enter,
    permission: 'target.write',
    audit: 'target.set',
    place: ofDriveOwner,
    action: setTarget,
    read: (ask, body) => {
      const form = parseForm(targetForm, body)
      return form.ok ? { ok: true, value: { ...form.value, ...placeOf(ask), version: 0 } } : form
    },
    next: backToDrive,
    said: (ask) => targetsWords(ask.lang).saved,
    again: showEnter,
  }),
  page({ path: route.change, permission: 'target.write', place: ofDriveOwner, show: showChange }),
  write({
    path: route.change,
    permission: 'target.write',
    audit: 'target.changed',
    place: ofDriveOwner,
    action: changeTarget,
    read: (ask, body) => {
      const form = parseForm(changeForm, body)
      return form.ok ? { ok: true, value: { ...form.value, ...placeOf(ask) } } : form
    },
    next: backToDrive,
    said: (ask) => targetsWords(ask.lang).changed,
    again: showChange,
  }),
  write({
    path: route.withdraw,
    permission: 'target.write',
    audit: 'target.withdrawn',
    place: ofDriveOwner,
    action: withdrawTarget,
    read: (ask, body) => {
      const form = parseForm(withdrawForm, body)
      return form.ok ? { ok: true, value: { ...form.value, ...placeOf(ask) } } : form
    },
    next: backToDrive,
    said: (ask) => targetsWords(ask.lang).withdrawn,
    again: showChange,
  }),
]

function placeOf(ask: Ask) {
  return { blocYearId: null, unitId: ask.scope.unitId ?? null, movementId: keyOrNone(ask, 'movement') }
}

function backToDrive(ask: Ask): string {
  return driveTargetsPaths.at(param(ask, 'movement')).show
}

async function showEnter(ask: Ask, again?: FormAgain) {
  const drive = await driveOf(ask)
  return TargetFormPage({ ...(await partsOf(ask, drive, again)), target: undefined, versions: [] })
}

async function showChange(ask: Ask, again?: FormAgain) {
  const drive = await driveOf(ask)
  const key = keyParam(ask, 'target')
  const target = key ? await findTarget(ask.db, key) : undefined
  if (target?.movementId !== drive.id || target.state !== 'current') return ask.c.notFound()
  return ChangeTargetPage({
    ...(await partsOf(ask, drive, again)),
    target,
    versions: await listVersions(ask.db, target),
    asksConsent: false,
    lead: targetsWords(ask.lang).changeInDrive,
    mayWithdraw: true,
  })
}

async function partsOf(ask: Ask, drive: MovementRow, again: FormAgain | undefined) {
  const at = driveTargetsPaths.at(drive.id)
  const links: FormLinks = {
    crumbs: [
      { label: targetsWords(ask.lang).drives, href: at.drives },
      { label: drive.title, href: at.show },
    ],
    back: at.show,
    enter: at.enter,
    catalogue: null,
    change: at.change,
    withdraw: at.withdraw,
  }
  return {
    frame: frameOf(ask),
    links,
    name: drive.title,
    indicators: await listIndicators(ask.db, drive.provinceId),
    onBehalf: false,
    again,
  }
}

/** The drive of the address; its place has found it. */
async function driveOf(ask: Ask): Promise<MovementRow> {
  const drive = await findMovement(ask.db, param(ask, 'movement'))
  if (!drive) throw new Error('The place of this route finds the drive')
  return drive
}
