/// Draws the notices of the page. Each unfolds after a moment, so that a short loss of the connection moves nothing.
import { Callout } from '@/components/callout'
import { DismissButton } from './dismiss-button'
import type { Notice } from './notices'
import { RetryButton } from './retry-button'

export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <div role="status" aria-label="Notices">
      {notices.map(({ id, tone, title, text, canRetry, firing }) => (
        <div key={id} className="grid animate-[unfold_.3s_1.5s_ease-out_backwards] grid-rows-[1fr]">
          <div className="overflow-hidden">
            <Callout tone={tone} className="mb-3">
              <strong className="font-semibold">{title}.</strong> {text}
              {canRetry && <RetryButton />}
              {firing && <DismissButton firing={firing} />}
            </Callout>
          </div>
        </div>
      ))}
    </div>
  )
}
