/// A monogram in a colour of its own, in the place of a picture: the game's pictures live on a server of the game.

interface PortraitProps {
  name: string
  skin: string
}

export function Portrait({ name, skin }: PortraitProps) {
  return (
    <div
      aria-hidden
      className="grid size-11 shrink-0 place-items-center rounded-full border-2 border-brass-fill/70 font-serif text-xl font-semibold text-white"
      style={{ backgroundColor: `oklch(0.48 0.09 ${hue(name + skin)})` }}
    >
      {name.charAt(0).toUpperCase()}
    </div>
  )
}

/** Any text to a hue, always the same one. */
function hue(text: string): number {
  let sum = 0
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 360
  return sum
}
