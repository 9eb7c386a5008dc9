import { newsWarnings } from '../../domain/news/index.ts'
import { ok } from '../../domain/result.ts'
import { type Ask, mayHere, param, query, yearOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, type Place, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear, onSite } from '../../http/places.ts'
import { HomePage } from './home.page.tsx'
import { listConferenceChoices, listHomeBlocs } from './home.store.ts'
import {
  addPicture,
  approveNews,
  draftConferenceNews,
  editNews,
  publishNews,
  withdrawNews,
} from './news.actions.ts'
import { draftForm, editForm, pictureForm, withdrawForm } from './news.forms.ts'
import { newsEvents, newsFaults, newsWords } from './news.messages.ts'
import { newsPaths } from './news.paths.ts'
import {
  countView,
  findItem,
  findPublished,
  listOfYear,
  listPictures,
  listPublished,
  listRelated,
  type NewsItem,
  newsPageSize,
  newsScope,
} from './news.store.ts'
import { NewsEditPage } from './news-edit.page.tsx'
import { NewsItemPage, newsHtml } from './news-item.page.tsx'
import { NewsListPage, NewsOfYearPage } from './news-list.page.tsx'

/** Below `/bien-tap/:item`: the rights of the year, or of the unit whose drive the item tells of. */
const atItem: Place = async (ask) => {
  const scope = await newsScope(ask.db, ask.c.req.param('item') ?? '', ask.today)
  return scope && { scope }
}

const edited = (ask: Ask) => newsPaths.edit(param(ask, 'item'))
const itemId = (ask: Ask) => ok({ itemId: param(ask, 'item') })

export const news: Feature = {
  name: 'news',
  faults: newsFaults,
  events: newsEvents,
  routes: [
    page({ path: newsPaths.home, permission: 'news.read', place: onSite, keep: true, show: showHome }),
    page({ path: newsPaths.list, permission: 'news.read', place: onSite, keep: true, show: showList }),
    page({ path: newsPaths.route.item, permission: 'news.read', place: onSite, show: showItem }),
    page({ path: newsPaths.route.html, permission: 'news.read', place: onSite, show: downloadHtml }),
    page({ path: newsPaths.route.docx, permission: 'news.read', place: onSite, show: downloadDocx }),
    page({ path: newsPaths.route.ofYear, permission: 'news.of_year', place: inYear, show: showOfYear }),
    write({
      path: newsPaths.route.draft,
      permission: 'news.write',
      audit: 'news.drafted',
      place: inYear,
      action: draftConferenceNews,
      read: (ask, body) => {
        const form = parseForm(draftForm, body)
        return form.ok ? ok({ blocYearId: yearOf(ask).id, ...form.value }) : form
      },
      next: (_ask, { itemId: id }) => newsPaths.edit(id),
      said: (ask) => newsWords(ask.lang).drafted,
      again: showOfYear,
    }),
    page({ path: newsPaths.route.edit, permission: 'news.write', place: atItem, show: showEdit }),
    write({
      path: newsPaths.route.edit,
      permission: 'news.write',
      audit: 'news.edited',
      place: atItem,
      action: editNews,
      read: (ask, body) => {
        const form = parseForm(editForm, body)
        return form.ok ? ok({ itemId: param(ask, 'item'), ...form.value }) : form
      },
      next: edited,
      said: (ask) => newsWords(ask.lang).saved,
      again: showEdit,
    }),
    write({
      path: newsPaths.route.act('anh'),
      permission: 'news.write',
      audit: 'news.picture_added',
      place: atItem,
      action: addPicture,
      read: (ask, body) => {
        const form = parseForm(pictureForm, body)
        return form.ok ? ok({ itemId: param(ask, 'item'), ...form.value }) : form
      },
      next: edited,
      said: (ask) => newsWords(ask.lang).pictureAdded,
      again: showEdit,
    }),
    write({
      path: newsPaths.route.act('duyet'),
      permission: 'news.approve',
      audit: 'news.approved',
      place: atItem,
      action: approveNews,
      read: itemId,
      next: edited,
      said: (ask) => newsWords(ask.lang).approved,
      again: showEdit,
    }),
    write({
      path: newsPaths.route.act('dang'),
      permission: 'news.approve',
      audit: 'news.published',
      place: atItem,
      action: publishNews,
      read: itemId,
      next: edited,
      said: (ask) => newsWords(ask.lang).published,
      again: showEdit,
    }),
    write({
      path: newsPaths.route.act('go'),
      permission: 'news.approve',
      audit: 'news.withdrawn',
      place: atItem,
      action: withdrawNews,
      read: (ask, body) => {
        const form = parseForm(withdrawForm, body)
        return form.ok ? ok({ itemId: param(ask, 'item'), ...form.value }) : form
      },
      next: edited,
      said: (ask) => newsWords(ask.lang).withdrawn,
      again: showEdit,
    }),
  ],
}

