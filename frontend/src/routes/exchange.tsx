/// `/exchange`: what everything goes for. What is looked for, and which item is open, stand in the address.
import { createFileRoute } from '@tanstack/react-router'
import { ExchangePage } from '@/features/exchange/exchange-page'
import { readSearch } from '@/features/exchange/search'

export const Route = createFileRoute('/exchange')({ validateSearch: readSearch, component: Page })

function Page() {
  const navigate = Route.useNavigate()
  return (
    <ExchangePage search={Route.useSearch()} onSearch={(search) => navigate({ search, replace: true })} />
  )
}
