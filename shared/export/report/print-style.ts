// A4: the cover on its own page, nothing cut in the middle, colours that print.

export const printStyle = `
@page{size:A4;margin:16mm 15mm}
@media print{
:root{--ink:#1c1917;--soft:#5c544e;--line:#d9d2c9;--paper:#fff;--card:#fff;--good:#2f6b3a;--warn:#8a6100;color-scheme:light}
html{font-size:81%}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.cover{padding:0;min-height:94vh;align-content:center;break-after:page}
.hero img{max-height:110mm}
main{padding:0}
.contents{display:none}
.chapter{padding-top:0;break-before:page}
h2,h3,h4,.week-title{break-after:avoid}
.card,.swot>div,.candidate,.storyboard .scenes li,.week,.objectives li,.messages li,.mix>div,tr{break-inside:avoid}
.networks{columns:2}
.scenes{grid-template-columns:repeat(4,minmax(0,1fr))}
.frame{background:var(--tint);color:var(--ink);border:1px solid var(--line)}
#visuals+#video{break-before:auto;padding-top:3rem}
.week{grid-template-columns:repeat(7,minmax(0,1fr))}
.week li,.week li.empty{display:block;min-height:4rem;border-top:0;border-left:1px solid var(--line)}
.pair,.swot{grid-template-columns:1fr 1fr}
.table{overflow:visible}
a{color:inherit;text-decoration:none}
}
`;
