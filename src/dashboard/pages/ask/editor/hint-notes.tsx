import { useEditor } from './editor-context.ts'

/** What was found about one place: what would keep it from being published, then what could be better. */
export function HintNotes({ path, below }: { path: string; below?: boolean }) {
  const { hints, problems } = useEditor()
  const here = (place: string) => place === path || (below === true && place.startsWith(`${path}.`))
  const wrong = problems.filter(problem => here(problem.path))
  const better = hints.filter(hint => here(hint.path))
  if (wrong.length + better.length === 0) return null
  return (
    <ul className="hint-notes" aria-live="polite">
      {wrong.map(problem => (
        <li key={problem.path + problem.code} className="wrong">
          {problem.says}
        </li>
      ))}
      {better.map(hint => (
        <li key={hint.path + hint.rule + hint.found}>
          {hint.says} <b>{hint.mend}</b>
        </li>
      ))}
    </ul>
  )
}
