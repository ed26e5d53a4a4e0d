import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

type Toast = { id: number; text: string; action?: { label: string; run: () => void } }

const ToastContext = createContext<(text: string, action?: Toast['action']) => void>(() => undefined)
let last = 0

/** Holds the short messages at the edge of the window; screen readers hear them. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const drop = useCallback((id: number) => setToasts(all => all.filter(toast => toast.id !== id)), [])
  const show = useCallback(
    (text: string, action?: Toast['action']) => {
      const id = ++last
      setToasts(all => [...all, { id, text, action }])
      setTimeout(() => drop(id), action ? 10_000 : 5_000)
    },
    [drop],
  )
  const press = (id: number, action: NonNullable<Toast['action']>) => {
    action.run()
    drop(id)
  }
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text, action }) => (
          <div key={id} className="toast">
            {text}{' '}
            {action && (
              <button type="button" onClick={() => press(id, action)}>
                {action.label}
              </button>
            )}
          </div>
        ))}
      </div>
    </ToastContext>
  )
}

/** `const toast = useToast(); toast(t('…'), { label: t('…'), run: undo })`. */
export const useToast = () => useContext(ToastContext)
