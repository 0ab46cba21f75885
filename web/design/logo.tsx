/** The open orbit and its star. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d="M20.9 8.300c.6 2-2.700 5.400-7.400 7.600-4.800 2.200-9.500 2.300-10.400.4-.6-1.400 1-3.700 3.900-5.700"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <path
        className="logo-star"
        d="M15 2.800l1.400 3.900 3.900 1.400-3.900 1.400L15 13.400l-1.400-3.900-3.900-1.400 3.900-1.400z"
        strokeWidth="1"
        strokeLinejoin="round"
      />
    </svg>
  );
}
