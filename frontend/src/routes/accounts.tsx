/// `/accounts`: the accounts that are played.
import { createFileRoute } from '@tanstack/react-router'
import { AccountsPage } from '@/features/accounts/accounts-page'

export const Route = createFileRoute('/accounts')({ component: AccountsPage })
