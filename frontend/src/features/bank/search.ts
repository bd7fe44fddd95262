/// Whose bank is shown, and what of it: the part of the address that the page of the bank reads and writes.

export interface BankSearch {
  /** Whose; the first account's when it is left out. */
  account?: string
  /** Only items whose names contain this. */
  find?: string
  /** Only what is reserved. */
  reserved?: true
}

/** Leaves out what makes no sense. */
export function readSearch(search: Record<string, unknown>): BankSearch {
  const { account, find, reserved } = search
  return {
    ...(typeof account === 'string' && account && { account }),
    ...(typeof find === 'string' && find && { find }),
    ...(reserved === true && { reserved }),
  }
}
