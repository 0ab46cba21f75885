// A4: the cover and the summary on pages of their own, chapters that follow each other without empty ends, nothing cut in the middle, colours that print.

export const printStyle = `
@page{size:A4;margin:17mm 16mm 18mm;@bottom-right{content:counter(page);font:8pt var(--sans);color:#665e57}}
@page:first{@bottom-right{content:none}}
@layer paper{
@media print{
:root{--ink:#191715;--soft:#5c544e;--line:#d9d2c9;--paper:#fff;--card:#fff;--good:#2f6b3a;--warn:#8a6100;color-scheme:light}
html{font-size:10.4pt}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.cover{padding:0;height:255mm;grid-template-columns:1fr;grid-template-rows:auto 1fr auto auto;gap:1.4rem;break-after:page;max-width:none}
.cover>*,.cover:has(.hero) .cover-text,.cover .hero{grid-column:1;grid-row:auto}
.cover h1{font-size:3.3rem}
.hero{min-height:0;align-self:stretch;background:var(--tint);border-radius:10px;padding:9mm}
.hero img{height:100%;width:100%;object-fit:contain;border-radius:0}
main{padding:0;max-width:none}
.summary{border-top:0;padding-top:0}
.chapter{padding-top:2.6rem}
.contents+.chapter{break-before:page;padding-top:0}
.chapter>header,h2,h3,h4,thead{break-after:avoid}
.chapter>header+*,h3+*,tfoot{break-before:avoid}
.output-lead,.output-notice,tbody tr:nth-last-child(2),tbody:has(+tfoot) tr:last-child,tbody tr:first-child,.columns li:nth-last-child(2){break-after:avoid}
.contents,.card,.swot,.swot>div,.storyboard li,.week,.statements li,.output-notice,.answers>div,.plan li,.mix li,tr{break-inside:avoid}
.answers>div{grid-template-columns:8.5rem 1fr}
.key-facts{grid-template-columns:repeat(4,1fr)}
.output,.output-section,.script,.article{display:block}
.output>*+*,.script>*+*{margin-top:var(--space-6)}.output-section>*+*,.script>*+*{margin-top:var(--space-3)}
.output .statements,.output .cards{grid-template-columns:repeat(3,minmax(0,1fr))}
.output .storyboard{grid-template-columns:repeat(4,minmax(0,1fr))}
.output{--frame:var(--tint);--on-frame:var(--ink)}.frame{aspect-ratio:auto;min-height:26mm;border:1px solid var(--line)}
.posts{columns:3;column-gap:.8rem}.posts .card{font-size:.8rem;padding:.7rem .8rem;margin-bottom:.8rem}.face{width:1.8rem;height:1.8rem}
.post-media :is(img,video){max-height:58mm}
.pair .poster{width:100%;height:72mm;object-fit:contain;background:var(--tint)}
.table,.table-frame{overflow:visible}
tfoot{display:table-row-group}
.appendix p{break-before:avoid}
.appendix td,.appendix th{padding:.3rem .8rem .3rem 0}
a{color:inherit;text-decoration:none}
video{display:none}
}
@media screen{.poster{display:none}}
}
`;
