/** An echo: a point and the waves that come back. */
export const Mark = () => (
  <svg
    width="26"
    height="26"
    viewBox="0 0 26 26"
    fill="none"
    stroke="var(--accent)"
    strokeWidth="1.8"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <circle cx="13" cy="5" r="1.7" fill="var(--accent)" stroke="none" />
    <path d="M8.500 9.500a6.400 6.400 0 0 0 9 0" />
    <path d="M5.500 13.500a10.600 10.600 0 0 0 15 0" opacity=".75" />
    <path d="M2.800 17.600a14.500 14.500 0 0 0 20.400 0" opacity=".45" />
  </svg>
)
