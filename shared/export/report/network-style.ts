// Cards in the look of their networks, storyboards, A/B pairs and the calendar.

export const networkStyle = `
.networks{columns:3 310px;column-gap:1.2rem}
.network{break-inside:avoid;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.1rem 1.25rem;margin:0 0 1.2rem;border-top:4px solid var(--network,var(--accent));font-size:.95rem}
.network:target{outline:3px solid var(--accent);outline-offset:3px}
.network>header{display:flex;gap:.7rem;align-items:center;margin-bottom:.8rem}
.network>header small{display:block;line-height:1.3}
.network>header strong{line-height:1.2}
.network h4{font-family:var(--sans);font-size:1.02rem}
.network img,.network video{border-radius:8px;margin-top:.8rem}
.network footer{margin-top:.9rem}
.avatar{flex:none;width:2.5rem;height:2.5rem;border-radius:50%;display:grid;place-items:center;background:var(--accent);color:var(--card);font:600 .9rem var(--serif)}
.subject{border-bottom:1px solid var(--line);padding-bottom:.6rem;font-weight:600}
.result{color:var(--accent)}
.hashtags{color:var(--accent)}
.button{display:inline-block;background:var(--accent);color:var(--card);border-radius:99px;padding:.32rem 1.05rem;font-size:.88rem;font-weight:600}
.buttons .button{margin:.2rem .3rem .2rem 0}
.headlines{list-style:none;padding:0}
.headlines li{font-family:var(--serif);font-size:clamp(1.4rem,3vw,2.1rem);line-height:1.2;padding:.75rem 0;border-bottom:1px solid var(--line);margin:0}
.linkedin{--network:#0a66c2}.instagram{--network:#c13584}.facebook{--network:#0866ff}.x{--network:#57606a}.tiktok{--network:#d6224f}.youtube{--network:#d4211d}.pinterest{--network:#bd081c}.threads{--network:#6b625b}.bluesky{--network:#0a66d8}.email{--network:#7a6a4f}.blog{--network:#2f7d5b}.search{--network:#4a63d0}
.chip{display:inline-block;border-radius:99px;padding:.1rem .8rem;font-size:.82rem;font-weight:600;background:var(--network);color:#fff}
.storyboard{border-bottom:1px solid var(--line);padding:1.6rem 0}
.storyboard:first-of-type{padding-top:0}
.storyboard:last-of-type{border-bottom:0}
.storyboard>header{display:flex;gap:.8rem;align-items:center;flex-wrap:wrap}
.scenes{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:1rem;margin:1.2rem 0}
.scenes li{margin:0}
.frame{aspect-ratio:16/10;background:#1e1b19;color:#f3eee8;border-radius:10px;padding:1rem 1.1rem;display:flex;flex-direction:column;justify-content:space-between;font-size:.9rem;line-height:1.4}
.frame span{font:600 .78rem var(--sans);opacity:.65}
.frame p{margin:0}
.voice{font-size:.9rem}.voice .quiet{display:block;font-size:.78rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1.4rem}
.candidate{margin:0;border:1px solid var(--line);border-radius:14px;overflow:hidden;background:var(--card)}
.candidate img,.candidate video{width:100%}
.candidate figcaption{display:flex;gap:.7rem;align-items:center;flex-wrap:wrap;padding:.8rem 1.1rem}
.candidate.chosen{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}
.formats{display:flex;flex-wrap:wrap;gap:.7rem;align-items:flex-end;flex-basis:100%}.formats .quiet{flex-basis:100%}.formats a{text-decoration:none}.formats img{height:6.2rem;width:auto;border-radius:4px}.formats small{display:block}
.letter{width:1.8rem;height:1.8rem;border-radius:50%;display:grid;place-items:center;border:1px solid var(--line);font-weight:700}
.chosen .letter{background:var(--accent);color:var(--card);border-color:var(--accent)}
.chosen-mark{margin-left:auto;color:var(--accent);font-weight:600;font-size:.9rem}
.week-title{margin:1.8rem 0 .6rem;font-family:var(--sans);font-size:.92rem}
.week{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(7,minmax(0,1fr));border:1px solid var(--line);border-radius:12px;overflow:hidden;background:var(--card)}
.week li{margin:0;padding:.6rem;min-height:6.2rem;border-left:1px solid var(--line)}
.week li:first-child{border-left:0}
.week li.empty{background:var(--paper)}
.day{display:block;font-size:.78rem;color:var(--soft);margin-bottom:.4rem}
.slot{display:block;text-decoration:none;color:var(--ink);border-left:3px solid var(--network,var(--accent));background:var(--tint);border-radius:0 6px 6px 0;padding:.25rem .45rem;font-size:.78rem;line-height:1.3;margin-bottom:.3rem}
@media (max-width:720px){
.pair{grid-template-columns:1fr}
.week{grid-template-columns:1fr}.week li{border-left:0;border-top:1px solid var(--line);min-height:0}.week li:first-child{border-top:0}.week li.empty{display:none}
}
`;
