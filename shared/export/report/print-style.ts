// A4: the cover on its own page, chapters that follow each other without empty ends, nothing cut in the middle, colours that print.

export const printStyle = `
@page{size:A4;margin:17mm 16mm 18mm;@bottom-right{content:counter(page);font:8pt var(--sans);color:#665e57}}
@page:first{@bottom-right{content:none}}
@media print{
:root{--ink:#191715;--soft:#5c544e;--line:#d9d2c9;--paper:#fff;--card:#fff;--good:#2f6b3a;--warn:#8a6100;color-scheme:light}
html{font-size:10.4pt}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.cover{padding:0;height:255mm;grid-template-columns:1fr;grid-template-rows:auto 1fr auto auto;gap:1.4rem;break-after:page;max-width:none}
.cover>*,.cover:has(.hero) .cover-text,.cover .hero{grid-column:1;grid-row:auto}
.cover h1{font-size:3.3rem}
.hero{min-height:0;align-self:stretch}
.hero img{height:100%;width:auto;max-width:100%;object-fit:contain;object-position:left top}
main{padding:0;max-width:none}
.summary{border-top:0;padding-top:0}
.chapter{padding-top:2.6rem}
.chapter.part{break-before:page;padding-top:0}
.chapter>header,h2,h3,h4,.week-title,thead{break-after:avoid}
.chapter>header+*,h3+*,.week-title+*{break-before:avoid}
.contents,.card,.swot>div,.candidate,.storyboard,.scenes li,.week,.objectives li,.messages li,.network,.questions,.answers>div,.plan li,tr{break-inside:avoid}
.networks{columns:2;column-gap:1rem}
.scenes{grid-template-columns:repeat(4,minmax(0,1fr))}
.frame{background:var(--tint);color:var(--ink);border:1px solid var(--line)}
.week{grid-template-columns:repeat(7,minmax(0,1fr))}
.week li,.week li.empty{display:block;min-height:3.4rem;border-top:0;border-left:1px solid var(--line)}
.week li:first-child{border-left:0}
.pair,.swot,.columns{grid-template-columns:1fr 1fr}
.answers>div{grid-template-columns:8.5rem 1fr}
.key-facts{grid-template-columns:repeat(4,1fr)}
.table{overflow:visible}
tfoot{display:table-row-group}
.network img{max-height:62mm;width:auto}
.appendix p{break-before:avoid}
.appendix td,.appendix th{padding:.3rem .8rem .3rem 0}
.formats img,.formats .poster{max-height:52mm}
a{color:inherit;text-decoration:none}
video{display:none}
}
@media screen{.poster{display:none}}
`;
