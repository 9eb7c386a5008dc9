import { mayReadFile } from '../../domain/permissions/index.ts'
import { contentDisposition } from '../../files/disposition.ts'
import { findFile, readContent } from '../../files/files.store.ts'
import { type Ask, keyParam } from '../../http/ask.ts'
import { type Feature, type Place, page } from '../../http/feature.ts'
import { filesPaths } from './files.paths.ts'
import { findWithheld, scopesOfFile } from './files.store.ts'

/** A file that this reader may not open is not there, so that nobody learns of it. */
const ofFile: Place = async (ask) => {
  const fileId = keyParam(ask, 'file')
  const file = fileId && (await findFile(ask.db, fileId))
  if (!file) return undefined
  if (file.isPublic || ask.actor.accountId === null) return { scope: {} }
  const scopes = await scopesOfFile(ask.db, file, ask.today)
  const withheldFor = await findWithheld(ask.db, file.id)
  return mayReadFile(ask.actor, { ...file, ...(withheldFor ? { withheldFor } : {}) }, scopes)
    ? { scope: {} }
    : undefined
}

/** Stored files: evidence, scans, papers, pictures. */
export const files: Feature = {
  name: 'files',
  faults: () => ({}),
  events: {},
  routes: [page({ path: filesPaths.route, permission: 'file.read', place: ofFile, show: sendFile })],
}

async function sendFile(ask: Ask): Promise<Response> {
  const fileId = keyParam(ask, 'file') ?? ''
  const file = await findFile(ask.db, fileId)
  if (!file) return ask.c.notFound()
  if (!file.isPublic && ask.actor.accountId === null) {
    return ask.c.redirect(`/dang-nhap?ve=${encodeURIComponent(filesPaths.show(fileId))}`, 303)
  }
  const etag = `"${file.sha256}"`
  const headers = {
    'content-disposition': contentDisposition(file.name, file.mediaType),
    'x-content-type-options': 'nosniff',
    'cache-control': file.isPublic ? 'public, max-age=86400' : 'private, no-cache',
    etag,
  }
  if (ask.c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const bytes = await readContent(ask.db, file.sha256)
  const charset = file.mediaType.startsWith('text/') ? '; charset=utf-8' : ''
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'content-type': `${file.mediaType}${charset}`,
      'content-length': String(file.size),
    },
  })
}
