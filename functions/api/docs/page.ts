// The page and the script that starts the viewer on it. Addresses are relative to the page, so it works wherever the API is.

export const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>AstroMedia API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="docs/swagger-ui.css">
    <link rel="stylesheet" href="docs/page.css">
  </head>
  <body>
    <header class="masthead">
      <p class="name">AstroMedia <span>API</span></p>
      <nav>
        <a href="openapi.json">openapi.json</a>
        <a href="health/ready">Status</a>
      </nav>
    </header>
    <main id="viewer"><p class="loading">Loading the description of the API…</p></main>
    <noscript><p class="loading">This page needs JavaScript. The same description is <a href="openapi.json">openapi.json</a>.</p></noscript>
    <script src="docs/swagger-ui-bundle.js" defer></script>
    <script src="docs/start-viewer.js" defer></script>
  </body>
</html>
`;

/** Runs in the browser. Tokens live as long as the page: they are not stored. */
export const startViewer = `'use strict';
window.SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#viewer',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  docExpansion: 'list',
  filter: true,
  persistAuthorization: false,
  requestSnippetsEnabled: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
`;
