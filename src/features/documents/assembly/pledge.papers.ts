import { paragraph } from '../../../domain/documents/blocks.ts'
import type { Paper } from '../../../domain/documents/paper.ts'
import { buildPledge, type PledgeInput } from '../../../domain/documents/papers/pledge.ts'
import { buildRegistration } from '../../../domain/documents/papers/registration.ts'
import { targetOf, targetStatement } from '../../../domain/targets/index.ts'
import { basesOf } from './law.ts'
import { findUnitFacts } from './parties.store.ts'
import { capacityText, partiesOf, signerOf, unitParty } from './parties.ts'
import {
  findPledgeFacts,
  listRegistration,
  listSignatures,
  listTargets,
  type PledgeFacts,
  type TargetFacts,
} from './pledge.store.ts'
import { type Assembly, linesOf, markOf, stated, writtenOr } from './request.ts'
import { counted } from './wording.ts'

/** Bản đăng ký thi đua of a unit. */
export async function assembleRegistration(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const unit = request.unitId === null ? undefined : await findUnitFacts(db, request.unitId, year.year)
  if (!parties || !unit) return undefined
  const lines = await listRegistration(db, year.id, unit.id)
  const targets = (await listTargets(db, year)).filter((target) => target.unitId === unit.id)
  const titles = (kind: 'collective' | 'personal') =>
    lines
      .filter((line) => line.kind === kind)
      .map((line) => ({
        name: [line.awardName ?? '', line.note].filter((part) => part !== '').join(' - '),
        count: counted(line.quantity),
        ...markOf(line.illustrative),
      }))
  const paper = buildRegistration({
    unit: unitParty(unit, assembly),
    blocName: year.bloc.name,
    year: year.year,
    date: request.issuedOn,
    signer: signerOf(request, parties.leaders.get(unit.id)),
    bases: [],
    collectiveTitles: titles('collective'),
    personalTitles: titles('personal'),
    targets: targets.map((target) => ({
      name: target.indicatorName,
      unitOfMeasure: target.unitOfMeasure,
      value: levelOf(target),
      basis: basisOf(target),
      ...markOf(target.illustrative),
    })),
    initiatives: lines
      .filter((line) => line.kind === 'initiative')
      .map((line) => ({
        name: line.note || `${counted(line.quantity)} đề tài, sáng kiến`,
        owner: unit.name,
        ...markOf(line.illustrative),
      })),
    recipients: writtenOr(request, 'recipients', [parties.bloc.headUnit.name, 'Lưu: VT']),
  })
  return { ...paper, bases: await basesOf(assembly, 'registration', null) }
}

/** Bản giao ước thi đua of the bloc, with the signature of every unit on screen or on paper. */
export async function assemblePledge(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const pledge = await findPledgeFacts(db, year.id)
  if (!parties || !pledge) return undefined
  const names = new Map(year.members.map((unit) => [unit.id, unit.name]))
  const targets = await listTargets(db, year)
  const paper = buildPledge({
    bloc: parties.bloc,
    year: year.year,
    date: pledge.signedOn ?? request.issuedOn,
    bases: [],
    contents: contentsOf(pledge),
    targets: targets.map((target) => ({
      unitName: target.unitId === null ? null : (names.get(target.unitId) ?? ''),
      name: target.indicatorName,
      value: targetStatement(targetOf(target, target.direction)),
      ...markOf(target.illustrative),
    })),
    signatures: await signaturesOf(assembly),
  })
  const preamble = linesOf(pledge.preamble).map((line) => paragraph([stated(line, pledge.illustrative)]))
  return {
    ...paper,
    bases: await basesOf(assembly, 'pledge', pledge.signedOn),
    body: [...preamble, ...paper.body],
  }
}

async function signaturesOf({ db, year }: Assembly): Promise<PledgeInput['signatures']> {
  const signatures = await listSignatures(db, year.id)
  return year.members.map((unit) => {
    const signature = signatures.find((one) => one.unitId === unit.id)
    return {
      unit: unit.name,
      capacity: capacityText(signature ?? { title: '', capacity: '' }),
      name: signature?.name ?? null,
      signed: signature ? { on: signature.channel, date: signature.signedOn } : null,
      ...markOf(unit.illustrative || (signature?.illustrative ?? false)),
    }
  })
}

/** The promises, one a line; a line that begins with a Roman number opens a group. */
function contentsOf(pledge: PledgeFacts): PledgeInput['contents'] {
  const groups: { title: string; items: { text: string }[] }[] = []
  for (const line of linesOf(pledge.contents)) {
    const heading = /^[IVX]+[.)]\s+(.+)$/.exec(line)
    if (heading?.[1]) groups.push({ title: heading[1].replace(/[:.]$/, ''), items: [] })
    else {
      if (groups.length === 0) groups.push({ title: 'Nội dung giao ước', items: [] })
      groups.at(-1)?.items.push(stated(line.replace(/^\d+[.)]\s+/, ''), pledge.illustrative))
    }
  }
  return groups
}

/** The level alone: the table has a column for the unit of measure. */
function levelOf(target: TargetFacts): string {
  const measured = ['at_least', 'at_most', 'range'].includes(target.kind)
  return targetStatement(targetOf(measured ? { ...target, unitOfMeasure: '' } : target, target.direction))
}

const setters: Readonly<Record<string, string>> = {
  party_committee: 'Tỉnh ủy giao',
  people_council: 'Hội đồng nhân dân giao',
  people_committee: 'Ủy ban nhân dân giao',
  ministry: 'Bộ, ngành giao',
  superior: 'Cấp trên giao',
  own: 'Đơn vị tự đặt',
  several: 'Nhiều cấp giao',
}

function basisOf({ setBy, setByNote, basis }: TargetFacts): string {
  return [setByNote || setters[setBy] || '', basis].filter((part) => part !== '').join('; ')
}
