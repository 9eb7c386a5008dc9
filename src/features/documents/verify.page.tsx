import { paperTypes } from '../../domain/documents/paper-types.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Card,
  DefinitionList,
  Form,
  Layout,
  type PageFrame,
  PageHeader,
  TextInput,
} from '../../ui/index.ts'
import { documentsWords, stateNames } from './documents.messages.ts'
import { documentsPaths } from './documents.paths.ts'
import { numberText } from './paper-list.ts'
import type { VerifiedPaper } from './papers.store.ts'

type VerifyPageProps = {
  readonly frame: PageFrame
  /** What was typed. */
  readonly code: string
  /** Undefined when no paper bears the code. */
  readonly paper: VerifiedPaper | undefined
}

/** Anybody learns whether a print is genuine: what it is, who issued it, its state, and nothing else. */
export function VerifyPage({ frame, code, paper }: VerifyPageProps) {
  const t = documentsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.verifyTitle} breadcrumb={[{ label: t.verifyTitle }]}>
      <div class="gu-prose">
        <PageHeader title={t.verifyTitle} lead={t.verifyLead} />
        <div class="gu-stack-large">
          <Form action={documentsPaths.verify} method="get" submitLabel={t.verify}>
            <TextInput
              name="ma"
              label={t.code}
              value={code}
              placeholder="K7QF-2MXR-9T"
              narrow
              autocomplete="off"
            />
          </Form>
          {code === '' ? null : paper ? (
            <Found frame={frame} paper={paper} />
          ) : (
            <Alert tone="warning" title={t.verifyUnknown} live>
              {t.verifyUnknownText}
            </Alert>
          )}
        </div>
      </div>
    </Layout>
  )
}

function Found({ frame, paper }: { readonly frame: PageFrame; readonly paper: VerifiedPaper }) {
  const t = documentsWords(frame.lang)
  const holds = paper.state === 'issued'
  return (
    <Card>
      <Alert tone={holds ? 'success' : 'danger'} title={holds ? t.verifyKnown : t.verifyEnded} live>
        {paper.illustrative ? t.illustrative : null}
      </Alert>
      <DefinitionList
        items={[
          { term: t.kind, value: paperTypes[paper.type][frame.lang] },
          { term: t.issuer, value: paper.issuer },
          { term: t.numberAndDate, value: numberText(paper) || t.noNumber },
          { term: t.state, value: nameOf(stateNames, paper.state, frame.lang) },
        ]}
      />
    </Card>
  )
}
