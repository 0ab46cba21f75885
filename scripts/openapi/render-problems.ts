// The problem table as a page.
import { problemCodes, problems } from '../../shared/contracts/problems.ts';

const rows = problemCodes
  .map((code) => ({ code, ...problems[code] }))
  .sort((one, other) => one.status - other.status || (one.code < other.code ? -1 : 1))
  .map(({ code, status, title, advice }) => `| ${status} | \`${code}\` | ${title} | ${advice} |`);

export const renderProblems = (): string => `# Problems

What the API answers when it refuses (RFC 9457). Written by \`npm run openapi\` from
[shared/contracts/problems.ts](../shared/contracts/problems.ts); the type of each is \`urn:astromedia:problem:<code>\`.

| status | code | what it says | what to do |
|---|---|---|---|
${rows.join('\n')}
`;
