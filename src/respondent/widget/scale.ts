import type { AskScale } from './config.ts'
import { make } from './make.ts'

type Scale = Pick<AskScale, 'opening' | 'scale'> & { lowEnd?: string; highEnd?: string }

/** The numbers (or stars) of a scale as buttons, with the words of its ends; `choose` hears which was pressed. */
export function drawScale(config: Scale, choose: (value: number) => void): HTMLElement {
  const { lowEnd = '', highEnd = '', opening } = config
  const [from, to] = config.scale ?? [0, 10]
  const isStars = opening === 'stars'
  const buttons: HTMLButtonElement[] = []
  const press = (value: number) => {
    buttons.forEach((button, i) => {
      const n = i + from
      button.className = n === value || (isStars && n < value) ? 'on' : ''
      button.ariaPressed = String(n === value)
    })
    choose(value)
  }
  for (let n = from; n <= to; n++) {
    const [ariaLabel, textContent] = [String(n), isStars ? '★' : String(n)]
    buttons.push(make('button', { textContent, ariaLabel, ariaPressed: 'false', onclick: () => press(n) }))
  }
  const row = make('div', { className: isStars ? 'scale stars' : `scale of${buttons.length}`, role: 'group' }, buttons)
  row.setAttribute('aria-labelledby', 't')
  row.setAttribute('aria-describedby', 'e')
  const ends = make('div', { className: 'ends', id: 'e' }, [make('span', {}, [lowEnd]), make('span', {}, [highEnd])])
  return make('div', {}, [row, ends])
}
