// Type, cover, chapters and tables of the report.

export const pageStyle = `
:root{--ink:#191715;--soft:#665e57;--line:#e5e0d9;--paper:#fcfbf9;--card:#fff;--serif:"Source Serif 4 Variable","Iowan Old Style",Palatino,Georgia,serif;--sans:"Inter Variable",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--good:#2f6b3a;--bad:#a33a2a;--warn:#8a6100}
@media (prefers-color-scheme:dark){:root{--ink:#f3eee8;--soft:#b0a69c;--line:#38332f;--paper:#141210;--card:#1d1a18;--good:#8fd19e;--bad:#f0a497;--warn:#e8c468}}
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
.number{font:600 .9rem/1 var(--sans);color:var(--accent);font-variant-numeric:tabular-nums}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:1.2rem 2.4rem;margin:1.6rem 0 0}
.facts dt{font-size:.82rem;color:var(--soft)}
.facts dd{margin:.15rem 0 0}
.understood q{quotes:none;color:var(--soft)}
.objectives,.messages{list-style:none;padding:0;counter-reset:n;display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:1rem}
.objectives li,.messages li{counter-increment:n;margin:0;background:var(--tint);border-radius:10px;padding:1.1rem 1.3rem;font-family:var(--serif);font-size:1.12rem;line-height:1.42}
.objectives li::before,.messages li::before{content:counter(n);display:block;font:600 .82rem var(--sans);color:var(--accent);margin-bottom:.4rem}
.questions{background:var(--tint);border-left:4px solid var(--warn);border-radius:0 10px 10px 0;padding:.9rem 1.3rem;margin:1.6rem 0 0}
.questions h3{margin:.1rem 0 .4rem;font-size:1.06rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem}
.card p{margin:.5em 0 0}
.swot{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
.swot>div{background:var(--card);border:1px solid var(--line);border-top:4px solid;border-radius:4px 4px 10px 10px;padding:1rem 1.3rem}
.swot .strengths{border-top-color:#3f8f55}.swot .weaknesses{border-top-color:#c9892b}.swot .opportunities{border-top-color:#3d7ab8}.swot .threats{border-top-color:#c0523f}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.62rem 1.1rem .62rem 0;border-bottom:1px solid var(--line);min-width:6.5em;overflow-wrap:break-word}
thead th{font-size:.82rem;font-weight:600;color:var(--soft);border-bottom-color:var(--ink)}
tbody th{font-weight:600}
td.amount,th.amount{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-right:1.4rem}
tfoot th,tfoot td{font-weight:700;border-bottom:0}
.mix-bar{width:9rem;min-width:5rem}
.bar svg{width:100%;height:.7rem;display:block;background:var(--line);border-radius:99px;margin-top:.45rem}
.bar rect,.gauge rect{fill:var(--accent)}
.plan{list-style:none;padding:0;border-left:2px solid var(--line);margin-left:.35rem}
.plan li{display:grid;grid-template-columns:7rem 1fr;gap:1rem;padding:.45rem 0 .45rem 1.3rem;position:relative;margin:0}
.plan li::before{content:"";position:absolute;left:-.42rem;top:.95rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--accent)}
.plan .when{color:var(--accent);font-weight:600;font-size:.9rem}
.plan small{display:block}
.absence{border:1px dashed var(--line);border-radius:10px;padding:1.1rem 1.3rem;color:var(--soft)}
.notice{background:var(--tint);border-left:4px solid var(--accent);border-radius:0 10px 10px 0;padding:.8rem 1.2rem;font-weight:600}
.status{font-size:.8rem;font-weight:600;border-radius:99px;padding:.12rem .7rem;border:1px dashed var(--warn);color:var(--warn);white-space:nowrap}
.status.measured{border-style:solid;border-color:var(--good);color:var(--good)}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 3rem}
.word{display:inline-block;background:var(--tint);border-radius:6px;padding:.1rem .55rem;margin:.15rem 0;font-size:.9rem}
.gauge{white-space:nowrap}.gauge svg{width:5rem;height:.4rem;background:var(--line);border-radius:9px;display:inline-block;vertical-align:middle;margin-right:.5rem}
.article{max-width:42em;margin:0 auto;font-family:var(--serif);font-size:1.1rem;line-height:1.7}
.article h3,.article h4,.article h5{margin:1.8em 0 .5em}.article h4{font-size:1.3rem}
.article .article-title{font-size:2rem;margin:0 0 .7em}
.article blockquote{margin:1.4em 0;padding-left:1.2em;border-left:3px solid var(--accent);font-style:italic}
.article pre{overflow-x:auto;background:var(--tint);padding:1em;border-radius:8px;font-size:.85rem}
.appendix table{font-size:.84rem}
.fingerprint code{font-size:.74rem;color:var(--soft)}
.person{font-size:.74rem;color:var(--soft)}
@media (max-width:720px){
.cover{grid-template-columns:1fr}.cover>*,.cover:has(.hero) .cover-text,.cover .hero{grid-column:1;grid-row:auto}
.key-facts{grid-template-columns:1fr 1fr;gap:1.2rem 1.4rem}
.answers>div{grid-template-columns:1fr}
.contents ol{columns:1}
.swot,.columns{grid-template-columns:1fr}
.plan li{grid-template-columns:1fr;gap:0}
.chapter{padding-top:3rem}
}
`;
