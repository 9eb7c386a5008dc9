import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { checkFile, LARGEST_FILE } from '../../files/check.ts'
import { contentDisposition } from '../../files/disposition.ts'
import { type FileOwner, storeFile } from '../../files/files.store.ts'

const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

describe('handing over a file', () => {
  it.each([
    [
      'Minh chứng.pdf',
      'application/pdf',
      `attachment; filename="Minh chung.pdf"; filename*=UTF-8''Minh%20ch%E1%BB%A9ng.pdf`,
    ],
    [
      'Đợt (1).png',
      'image/png',
      `inline; filename="Dot _1_.png"; filename*=UTF-8''%C4%90%E1%BB%A3t%20%281%29.png`,
    ],
    ['a"\r\nb.html', 'text/html', `attachment; filename="a___b.html"; filename*=UTF-8''a%22%0D%0Ab.html`],
    ['\ud800.txt', 'text/plain', `attachment; filename="_.txt"; filename*=UTF-8''%EF%BF%BD.txt`],
  ])('of the name %j and the kind %s is safe', (name, kind, expected) => {
    expect(contentDisposition(name, kind)).toBe(expected)
  })

  it('of more than 25 MB was refused when it came in, with the sentence for it', async () => {
    const heavy = await checkFile({ name: 'nang.pdf', bytes: new Uint8Array(LARGEST_FILE + 1) }, 'file')
    expect(heavy).toMatchObject({
      error: { fields: { file: { code: 'file_too_large', params: ['nang.pdf', '25'] } } },
    })
  })
})

describe('the download of files', async () => {
  const site = await openSite()
  const world = await buildWorld(site)
  const store = (name: string, mediaType: string, bytes: Uint8Array, owner: Partial<FileOwner>) =>
    site.db
      .transaction()
      .execute((trx) =>
        storeFile(
          trx,
          { name, mediaType, bytes },
          { provinceId: world.provinceId, uploadedBy: null, ...owner },
        ),
      )
  const words = new TextEncoder().encode('<script>alert(1)</script>')
  const proof = await store('Minh chứng.html', 'text/html', words, {
    blocId: world.blocId,
    unitId: world.unitIds[2],
  })
  const scan = await store('ban-quet.png', 'image/png', PNG, { unitId: world.unitIds[2] })
  const picture = await store('anh.png', 'image/png', PNG, { blocId: world.blocId, isPublic: true })
  const get = async (file: { readonly id: string }, username?: string) =>
    (await site.browse(username)).get(`/tep/${file.id}`)

  it('gives the bloc its file, to be saved and never to be run', async () => {
    for (const reader of ['cv3', 'ld2', 'thuky', 'tinh']) {
      const seen = await get(proof, reader)
      expect([reader, seen.status, seen.text]).toEqual([reader, 200, '<script>alert(1)</script>'])
      expect(seen.headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
      expect(seen.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(seen.headers.get('cache-control')).toContain('private')
    }
  })

  it('knows nothing of it to strangers, and asks the public to sign in', async () => {
    expect((await get(proof, 'nguoila')).status).toBe(404)
    expect((await get(proof, 'quantri')).status).toBe(404)
    expect(await get(proof)).toMatchObject({ status: 303, location: `/dang-nhap?ve=%2Ftep%2F${proof.id}` })
  })

  it('lets the blocs of a unit read what the unit sent without one', async () => {
    expect((await get(scan, 'ld1')).status).toBe(200)
    expect((await get(scan, 'nguoila')).status).toBe(404)
  })

  it('shows a public picture to everybody, in its place', async () => {
    const seen = await get(picture)
    expect(seen.status).toBe(200)
    expect(seen.headers.get('content-disposition')).toMatch(/^inline;/)
    expect(seen.headers.get('content-type')).toBe('image/png')
  })

  it.each(['00000000-0000-4000-8000-000000000000', 'khong-phai-ma'])(
    'answers "not there" to %s',
    async (id) => {
      expect((await get({ id }, 'tinh')).status).toBe(404)
    },
  )
})
