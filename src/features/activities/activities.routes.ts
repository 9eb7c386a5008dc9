import { type Ask, keyParam, mayHere, param, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, type Place, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { movementTabs } from '../../http/movement-tabs.ts'
import { inYear } from '../../http/places.ts'
import { addActivity, recordParticipation, reviseActivity } from './activities.actions.ts'
import { addForm, partsForm, reviseForm } from './activities.forms.ts'
import { activitiesEvents, activitiesFaults, activitiesWords } from './activities.messages.ts'
import { ActivitiesPage, ActivityFormPage } from './activities.page.tsx'
import { activitiesPaths, activitiesRoutes } from './activities.paths.ts'
import { type ActivityRow, findActivity, listActivities, listParts } from './activities.store.ts'
import { ActivityPage } from './activity.page.tsx'

/** Below an activity of the year. */
const ofActivity: Place = async (ask) => {
  const place = await inYear(ask)
  const key = keyParam(ask, 'activity')
  const activity = key ? await findActivity(ask.db, key) : undefined
  return activity && activity.blocYearId === place?.blocYear?.id ? place : undefined
}

export const activities: Feature = {
  name: 'activities',
  faults: activitiesFaults,
  events: activitiesEvents,
  routes: [
    page({ path: activitiesRoutes.list, permission: 'year.read', place: inYear, show: showActivities }),
    page({ path: activitiesRoutes.add, permission: 'activity.manage', place: inYear, show: showAdd }),
    write({
      path: activitiesRoutes.add,
      permission: 'activity.manage',
      audit: 'activity.added',
      place: inYear,
      action: addActivity,
      read: (ask, body) => {
        const form = parseForm(addForm, body)
        return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id } } : form
      },
      next: (ask, { activityId }) => pathsOf(ask).show(activityId),
      said: (ask) => activitiesWords(ask.lang).added,
      again: showAdd,
    }),
    page({ path: activitiesRoutes.show, permission: 'year.read', place: ofActivity, show: showActivity }),
    write({
      path: activitiesRoutes.show,
      permission: 'activity.manage',
      audit: 'activity.participation_recorded',
      place: ofActivity,
      action: recordParticipation,
      read: (ask, body) => {
        const form = parseForm(partsForm, body)
        return form.ok ? { ok: true, value: { ...form.value, activityId: param(ask, 'activity') } } : form
      },
      next: (ask, { activityId }) => pathsOf(ask).show(activityId),
      said: (ask) => activitiesWords(ask.lang).partsSaved,
      again: showActivity,
    }),
    page({
      path: activitiesRoutes.revise,
      permission: 'activity.manage',
      place: ofActivity,
      show: showRevise,
    }),
    write({
      path: activitiesRoutes.revise,
      permission: 'activity.manage',
      audit: 'activity.revised',
      place: ofActivity,
      action: reviseActivity,
      read: (ask, body) => {
        const form = parseForm(reviseForm, body)
        return form.ok ? { ok: true, value: { ...form.value, activityId: param(ask, 'activity') } } : form
      },
      next: (ask, { activityId }) => pathsOf(ask).show(activityId),
      said: (ask) => activitiesWords(ask.lang).revised,
      again: showRevise,
    }),
  ],
}

function pathsOf(ask: Ask) {
  const year = yearOf(ask)
  return activitiesPaths(year.bloc.slug, year.year)
}

async function showActivities(ask: Ask) {
  return ActivitiesPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    tabs: movementTabs(ask, 'activities'),
    activities: await listActivities(ask.db, yearOf(ask).id),
    mayManage: mayHere(ask, 'activity.manage'),
  })
}

function showAdd(ask: Ask, again?: FormAgain) {
  return Promise.resolve(ActivityFormPage({ frame: frameOf(ask), paths: pathsOf(ask), again }))
}

async function showRevise(ask: Ask, again?: FormAgain) {
  const activity = await activityOf(ask)
  return ActivityFormPage({ frame: frameOf(ask), paths: pathsOf(ask), activity, again })
}

async function showActivity(ask: Ask, again?: FormAgain) {
  const activity = await activityOf(ask)
  const parts = await listParts(ask.db, activity.id)
  return ActivityPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    activity,
    rows: yearOf(ask).members.map((unit) => ({
      unit,
      part: parts.find((part) => part.unitId === unit.id),
      mine: unitIdsOf(ask).includes(unit.id),
    })),
    mayManage: mayHere(ask, 'activity.manage'),
    again,
  })
}

/** The activity of the address; its place has found it. */
async function activityOf(ask: Ask): Promise<ActivityRow> {
  const activity = await findActivity(ask.db, param(ask, 'activity'))
  if (!activity) throw new Error('The place of this route finds the activity')
  return activity
}
