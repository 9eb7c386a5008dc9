export { Alert, type AlertTone } from './alert.tsx'
export { type AssetName, assetsFolder, assetUrl, ensureAssets } from './assets.ts'
export { Avatar, initialsOf } from './avatar.tsx'
export { BarList, type BarPart, ProgressBar, type RankedBar } from './bars.tsx'
export { Button, type ButtonKind, ButtonRow, LinkButton } from './button.tsx'
export { Card, Stat } from './card.tsx'
export { CheckboxList, type Choice, type ChoiceGroup, RadioGroup, Select } from './choices.tsx'
export { type ChartColumn, ColumnChart, ColumnSpark } from './column-chart.tsx'
export { ConfirmForm } from './confirm-form.tsx'
export { type ConflictingField, ConflictNotice } from './conflict-notice.tsx'
export { type Column, DataTable, type RowKind } from './data-table.tsx'
export { type Definition, DefinitionList } from './definition-list.tsx'
export { EmptyState } from './empty-state.tsx'
export { Field, type FieldProps } from './field.tsx'
export { ErrorSummary, FieldGroup, Form, Hidden } from './form.tsx'
export { type FormErrors, type FormState, type FormValues, fieldId } from './form-state.ts'
export { Icon, type IconName } from './icon.tsx'
export { DateInput, FileInput, NumberInput, TextArea, TextInput } from './inputs.tsx'
export { useLang } from './language.ts'
export { Layout } from './layout.tsx'
export {
  type Crumb,
  type Flash,
  type FrameLinks,
  frameLinks,
  type NavItem,
  type PageFrame,
  type YearChoice,
} from './page-frame.ts'
export { PageHeader } from './page-header.tsx'
export { renderFragment, renderPage } from './render.tsx'
export { Mark, type MarkKind, StateBadge, Tag, type Tone, withoutMark } from './state-badge.tsx'
export { Pagination, type Tab, Tabs } from './tabs.tsx'
export { Timeline, type TimelineEntry } from './timeline.tsx'
export type { Theme } from './ui.messages.ts'
export { type BoardCell, BoardLegend, type BoardRow, type BoardStep, YearBoard } from './year-board.tsx'
export { type Lack, YearPath, YearPathSmall, type YearStation } from './year-path.tsx'
export { yearStations } from './year-stations.ts'
