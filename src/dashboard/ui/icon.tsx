/** Drawn on an 18 px grid with a 1.5 px line. */
const PATHS = {
  pulse: 'M2 9h3l2-5 4 10 2-5h3',
  ask: 'M2.500 4.500h13v8h-6l-3.500 3v-3h-3.500z',
  listen: 'M9 3v12M5.500 6v6M12.500 6v6M2 8v2M16 8v2',
  understand: 'M13 8a5 5 0 1 1-10 0 5 5 0 0 1 10 0M12 12l3.500 3.500',
  act: 'M3 9l4 4 8-8',
  prove: 'M3 15V9M8 15V4M13 15v-4M2 15.500h14',
  people: 'M12 6a3 3 0 1 1-6 0 3 3 0 0 1 6 0M3 15.500c.8-3 3-4.500 6-4.500s5.200 1.500 6 4.500',
  settings:
    'M11.500 9a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0M9 2v2M9 14v2M2 9h2M14 9h2M4 4l1.500 1.500M12.500 12.500L14 14M4 14l1.500-1.500M12.500 5.500L14 4',
  search: 'M12.500 7.750a4.750 4.750 0 1 1-9.500 0 4.750 4.750 0 0 1 9.500 0M11.250 11.250L15.500 15.500',
  upload: 'M9 12V3M5.500 6L9 2.500 12.500 6M3 12.500v2.500h12v-2.500',
  download: 'M9 3v9M5.500 8.500L9 12l3.500-3.500M3 12.500v2.500h12v-2.500',
  report: 'M4 2.500h7l3 3v10H4zM11 2.500v3h3M6.500 9h5M6.500 12h5',
  mail: 'M2.500 4.500h13v9h-13zM2.500 5l6.500 5 6.500-5',
  more: 'M4 9h.01M9 9h.01M14 9h.01',
  down: 'M5 7l4 4 4-4',
  back: 'M11 4L6 9l5 5',
} as const

export type IconName = keyof typeof PATHS

/** A picture beside a word; it says nothing of its own to screen readers. */
export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={PATHS[name]} />
  </svg>
)
