/// `/bank`: what the accounts keep. Whose bank, and what is looked for in it, stand in the address.
import { createFileRoute } from '@tanstack/react-router'
import { BankPage } from '@/features/bank/bank-page'
import { readSearch } from '@/features/bank/search'

export const Route = createFileRoute('/bank')({ validateSearch: readSearch, component: Page })

function Page() {
  const navigate = Route.useNavigate()
  return <BankPage search={Route.useSearch()} onSearch={(search) => navigate({ search, replace: true })} />
}
