/// Adds an account by its token.

import { useAddAccount } from './queries'
import { TokenForm } from './token-form'

export function AddAccount() {
  const add = useAddAccount()
  return (
    <section aria-label="Add an account" className="rounded-xl border border-line bg-sheet px-4 py-4">
      <h2 className="font-serif text-lg font-semibold">Add an account</h2>
      <p className="mt-1 text-sm text-soft">
        Copy its token from the account's page in the game. It is kept encrypted on this machine and shown
        nowhere. The characters stand idle until you tell them what to do.
      </p>
      <TokenForm
        label="Token"
        submit="Add"
        busy={add.isPending}
        error={add.error}
        onSubmit={(token, taken) => add.mutate(token, { onSuccess: taken })}
        onEdit={() => !add.isPending && add.reset()}
      />
      <p role="status" className="mt-2 text-sm text-good empty:hidden">
        {add.isSuccess && `${add.data.name} is played from now on.`}
      </p>
    </section>
  )
}
