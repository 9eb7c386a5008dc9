import type { Child } from 'hono/jsx'
import { Field, type FieldProps, useControl } from './field.tsx'
import { useValue } from './form-state.ts'
import { useUi } from './language.ts'

type TextInputProps = FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url'
  autocomplete?: string
  placeholder?: string
  maxlength?: number
  readonly?: boolean
  /** A field for short answers stays short. */
  narrow?: boolean
  list?: readonly string[]
  /** A list that several fields share, standing elsewhere on the page. */
  listId?: string
}

/** One line of text; a password is never filled in again. */
export function TextInput({
  value,
  type = 'text',
  list,
  listId: sharedList,
  narrow,
  autocomplete,
  placeholder,
  maxlength,
  readonly,
  ...field
}: TextInputProps) {
  const control = useControl(field)
  const typed = useValue(field.name, { ...field, value })
  const listId = list ? `${control.id}-list` : sharedList
  return (
    <Field {...field} narrow={narrow}>
      <input
        {...control}
        class="form-control"
        type={type}
        value={type === 'password' ? undefined : typed}
        autocomplete={autocomplete}
        placeholder={placeholder}
        maxlength={maxlength}
        readonly={readonly}
        list={listId}
      />
      {list ? (
        <datalist id={listId}>
          {list.map((item) => (
            <option value={item} />
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}

type TextAreaProps = FieldProps & { value?: string; rows?: number; maxlength?: number; placeholder?: string }

/** Several lines of text. */
export function TextArea({ value, rows = 4, maxlength, placeholder, ...field }: TextAreaProps) {
  const control = useControl(field)
  const typed = useValue(field.name, { ...field, value })
  return (
    <Field {...field}>
      <textarea {...control} class="form-control" rows={rows} maxlength={maxlength} placeholder={placeholder}>
        {typed}
      </textarea>
    </Field>
  )
}

type NumberInputProps = FieldProps & {
  /** Vietnamese notation, as typed: "9.105,326". */
  value?: string
  /** Stands behind the figure: "triệu USD", "%", "điểm". */
  unit?: string
  placeholder?: string
  readonly?: boolean
  /** Shown under the field, e.g. last year's figure. */
  note?: Child
}

/** A figure in Vietnamese notation; it stays text so that no browser rounds or reformats it. */
export function NumberInput({ value, unit, placeholder, readonly, note, ...field }: NumberInputProps) {
  const control = useControl(field)
  const typed = useValue(field.name, { ...field, value })
  const input = (
    <input
      {...control}
      class="form-control gu-number"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      value={typed}
      placeholder={placeholder}
      readonly={readonly}
    />
  )
  return (
    <Field {...field} narrow>
      {unit ? (
        <div class="gu-with-unit">
          {input}
          <span class="gu-unit">{unit}</span>
        </div>
      ) : (
        input
      )}
      {note ? <div class="gu-note">{note}</div> : null}
    </Field>
  )
}

type DateInputProps = FieldProps & {
  /** ISO date: "2026-12-10". */
  value?: string
  min?: string
  max?: string
}

/** A calendar day. */
export function DateInput({ value, min, max, ...field }: DateInputProps) {
  const control = useControl(field)
  const typed = useValue(field.name, { ...field, value })
  return (
    <Field {...field} narrow>
      <input {...control} class="form-control" type="date" value={typed} min={min} max={max} />
    </Field>
  )
}

type FileInputProps = FieldProps & {
  /** Endings or media types: ".pdf,.docx". */
  accept?: string
  /** The same in words: "PDF, Word, ảnh". */
  acceptWords?: string
  maxMegabytes?: number
  multiple?: boolean
}

/** A file to send; what is accepted stands above it. The form around it needs `multipart`. */
export function FileInput({
  accept,
  acceptWords,
  maxMegabytes = 20,
  multiple,
  hint,
  ...field
}: FileInputProps) {
  const ui = useUi()
  const limits = acceptWords ? ui.fileHint(acceptWords, maxMegabytes) : ui.fileSizeHint(maxMegabytes)
  const whole = { ...field, hint: hint ? [hint, ' ', limits] : limits }
  const control = useControl(whole)
  return (
    <Field {...whole}>
      <input {...control} class="form-control" type="file" accept={accept} multiple={multiple} />
    </Field>
  )
}
