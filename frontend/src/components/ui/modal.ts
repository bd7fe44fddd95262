/// The looks that the dialog and the question share.

export const overlay = 'motion-decorative fixed inset-0 z-40 animate-[appear_.15s_ease-out] bg-black/50'

export const panel =
  'motion-decorative fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[92dvh] w-full max-w-xl animate-[appear_.2s_ease-out] overflow-y-auto rounded-t-2xl border border-line bg-sheet p-5 shadow-2xl sm:top-[8vh] sm:bottom-auto sm:max-h-[84vh] sm:rounded-2xl sm:p-6'
