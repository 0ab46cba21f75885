export function Orbit() {
  return (
    <svg className="session-orbit" viewBox="0 0 400 260" aria-hidden="true">
      <g fill="none" stroke="currentColor" transform="rotate(-18 200 150)">
        <ellipse cx="200" cy="150" rx="180" ry="62" opacity="0.3" />
        <ellipse cx="200" cy="150" rx="124" ry="40" opacity="0.5" />
        <ellipse cx="200" cy="150" rx="66" ry="20" opacity="0.75" />
      </g>
      <path className="logo-star" d="M296 62l5 14 14 5-14 5-5 14-5-14-14-5 14-5z" />
      <g fill="currentColor">
        <circle cx="90" cy="150" r="3.5" />
        <circle cx="226" cy="186" r="3" />
        <circle cx="150" cy="128" r="2.5" />
      </g>
    </svg>
  );
}
