import { useState } from 'react'
import { recall, remember } from '../ui/memory.ts'

export type Theme = 'system' | 'light' | 'dark'

const read = (): Theme => {
  const wish = recall('theme')
  return wish === 'light' || wish === 'dark' ? wish : 'system'
}

/** Light, dark, or as the system says; kept in this browser (public/theme.js sets it before the first paint). */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(read)
  const choose = (wish: Theme) => {
    remember('theme', wish === 'system' ? null : wish)
    if (wish === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = wish
    setTheme(wish)
  }
  return [theme, choose]
}
