/** What a bloc calls itself and its leaders. Data of the bloc, printed as they are. */
export type BlocLabels = { readonly bloc: string; readonly head: string; readonly deputy: string }

/** Names in use; a bloc may also write its own. */
export const blocLabelPresets: readonly BlocLabels[] = [
  { bloc: 'Khối thi đua', head: 'Trưởng khối', deputy: 'Phó Trưởng khối' },
  { bloc: 'Khối thi đua', head: 'Khối trưởng', deputy: 'Khối phó' },
  { bloc: 'Cụm thi đua', head: 'Cụm trưởng', deputy: 'Cụm phó' },
  { bloc: 'Cụm thi đua', head: 'Trưởng cụm', deputy: 'Phó Trưởng cụm' },
  { bloc: 'Khối giao ước thi đua', head: 'Trưởng khối', deputy: 'Phó Trưởng khối' },
]
