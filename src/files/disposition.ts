/** Kinds a browser may show in the page's place: none of them can run anything. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/webp'])

/**
 * How a file is handed over: pictures are shown, everything else is saved. Old browsers get a name without
 * diacritics, the others the real one (RFC 6266).
 *
 * @example contentDisposition('Minh chứng.pdf', 'application/pdf')
 * // `attachment; filename="Minh chung.pdf"; filename*=UTF-8''Minh%20ch%E1%BB%A9ng.pdf`
 */
export function contentDisposition(name: string, mediaType: string): string {
  const how = SHOWN.has(mediaType) ? 'inline' : 'attachment'
  return `${how}; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name)}`
}

function asciiName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  return plain.replace(/[^A-Za-z0-9._ -]/g, '_')
}

/** `encodeURIComponent` leaves a few signs that the header's grammar does not allow. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
