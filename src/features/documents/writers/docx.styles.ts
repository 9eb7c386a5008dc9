import {
  AlignmentType,
  type ILevelsOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx'
import { layout } from '../../../domain/documents/layout.ts'
import { bodySpacing } from './docx.blocks.ts'
import { gap, halfPoints, twips } from './docx.sizes.ts'

const { size, font } = layout

/** Styles by name, so that an office can restyle the whole paper in Word. */
export function docxStyles(): IStylesOptions {
  const heading = {
    run: { bold: true, size: halfPoints(size.body), color: '000000', font },
    paragraph: { spacing: { before: gap(9), after: gap(layout.paragraphGap) }, keepNext: true },
  }
  return {
    default: {
      document: {
        run: { font, size: halfPoints(size.body), color: '000000', language: { value: 'vi-VN' } },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } },
      },
      heading1: heading,
      heading2: heading,
      heading3: heading,
      heading4: heading,
      heading5: heading,
      heading6: heading,
    },
    paragraphStyles: [...bodyStyles, ...titleStyles],
  }
}

/** The dash of lists. */
export const dashLevels: readonly ILevelsOptions[] = [
  {
    level: 0,
    format: LevelFormat.BULLET,
    text: '-',
    alignment: AlignmentType.LEFT,
    style: {
      run: { font },
      paragraph: { indent: { left: twips(layout.firstLine + 4), hanging: twips(4) } },
    },
  },
]

const bodyStyles: IParagraphStyleOptions[] = [
  {
    id: 'Body',
    name: 'Nội dung',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: twips(layout.firstLine) },
      spacing: bodySpacing,
    },
  },
  { id: 'Left', name: 'Nội dung trái', basedOn: 'Normal', paragraph: { spacing: bodySpacing } },
  {
    id: 'Centred',
    name: 'Nội dung giữa',
    basedOn: 'Normal',
    paragraph: { alignment: AlignmentType.CENTER, spacing: bodySpacing },
  },
  {
    id: 'Item',
    name: 'Gạch đầu dòng',
    basedOn: 'Normal',
    paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: bodySpacing },
  },
  { id: 'Tight', name: 'Dòng sát', basedOn: 'Normal', paragraph: { spacing: { before: 0, after: 0 } } },
  { id: 'Cell', name: 'Ô bảng', basedOn: 'Normal', run: { size: halfPoints(size.table) } },
  {
    id: 'Spacer',
    name: 'Khoảng cách',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: gap(2) } },
    run: { size: 8 },
  },
]

const titleStyles: IParagraphStyleOptions[] = [
  {
    id: 'PaperName',
    name: 'Tên loại văn bản',
    basedOn: 'Normal',
    run: { bold: true, size: halfPoints(size.title) },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: gap(16), after: 0 }, keepNext: true },
  },
  {
    id: 'PaperSubject',
    name: 'Trích yếu',
    basedOn: 'Normal',
    run: { bold: true, size: halfPoints(size.title) },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: gap(2) }, keepNext: true },
  },
  {
    id: 'Addressee',
    name: 'Kính gửi',
    basedOn: 'Normal',
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: gap(12), after: gap(12) } },
  },
  {
    id: 'AnnexTitle',
    name: 'Tên phụ lục',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
  },
  {
    id: 'TableCaption',
    name: 'Tên bảng',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { before: gap(9), after: gap(4) },
      keepNext: true,
    },
  },
  {
    id: 'FigureCaption',
    name: 'Tên biểu đồ',
    basedOn: 'Normal',
    run: { italics: true, size: halfPoints(size.caption) },
    paragraph: { alignment: AlignmentType.CENTER, spacing: bodySpacing },
  },
]