async function showHome(ask: Ask) {
  const [items, blocs] = await Promise.all([listPublished(ask.db, { search: '' }, 0), listHomeBlocs(ask.db)])
  return HomePage({ frame: frameOf(ask), items: items.slice(0, 6), blocs })
}

async function showList(ask: Ask) {
  const number = Math.max(0, Number(query(ask, 'trang')) || 0)
  const search = query(ask, 'tim').slice(0, 100)
  const items = await listPublished(ask.db, { search }, number)
  return NewsListPage({
    frame: frameOf(ask),
    items: items.slice(0, newsPageSize),
    search,
    number,
    hasOlder: items.length > newsPageSize,
  })
}

async function published(ask: Ask): Promise<NewsItem | Response> {
  return (await findPublished(ask.db, param(ask, 'news'))) ?? ask.c.notFound()
}

async function showItem(ask: Ask) {
  const item = await published(ask)
  if (item instanceof Response) return item
  await countView(ask.db, item.id)
  const [pictures, related] = await Promise.all([listPictures(ask.db, item.id), listRelated(ask.db, item)])
  return NewsItemPage({
    frame: frameOf(ask),
    item,
    pictures,
    related,
    url: `${ask.baseUrl}${newsPaths.item(item.slug)}`,
  })
}

async function downloadHtml(ask: Ask) {
  const item = await published(ask)
  if (item instanceof Response) return item
  const html = newsHtml(item, await listPictures(ask.db, item.id), ask.baseUrl)
  return ask.c.body(html, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `inline; filename="${item.slug}.html"`,
  })
}

async function downloadDocx(ask: Ask) {
  const item = await published(ask)
  if (item instanceof Response) return item
  // The writer of documents is large, and most days nobody asks for one.
  const { newsDocx } = await import('./news.docx.ts')
  const bytes = await newsDocx(item, await listPictures(ask.db, item.id), ask.db)
  return ask.c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': `attachment; filename="${item.slug}.docx"`,
  })
}

async function showOfYear(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const [items, conferences] = await Promise.all([
    listOfYear(ask.db, year.id),
    listConferenceChoices(ask.db, year.id),
  ])
  return NewsOfYearPage({
    frame: frameOf(ask),
    items,
    conferences,
    mayWrite: mayHere(ask, 'news.write'),
    action: newsPaths.draft(year.bloc.slug, year.year),
    again,
  })
}

async function showEdit(ask: Ask, again?: FormAgain) {
  const item = await findItem(ask.db, param(ask, 'item'))
  if (!item) return ask.c.notFound()
  const now = ask.now.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).replace(' ', 'T').slice(0, 16)
  return NewsEditPage({
    frame: frameOf(ask),
    item,
    pictures: await listPictures(ask.db, item.id),
    warnings: newsWarnings(
      item.originalPublishedAt ?? now,
      item.eventOn,
      item.startsAt?.slice(0, 5) ?? null,
      item.timeText,
    ),
    mayApprove: mayHere(ask, 'news.approve'),
    again,
  })
}
