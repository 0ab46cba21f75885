// A4: the cover and the summary on pages of their own, chapters that follow each other without empty ends, nothing cut in the middle, colours that print.

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
.hero{min-height:0;align-self:stretch;background:var(--tint);border-radius:10px;padding:9mm}
.hero img{height:100%;width:100%;object-fit:contain;border-radius:0}
main{padding:0;max-width:none}
.summary{border-top:0;padding-top:0}
.chapter{padding-top:2.6rem}
.contents+.chapter{break-before:page;padding-top:0}
.chapter>header,h2,h3,h4,.week-title,thead{break-after:avoid}
.chapter>header+*,h3+*,.week-title+*,tfoot{break-before:avoid}
.chapter>.lead,.notice,.slide>h3,tbody tr:nth-last-child(2),tbody:has(+tfoot) tr:last-child,tbody tr:first-child,.columns li:nth-last-child(2){break-after:avoid}
.contents,.card,.swot>div,.candidate,.storyboard,.week,.objectives li,.messages li,.network,.questions,.answers>div,.plan li,tr{break-inside:avoid}
.networks{columns:3;column-gap:.8rem}.network{font-size:.8rem;padding:.7rem .8rem;margin-bottom:.8rem}.network .avatar{width:2rem;height:2rem}
.objectives,.messages{grid-template-columns:repeat(3,minmax(0,1fr))}.facts,.cards{grid-template-columns:repeat(3,minmax(0,1fr))}
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
.network img{max-height:58mm;width:auto}
.candidate .poster{width:100%;height:72mm;object-fit:contain;background:var(--tint)}
.appendix p{break-before:avoid}
.appendix td,.appendix th{padding:.3rem .8rem .3rem 0}
.formats img{height:5rem}
a{color:inherit;text-decoration:none}
video{display:none}
}
@media screen{.poster{display:none}}
`;
