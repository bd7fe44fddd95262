/// What the page of the bank asks of the server.
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { api, data } from '@/api/client'
import { keys } from '@/api/keys'

/** A bank changes with every deposit; the socket does not carry it. */
const AGAIN_MS = 2000

/** An account's bank; it is asked for again and again while somebody looks. */
export function useBank(account: string | undefined) {
  return useQuery({
    queryKey: keys.bank(account),
    queryFn: account
      ? ({ signal }) => data(api.GET('/api/v1/bank/{account}', { params: { path: { account } }, signal }))
      : skipToken,
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
