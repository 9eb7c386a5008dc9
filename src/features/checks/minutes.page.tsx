import { minutesStateOf, type Party } from '../../domain/checks/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { currentMinutes, type VisitRecord, type VisitSignature } from '../../records/visit-record.ts'
import { Alert, ButtonRow, Card, LinkButton, Mark, Timeline } from '../../ui/index.ts'
import { filesPaths } from '../files/files.paths.ts'
import type { VisitPageProps } from './visit.page.tsx'
import { partyNames, visitsWords } from './visits.messages.ts'

const parties = ['team', 'visited'] as const

/** The unit that signs for a side. */
export function unitOfParty(
  visit: VisitRecord,
  party: Party,
): { readonly id: string; readonly slug: string; readonly name: string } {
  return party === 'team'
    ? { id: visit.leadingUnitId, slug: visit.leadingUnitSlug, name: visit.leadingUnitName }
    : { id: visit.unitId, slug: visit.unitSlug, name: visit.unitName }
}

/** The minutes of a visit: who has signed, the fingerprint, the paper itself, earlier versions. */
export function MinutesCard(props: VisitPageProps) {
  const { frame, links, visit, rights } = props
  const { lang } = frame
  const t = visitsWords(lang)
  const minutes = currentMinutes(visit)
  const signatures = minutes?.signatures ?? []
  const state = minutesStateOf(signatures.map((one) => one.party))
  const asked = rights.sign.length > 0
  return (
    <Card
      title={t.minutes}
      kind={asked ? 'accent' : 'plain'}
      subtitle={
        state === 'signed'
          ? t.minutesSigned(printDate(visit.signedOn ?? ''))
          : state === 'half_signed'
            ? t.minutesHalf
            : t.minutesNone
      }
      id="bien-ban"
    >
      <ul>
        {parties.map((party) => (
          <SideLine
            party={party}
            unit={unitOfParty(visit, party).name}
            signature={signatures.find((one) => one.party === party)}
            lang={lang}
          />
        ))}
      </ul>
      {!minutes && visit.changeReason ? <Alert>{t.changedBecause(visit.changeReason)}</Alert> : null}
      <div class="gu-stack">
        {rights.sign.map((party) => (
          <LinkButton
            href={links.sign(visit.id, unitOfParty(visit, party).slug)}
            kind="primary"
            icon="edit"
            full
          >
            {t.signTitle(partyNames[party][lang])}
          </LinkButton>
        ))}
        <ButtonRow>
          <LinkButton href={props.pdf} icon="download" size="small">
            {t.asPdf}
          </LinkButton>
          <LinkButton href={props.docx} icon="download" size="small">
            {t.asDocx}
          </LinkButton>
        </ButtonRow>
        {rights.recordPaper.length > 0 ? (
          <ul>
            {rights.recordPaper.map((party) => (
              <li>
                <a href={links.paper(visit.id, unitOfParty(visit, party).slug)}>
                  {t.recordPaper}: {partyNames[party][lang]}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {minutes ? (
          <p class="gu-hint">
            {t.fingerprint}: <code class="gu-fingerprint">{minutes.fingerprint}</code>
          </p>
        ) : null}
      </div>
      <Older visit={visit} lang={lang} />
    </Card>
  )
}

function SideLine({ party, unit, signature, lang }: SideLineProps) {
  const t = visitsWords(lang)
  return (
    <li>
      <strong>{partyNames[party][lang]}</strong> ({unit}):{' '}
      {signature ? (
        <>
          {signatureText(signature, lang)} {signature.illustrative ? <Mark kind="sample" /> : null}{' '}
          {signature.scanFileId ? <a href={filesPaths.show(signature.scanFileId)}>{t.scan}</a> : null}
        </>
      ) : (
        <span class="gu-muted">{t.notSigned}</span>
      )}
    </li>
  )
}

type SideLineProps = {
  readonly party: Party
  readonly unit: string
  readonly signature: VisitSignature | undefined
  readonly lang: Lang
}

function signatureText(signature: VisitSignature, lang: Lang): string {
  const t = visitsWords(lang)
  const { capacity, signerName, signerTitle, signedOn, channel, recordedByName } = signature
  return [
    [capacity, signerName].filter(Boolean).join(' '),
    signerTitle,
    printDate(signedOn),
    channel === 'paper' ? t.byPaper : t.byScreen,
    channel === 'paper' && recordedByName ? t.recordedBy(recordedByName) : '',
  ]
    .filter(Boolean)
    .join(', ')
}

function Older({ visit, lang }: { readonly visit: VisitRecord; readonly lang: Lang }) {
  const t = visitsWords(lang)
  const older = visit.minutes.filter((one) => one.versionNumber !== visit.minutesVersion)
  if (older.length === 0) return null
  return (
    <details>
      <summary>{t.olderVersions}</summary>
      <Timeline
        entries={older.map((one) => ({
          title: t.version(String(one.versionNumber)),
          time: printDate(one.signatures[0]?.signedOn ?? one.content.heldOn),
          icon: 'history',
          text: (
            <>
              {one.changeReason ? <p>{t.changedBecause(one.changeReason)}</p> : null}
              {one.signatures.map((signature) => (
                <p>{signatureText(signature, lang)}</p>
              ))}
              <code class="gu-fingerprint">{one.fingerprint}</code>
            </>
          ),
        }))}
      />
    </details>
  )
}
