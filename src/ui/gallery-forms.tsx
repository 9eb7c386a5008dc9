import { formWords as words } from './gallery-forms.content.ts'
import {
  Button,
  Card,
  CheckboxList,
  ConflictNotice,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  NumberInput,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from './index.ts'

/** The fields, once with errors and once after a conflict. */
export function FormsGallery() {
  return (
    <div class="gu-split">
      <Card title={words.title}>
        <Form
          action="/luu"
          multipart
          csrf="mau"
          values={words.values}
          errors={words.errors}
          submitLabel={words.submit}
          cancelHref="#"
        >
          <TextInput name="ten" label={words.name} hint={words.nameHint} required />
          <FieldGroup legend={words.figures} columns>
            <NumberInput
              name="giao"
              label={words.assigned}
              unit={words.unit}
              required
              note={words.lastYear}
            />
            <NumberInput name="thuc-hien" label={words.result} unit={words.unit} />
            <DateInput name="ngay" label={words.day} />
            <Select name="nguon" label={words.source} choices={words.sources} required />
          </FieldGroup>
          <RadioGroup name="kieu" label={words.kind} choices={words.kinds} required />
          <CheckboxList name="co" label={words.flags} choices={words.flagChoices} inline />
          <TextArea name="giai-trinh" label={words.explanation} optional />
          <FileInput name="minh-chung" label={words.evidence} accept=".pdf,.docx" acceptWords="PDF, Word" />
        </Form>
      </Card>
      <div class="gu-stack">
        <ConflictNotice
          by={words.conflictBy}
          at="14:02"
          fields={words.conflict}
          actions={<Button size="small">{words.useTheirs}</Button>}
        />
      </div>
    </div>
  )
}
