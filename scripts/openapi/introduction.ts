// What a newcomer reads first. Every path in here is checked against the route table by a test.
import { idempotencySeconds, partnerTiers } from '../../shared/contracts/limits.ts';

export const introduction = `A brief becomes a finished marketing campaign: agents work through its phases, people approve, every cent is counted.

## First campaign, from an account to the export

\`\`\`sh
API=http://localhost:8000/api/v1

# 1. An account. The answer holds the access token for all that follows.
TOKEN=$(curl -s $API/auth/register -H 'content-type: application/json' \\
  -d '{"email":"me@example.com","password":"password123"}' | jq -r .token)

# 2. A brief: the example of this page. SEMI_AUTO asks a person at four checkpoints;
#    AUTO asks nobody, GUIDED after every phase.
curl -s $API/openapi.json | jq '.paths["/campaigns"].post.requestBody
  .content["application/json"].example | .governanceMode = "SEMI_AUTO"' > brief.json

# 3. What it may cost, where it will stop, how long it takes at least.
curl -s $API/campaigns/estimate -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' -d @brief.json

# 4. The campaign. With the same Idempotency-Key a repetition creates no second one.
CAMPAIGN=$(curl -s $API/campaigns -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' -H 'idempotency-key: my-first-campaign' \\
  -d @brief.json | jq -r .id)

# 5. How far it is, and which phase waits for you (WAITING_VALIDATION).
curl -s $API/campaigns/$CAMPAIGN -H "authorization: Bearer $TOKEN" \\
  | jq -c '.status, (.phases[] | [.id, .status])'

# 6. Decide: approve it, edit it, or send it back with feedback. Then 5 again, until it
#    is COMPLETED: strategy, visuals, video, distribution. A/B phases take a choice, too:
#    {"choice":"B"}.
curl -s $API/campaigns/$CAMPAIGN/phases/strategy/approve -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' -d '{"comment":"Go ahead"}'

# 7. Everything as one ZIP: report.html, pictures, films, posts, calendar, costs.
curl -s -X POST $API/campaigns/$CAMPAIGN/export -H "authorization: Bearer $TOKEN" \\
  | jq -r .url | xargs curl -s -o campaign.zip
\`\`\`

On this page: **Authorize** takes the token, and every operation has **Execute**.

## Sign in, or use a key

People send \`Authorization: Bearer <access token>\` to \`/api/v1\`. Partner systems send \`X-API-Key: <key>\` to \`/partner/v1\`, where the
operations that name a scope are found under the same paths. A key may do ${partnerTiers.standard.requestsPerSecond} requests a second and
${partnerTiers.standard.requestsPerMonth.toLocaleString('en')} a month. The same campaign with a key:

\`\`\`sh
KEY=$(curl -s $API/users/me/api-keys -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' -d '{"name":"Shop","expiresInDays":90,
  "scopes":["campaigns:read","campaigns:write","approvals:write","assets:read"]}' | jq -r .secret)
PARTNER=http://localhost:8000/partner/v1
curl -s $PARTNER/campaigns -H "x-api-key: $KEY" \\
  -H 'content-type: application/json' -d @brief.json
\`\`\`

## When something goes wrong

Every refusal is a problem (RFC 9457, \`application/problem+json\`): \`code\` says which one, \`detail\` what to do, \`errors\` which fields,
\`requestId\` what to tell us. The codes are listed under \`x-problems\` in this document. Four answers come from API Gateway before any of our code
runs and are its own JSON, \`{"message": "…"}\`: 401 without a valid token, 413 above 10 MB, 429 above the rate of the whole API, and 503 when
it reaches nobody. On the partner API its 403 means a key that is unknown, and its 429 also a quota that is used up.

## Repeating a request

Reading, changing and deleting may be repeated as they are. A request that creates may be repeated when it carries an \`Idempotency-Key\`; its first answer is kept
for ${idempotencySeconds / 3600} hours. Each answer carries \`x-request-id\`; send your own (8 to 128 letters, digits, \`_ . : -\`) and it is used throughout.

## Lists

Lists answer a page and, when there is more, \`nextCursor\`: send it as \`cursor\` to go on.`;
