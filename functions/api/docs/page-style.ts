// What makes the viewer look like ours: quiet colours, our own head, room to read.

export const pageStyle = `:root {
  --ink: #1d2233;
  --soft: #5b6478;
  --line: #e3e6ee;
  --paper: #fbfbfd;
  --accent: #4b3fd6;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font-family: Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
.masthead {
  display: flex;
  align-items: baseline;
  justify-content: space-between;
  gap: 1rem;
  padding: 1rem clamp(1rem, 4vw, 3rem);
  background: #151a2d;
  color: #fff;
}
.masthead .name { margin: 0; font-size: 1.15rem; font-weight: 700; }
.masthead .name span { color: #a9a3ff; font-weight: 500; }
.masthead nav { display: flex; gap: 1.25rem; }
.masthead a { color: #d9dcff; font-size: 0.9rem; }
.loading { padding: 3rem clamp(1rem, 4vw, 3rem); color: var(--soft); }
.swagger-ui,
.swagger-ui .info :is(h2, p, li),
.swagger-ui .opblock :is(p, h4, h5, label, select),
.swagger-ui .scheme-container :is(label, select),
.swagger-ui .opblock-tag small,
.swagger-ui .info .title,
.swagger-ui .opblock-tag,
.swagger-ui .opblock .opblock-summary-description,
.swagger-ui .btn,
.swagger-ui table thead tr th,
.swagger-ui .parameter__name,
.swagger-ui .response-col_status {
  font-family: inherit;
  color: var(--ink);
}
.swagger-ui .wrapper { max-width: 1180px; }
.swagger-ui .info { margin: 2rem 0 1rem; }
.swagger-ui .info .title { font-size: 2rem; }
.swagger-ui .info li,
.swagger-ui .info p,
.swagger-ui .info table { color: var(--ink); font-size: 0.95rem; line-height: 1.6; }
.swagger-ui .info .description { max-width: 78ch; }
.swagger-ui .info h2 { margin: 2rem 0 0.5rem; font-size: 1.25rem; }
.swagger-ui .markdown code,
.swagger-ui .renderedMarkdown code {
  padding: 0.1em 0.35em;
  border-radius: 4px;
  background: #eef0f7;
  color: var(--ink);
  font-weight: 500;
}
.swagger-ui .info .description pre { padding: 1rem; border: 1px solid var(--line); border-radius: 8px; background: #f3f4fa; overflow-x: auto; }
.swagger-ui .info .description pre code { padding: 0; background: none; white-space: pre; line-height: 1.5; }
.swagger-ui .info a { color: var(--accent); }
.swagger-ui .markdown table { margin: 0.5rem 0; border-collapse: collapse; }
.swagger-ui .markdown table th,
.swagger-ui .markdown table td { padding: 0.4rem 0.75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.swagger-ui .scheme-container { background: transparent; border-bottom: 1px solid var(--line); box-shadow: none; }
.swagger-ui .opblock-tag { border-bottom-color: var(--line); font-size: 1.15rem; }
.swagger-ui .opblock-tag small { color: var(--soft); font-size: 0.875rem; }
.swagger-ui .opblock { border-radius: 8px; box-shadow: none; }
.swagger-ui .opblock .opblock-summary-method { border-radius: 6px; }
.swagger-ui .btn.authorize { border-color: var(--accent); color: var(--accent); }
.swagger-ui .btn.authorize svg { fill: var(--accent); }
.swagger-ui .btn.execute { background: var(--accent); border-color: var(--accent); color: #fff; }
.swagger-ui .filter .operation-filter-input { border: 1px solid var(--line); border-radius: 6px; }
.swagger-ui a:focus-visible,
.swagger-ui button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
