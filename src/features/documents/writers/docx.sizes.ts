import type { ISectionPropertiesOptions } from 'docx'
import { layout } from '../../../domain/documents/layout.ts'
import type { Orientation } from '../../../domain/documents/paper.ts'

/** Twentieths of a point, in which Word measures pages and tables. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4)
}

/** Half points, in which Word measures type. */
export function halfPoints(points: number): number {
  return points * 2
}

/** Twentieths of a point from points, for gaps between paragraphs. */
export function gap(points: number): number {
  return Math.round(points * 20)
}

/** Page of a section. Word turns the sheet by itself: width and height are given for portrait. */
export function pageOf(orientation: Orientation, restart: boolean): ISectionPropertiesOptions['page'] {
  const { page, margin } = layout
  return {
    size: { width: twips(page.width), height: twips(page.height), orientation },
    margin: {
      top: twips(margin.top),
      bottom: twips(margin.bottom),
      left: twips(margin.left),
      right: twips(margin.right),
      header: twips(8),
      footer: twips(8),
    },
    ...(restart ? { pageNumbers: { start: 1 } } : {}),
  }
}
