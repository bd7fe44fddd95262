/// A text of the server in which `codes` stand between backticks, as it is meant.
export function Marked({ text }: { text: string }) {
  return (
    <>
      {[...text.matchAll(/`([^`]+)`|[^`]+|`/g)].map(({ 0: plain, 1: code, index }) =>
        code === undefined ? (
          plain
        ) : (
          <code key={index} className="font-mono text-[.92em]">
            {code}
          </code>
        ),
      )}
    </>
  )
}
