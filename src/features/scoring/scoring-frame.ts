import type { Ask } from '../../http/ask.ts'
import { frameOf } from '../../http/frame.ts'
import type { PageFrame } from '../../ui/index.ts'

/** The frame of a page that shows points: where the demo filled these in, the mark stands beside the bloc. */
export function scoringFrame(ask: Ask): PageFrame {
  const frame = frameOf(ask)
  if (!frame.bloc || !ask.blocYear?.scoresIllustrative) return frame
  return { ...frame, bloc: { ...frame.bloc, illustrative: true } }
}
