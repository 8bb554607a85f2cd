/** The sign of Tokenboard: a token on a board. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden focusable="false">
      <title>Tokenboard</title>
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--tb-accent)" />
      <rect x="4.5" y="10.5" width="2.5" height="5" rx="1" fill="#fff" opacity=".55" />
      <rect x="8.75" y="8" width="2.5" height="7.5" rx="1" fill="#fff" opacity=".8" />
      <circle cx="13.75" cy="6.5" r="2.25" fill="none" stroke="#fff" strokeWidth="1.5" />
      <path d="M13.75 8.75V15M13.75 12.25h1.75" stroke="#fff" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
