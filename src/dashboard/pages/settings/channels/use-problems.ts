import { useState } from 'react'
import { Problem } from '../../../api.ts'

/** What the server finds wrong with the fields of a form, by their names. */
export function useProblems() {
  const [problems, setProblems] = useState<Record<string, string>>({})
  const noting = async <T>(work: () => Promise<T>): Promise<T> => {
    setProblems({})
    try {
      return await work()
    } catch (trouble) {
      if (trouble instanceof Problem) {
        setProblems(Object.fromEntries(trouble.fields.map(({ path, problem }) => [path, problem])))
      }
      throw trouble
    }
  }
  return { problems, noting }
}
