// Type, cover and chapters of the report, and what the sheet of outputs is set to in it.

export const pageStyle = `
:root{--ink:#191715;--soft:#665e57;--line:#e5e0d9;--paper:#fcfbf9;--card:#fff;--serif:"Source Serif 4 Variable","Iowan Old Style",Palatino,Georgia,serif;--sans:"Inter Variable",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--good:#2f6b3a;--bad:#a33a2a;--warn:#8a6100}
@media (prefers-color-scheme:dark){:root{--ink:#f3eee8;--soft:#b0a69c;--line:#38332f;--paper:#141210;--card:#1d1a18;--good:#8fd19e;--bad:#f0a497;--warn:#e8c468}}
body{--font:var(--sans);--ink-2:var(--soft);--ink-3:var(--soft);--surface:var(--card);--sunken:var(--tint);--control-border:var(--soft);--link:var(--accent);--primary:var(--accent);--on-primary:var(--card);--neutral:var(--soft);--neutral-tint:var(--tint);--done:var(--good);--retry:var(--warn);--retry-tint:var(--tint);--fail:var(--bad);--run:var(--accent);--run-tint:var(--tint);--output-mark:var(--accent);--chart-1:#3d7ab8;--chart-2:#c9892b;--chart-3:#3f8f55;--chart-4:#c0523f}
body{--figures:tabular-nums;--space-1:.3rem;--space-2:.55rem;--space-3:.9rem;--space-4:1.1rem;--space-6:1.9rem;--radius-chip:6px;--radius:10px;--radius-panel:12px;--text-12:.82rem/1.4 var(--sans);--text-13:.94rem/1.5 var(--sans);--output-lead:1.22rem/1.5 var(--serif);--output-section:600 1.28rem/1.2 var(--serif);--output-heading:600 1.04rem/1.32 var(--serif);--output-statement:1.12rem/1.42 var(--serif);--output-title:600 2rem/1.16 var(--serif);--output-subtitle:600 1.3rem/1.2 var(--serif);--output-article:1.1rem/1.7 var(--serif)}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.6 var(--sans);overflow-wrap:anywhere;font-feature-settings:"cv05","ss03"}
h1,h2,h3,h4{font-family:var(--serif);font-weight:600;line-height:1.16;text-wrap:balance;margin:0}
h3{font-size:1.28rem;margin:2.4rem 0 .9rem}
h4{font-size:1.06rem;line-height:1.32}
p{margin:.5em 0;text-wrap:pretty;orphans:3;widows:3}
ul,ol{padding-left:1.2em;margin:.5em 0}
li{margin:.35em 0}
li::marker{color:var(--accent)}
a{color:var(--accent)}
img,video{max-width:100%;height:auto;display:block;background:var(--line)}
small{font-size:.8rem;color:var(--soft)}
.quiet{color:var(--soft);font-size:.86rem}
.lead{font-family:var(--serif);font-size:1.22rem;line-height:1.5;max-width:44em}
.eyebrow{font-size:.86rem;font-weight:600;color:var(--accent);margin:0 0 1.1rem}
.cover{max-width:1120px;margin:0 auto;padding:clamp(2rem,5vw,4.5rem) clamp(1.1rem,4vw,3rem) 1.5rem;display:grid;gap:1.9rem}
.cover h1{font-size:clamp(2.4rem,6vw,4.6rem);letter-spacing:-.022em;max-width:18ch}
.for{font-family:var(--serif);font-size:1.3rem;margin:1.2rem 0 0}
.hero{margin:0}
.cover{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);align-items:end}.cover>*{grid-column:1/-1}.cover:has(.hero) .cover-text{grid-column:1;align-self:center}.cover .hero{grid-column:2;grid-row:1}
.hero img{width:100%;border-radius:10px;background:none}
.key-facts{display:grid;grid-template-columns:repeat(4,1fr);margin:0;gap:0 2rem}
.key-facts div{padding:.9rem 0 0;border-top:2px solid var(--ink)}
.key-facts dt{font-size:.82rem;color:var(--soft)}
.key-facts dd{margin:.25rem 0 0;font-weight:600;line-height:1.4}
.edition{font-size:.86rem;color:var(--soft);margin:0}
.disclosure{font-size:.84rem;color:var(--soft);max-width:70em}
main{max-width:1120px;margin:0 auto;padding:0 clamp(1.1rem,4vw,3rem) 5rem}
.summary{border-top:1px solid var(--line);padding-top:2.6rem}
.summary h2{font-size:clamp(1.9rem,3.6vw,2.6rem);letter-spacing:-.015em}
.answers{margin:1.6rem 0 0}
.answers>div{display:grid;grid-template-columns:11rem 1fr;gap:.3rem 2rem;padding:1.05rem 0;border-bottom:1px solid var(--line)}
.answers dt{font-weight:600;color:var(--accent)}
.answers dd{margin:0;max-width:46em}
.answers dd ul{margin:.1em 0}
.answers .asked{background:var(--tint);border-radius:10px;border-bottom:0;margin-top:1.1rem;padding:1.2rem 1.4rem}
.contents{margin-top:2.2rem}
.contents ol{list-style:none;padding:0;margin:0;columns:2;column-gap:3rem}
.contents li{margin:0;break-inside:avoid}
.contents a{display:flex;gap:.9rem;text-decoration:none;color:var(--ink);padding:.34rem 0}
.contents a span{color:var(--accent);font-variant-numeric:tabular-nums;min-width:1.6rem}
.contents a:hover,.contents a:focus-visible{text-decoration:underline;text-decoration-color:var(--accent)}
.chapter{padding-top:4.2rem}
.chapter>header{display:flex;align-items:baseline;gap:1rem;border-bottom:2px solid var(--ink);padding-bottom:.7rem;margin-bottom:1.5rem}
.chapter h2{font-size:clamp(1.7rem,3.4vw,2.4rem);letter-spacing:-.015em}
.chapter-number{font:600 .9rem/1 var(--sans);color:var(--accent);font-variant-numeric:tabular-nums}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.62rem 1.1rem .62rem 0;border-bottom:1px solid var(--line);min-width:6.5em;overflow-wrap:break-word}
thead th{font-size:.82rem;font-weight:600;color:var(--soft);border-bottom-color:var(--ink)}
tbody th{font-weight:600}
tfoot th,tfoot td{font-weight:700;border-bottom:0}
.absence{border:1px dashed var(--line);border-radius:10px;padding:1.1rem 1.3rem;color:var(--soft)}
.appendix table{font-size:.84rem}
.fingerprint code{font-size:.74rem;color:var(--soft)}
.person{font-size:.74rem;color:var(--soft)}
@media (max-width:720px){
.cover{grid-template-columns:1fr}.cover>*,.cover:has(.hero) .cover-text,.cover .hero{grid-column:1;grid-row:auto}
.key-facts{grid-template-columns:1fr 1fr;gap:1.2rem 1.4rem}
.answers>div{grid-template-columns:1fr}
.contents ol{columns:1}
.chapter{padding-top:3rem}
}
`;
