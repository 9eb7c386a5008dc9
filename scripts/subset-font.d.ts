declare module 'subset-font' {
  type Options = { targetFormat?: 'woff2' | 'woff' | 'sfnt'; noHinting?: boolean; keepFeatures?: string[] }
  /** Keeps only the glyphs of `text`. */
  function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>
  export = subsetFont
}
