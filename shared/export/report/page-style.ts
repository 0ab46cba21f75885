// Type, cover, chapters and tables of the report.

export const pageStyle = `
:root{--ink:#1c1917;--soft:#6b625b;--line:#e4ded6;--paper:#fbf9f6;--card:#fff;--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--good:#2f6b3a;--bad:#a33a2a;--warn:#8a6100}
@media (prefers-color-scheme:dark){:root{--ink:#f3eee8;--soft:#b0a69c;--line:#3b3531;--paper:#161412;--card:#1f1c1a;--good:#8fd19e;--bad:#f0a497;--warn:#e8c468}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--sans);overflow-wrap:anywhere}
h1,h2,h3,h4{font-family:var(--serif);font-weight:600;line-height:1.15;text-wrap:balance;margin:0}
h3{font-size:1.3rem;margin:2.6rem 0 1rem}
h4{font-size:1.06rem;line-height:1.3}
p{margin:.5em 0}
ul,ol{padding-left:1.2em;margin:.5em 0}
li{margin:.35em 0}
li::marker{color:var(--accent)}
a{color:var(--accent)}
img,video{max-width:100%;height:auto;display:block;background:var(--line)}
small{font-size:.8rem;color:var(--soft)}
.quiet{color:var(--soft);font-size:.86rem}
.lead{font-family:var(--serif);font-size:1.24rem;line-height:1.5;max-width:44em}
.eyebrow{text-transform:uppercase;letter-spacing:.18em;font-size:.74rem;font-weight:600;color:var(--accent);margin:0 0 1.2rem}
.cover{max-width:1180px;margin:0 auto;padding:clamp(2rem,6vw,5rem) clamp(1.1rem,4vw,3rem) 2rem;display:grid;gap:2rem}
.cover h1{font-size:clamp(2.4rem,6.4vw,4.9rem);letter-spacing:-.022em;max-width:16ch}
.for{font-family:var(--serif);font-size:1.3rem;margin:1.4rem 0 0}
.date{color:var(--soft);margin:.2rem 0 0}
.hero{margin:0}
.hero img{width:100%;border-radius:14px;max-height:620px;object-fit:cover}
.figures{display:grid;grid-template-columns:repeat(4,1fr);margin:0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.figures div{padding:1.1rem 1.2rem;border-left:1px solid var(--line)}
.figures div:first-child{border-left:0;padding-left:0}
.figures dt{font-size:.8rem;color:var(--soft)}
.figures dd{margin:.1rem 0 0;font-family:var(--serif);font-size:2rem;line-height:1.1}
.disclosure{font-size:.84rem;color:var(--soft);margin:0;max-width:70em}
main{max-width:1180px;margin:0 auto;padding:0 clamp(1.1rem,4vw,3rem) 5rem}
.contents ol{list-style:none;padding:0;margin:1rem 0 0;display:flex;flex-wrap:wrap;gap:.5rem}
.contents li{margin:0}
.contents a{display:block;text-decoration:none;color:var(--ink);border:1px solid var(--line);background:var(--card);border-radius:99px;padding:.3rem .95rem;font-size:.88rem}
.contents a:hover,.contents a:focus-visible{border-color:var(--accent);color:var(--accent)}
.chapter{padding-top:4.5rem}
.chapter>header{display:flex;align-items:baseline;gap:1.1rem;border-bottom:2px solid var(--ink);padding-bottom:.8rem;margin-bottom:1.6rem}
.chapter h2{font-size:clamp(1.8rem,3.6vw,2.6rem);letter-spacing:-.015em}
.number{font:600 .86rem/1 var(--sans);color:var(--accent);letter-spacing:.08em}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:1.4rem 2.4rem;margin:2rem 0 0}
.facts dt{font-size:.8rem;color:var(--soft)}
.facts dd{margin:.15rem 0 0}
.objectives,.messages{list-style:none;padding:0;counter-reset:n;display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:1rem}
.objectives li,.messages li{counter-increment:n;margin:0;background:var(--tint);border-radius:12px;padding:1.3rem 1.4rem;font-family:var(--serif);font-size:1.12rem;line-height:1.4}
.objectives li::before,.messages li::before{content:counter(n);display:block;font:600 .8rem var(--sans);color:var(--accent);margin-bottom:.5rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.2rem 1.3rem}
.card p{margin:.5em 0 0}
.swot{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
.swot>div{background:var(--card);border:1px solid var(--line);border-top:4px solid;border-radius:4px 4px 12px 12px;padding:1.1rem 1.4rem}
.swot .strengths{border-top-color:#3f8f55}.swot .weaknesses{border-top-color:#c9892b}.swot .opportunities{border-top-color:#3d7ab8}.swot .threats{border-top-color:#c0523f}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.7rem 1.1rem .7rem 0;border-bottom:1px solid var(--line);min-width:6.5em;overflow-wrap:break-word}
thead th{font-size:.78rem;font-weight:600;color:var(--soft);border-bottom:1px solid var(--ink)}
tbody th{font-weight:600}
tfoot th,tfoot td{font-weight:700;border-bottom:0}
.mix{margin:0;display:grid;gap:1.1rem}
.mix>div{display:grid;grid-template-columns:8.5rem 1fr;gap:.2rem 1rem}
.mix dt{font-weight:600}
.mix dd{margin:0;display:grid;grid-template-columns:1fr 10.5rem;gap:.2rem 1rem;align-items:center}
.bar svg{width:100%;height:.85rem;display:block;background:var(--line);border-radius:99px}
.bar rect,.gauge rect{fill:var(--accent)}
.share{white-space:nowrap;font-variant-numeric:tabular-nums}
.role{grid-column:1/-1;color:var(--soft);font-size:.9rem}
.plan{list-style:none;padding:0;border-left:2px solid var(--line);margin-left:.35rem}
.plan li{display:grid;grid-template-columns:7rem 1fr;gap:1rem;padding:.5rem 0 .5rem 1.3rem;position:relative;margin:0}
.plan li::before{content:"";position:absolute;left:-.42rem;top:1rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--accent)}
.plan .when{color:var(--accent);font-weight:600;font-size:.9rem}
.plan small{display:block}
.absence{border:1px dashed var(--line);border-radius:12px;padding:1.3rem 1.5rem;color:var(--soft)}
.notice{background:var(--tint);border-left:4px solid var(--accent);border-radius:0 10px 10px 0;padding:.8rem 1.2rem;font-weight:600}
.status{font-size:.8rem;font-weight:600;border-radius:99px;padding:.12rem .7rem;border:1px dashed var(--warn);color:var(--warn);white-space:nowrap}
.status.measured{border-style:solid;border-color:var(--good);color:var(--good)}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 3rem}
.word{display:inline-block;background:var(--tint);border-radius:6px;padding:.1rem .55rem;margin:.15rem 0;font-size:.9rem}
.gauge{white-space:nowrap}.gauge svg{width:5rem;height:.4rem;background:var(--line);border-radius:9px;display:inline-block;vertical-align:middle;margin-right:.5rem}
.article{max-width:43em;margin:0 auto;font-family:var(--serif);font-size:1.1rem;line-height:1.72}
.article h3,.article h4,.article h5{margin:2em 0 .5em}.article h4{font-size:1.3rem}
.article .article-title{font-size:2rem;margin:0 0 .7em}
.article blockquote{margin:1.4em 0;padding-left:1.2em;border-left:3px solid var(--accent);font-style:italic}
.article pre{overflow-x:auto;background:var(--tint);padding:1em;border-radius:8px;font-size:.85rem}
.appendix table{font-size:.84rem}
.fingerprint code{font-size:.74rem;color:var(--soft)}
.person{font-size:.74rem;color:var(--soft)}
@media (max-width:720px){
.figures{grid-template-columns:1fr 1fr}.figures div{padding-left:0;border-left:0}.figures div:nth-child(even){padding-left:1.2rem;border-left:1px solid var(--line)}.figures div:nth-child(n+3){border-top:1px solid var(--line)}
.swot,.columns,.mix>div{grid-template-columns:1fr}.mix dd{grid-template-columns:1fr}
.plan li{grid-template-columns:1fr;gap:0}
.chapter{padding-top:3.2rem}
}
`;
