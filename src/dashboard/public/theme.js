// Before the first paint, so that nobody who chose dark is blinded; absent means: as the system says.
try {
  const theme = localStorage.getItem('echolot.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be closed to us; the system's theme is a good one too.
}
