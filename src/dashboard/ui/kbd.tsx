/** A key of the keyboard, for the eye; the shortcut itself is listed under `?`. */
export const Kbd = ({ children }: { children: string }) => (
  <span className="kbd" aria-hidden="true">
    {children}
  </span>
)
