// English paragraphs of articles: some for every goal, some for one. Each says something of the brief in nearly every sentence.
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';

// biome-ignore format: one paragraph a line
export const englishPassages: readonly string[] = [
  '(Let us begin by naming things|First, what this is about|The subject, to begin with): (this is about|we are talking of|this page is on) {def}. (Many texts circle around|Plenty of pages stay vague|It is easy to get lost in generalities); this one (starts from|keeps to) what {brand} announces, and what (anyone|everyone|you) can check.',
  '(A good habit, when you meet {brand}|Faced with an offer like that of {brand}, the best thing), is to look for a fact rather than (an adjective|a slogan). (Here is one|For instance|The most telling): {fact}. (It can be checked and discussed|You can verify it and talk it over|That can be verified), and {def} <is|are> (the clearer for it|easier to picture).',
  '#(Let us talk about the price, since everybody thinks of it|Now for the price|The question of price always comes|People ask the price, and rightly): {price}. (On its own, an amount says little|A lone figure stays silent|The amount is only a beginning). (Set against|Next to) {def}, it (becomes information|makes sense), and you can compare it with what you know.',
  '(The way of working counts as much as the result|The result depends first on a way of working|A house is judged by its habits too). At {brand}, (it comes down to this|it can be said in few words|this is what guides each day): {values}. (You can remind {brand} of those words|Those words commit {brand}|Hold {brand} to them) (on the day|when|the moment) you judge {def}.',
  '(A decision seldom rests on one argument|Nobody decides for one reason only|It often takes two or three reasons). (The first, for {def}|About {def}, one can already note this): {fact}. (The rest depends on your situation|What follows is a matter of special cases), and one question put to {brand} (is worth more than a guess|spares many misunderstandings).',
  '(Time plays its part|There remains the calendar|There is a date to know). For {def}, (it all runs until this day|the limit is set): {deadline}. It is better to (look at it early|avoid the last evening), to put your questions to {brand}, and to (keep the last days for thought|decide with a quiet mind).',
  '(The place is no detail|Where is it|A word on the place): {place}. (Knowing it lets you picture|With that, you can plan) the way, the moment and the people you bring. {Brand} (can tell you what is missing|gives the rest on request).',
  '(The day is set|The date is known|One day to circle): {date}. (Writing it down at once|Noting it now) spares (regrets|bad surprises), and leaves time to think of {def}. {Brand} (gives the practical details|answers practical questions).',
  '(There is what {brand} claims, and what one can see|You can take {brand} at its word, or check|Between a promise and a finding, choose the finding). (In the second group|As for findings|What can be checked): {fact}. (It is a sound basis|That is enough to begin) for an opinion about {def}.',
  '#(Who is all this for|Whom did {brand} have in mind|Who is concerned)? (For {people}, first of all|Above all for {people}|Mostly for {people}). (Pleasing everyone is not the aim|A precise offer does not suit all): {def} <answers|answer> a (precise|real|particular) need, and {brand} (would rather say so|says it plainly|does not hide it).',
  '#(What sets one offer apart from the next|The difference between two offers) is often (one demand, kept for a long time|one detail that nobody gives up). (That of {brand} has a name|At {brand}, it would be this): {value}. (You can find it in {def}|{Def} <bears|bear> its mark|It shows in {def}), and (you can ask to see it more closely|anyone can make sure|it is easy to check).',
  '#(One question remains, which people hardly dare to ask|Let us dare the awkward question|One should also ask this): what <does|do> {def} not promise? {Brand} (announces here only what this text says|keeps to what is written here|adds nothing that is not written here). (Anything else is a matter of asking|For the rest, one asks|What is missing can be asked), and a written answer (beats an impression|reassures everyone|leaves no doubt).',
  '#Take {def} (from the small side, that of everyday life|on an ordinary day|as part of a normal week). (Who looks after it, when, with what care|What does it change, in practice)? The answer of {brand} (begins with a detail|fits in an example): {fact}. (Details often tell the rest|One can guess the rest).',
  '(Comparing takes a little method|To compare, one sheet is enough|Nothing beats a simple table). (Three lines will do|Three columns are enough): what you expect of {thecore}, what {brand} announces, what remains to be asked. (The second can already hold this|One can already write there): {fact}.',
  '(A question, a doubt, a special case|An answer is missing|One point is unclear)? (Getting in touch is simple|Here is where to ask|One address): {contact}. There {brand} speaks about {def} (better than any page|plainly), because a real question (calls for|deserves) a real answer.',
  '(Careful work can be told without effort|Good work is easy to tell). {Brand} speaks about {def} (by naming precise things|with examples): {fact}. (Nobody has to be content with that|It is only a start); it is (an honest place to begin|something that can be checked).',
  '(Before looking into {def}, the most useful thing is to write|One piece of advice before {def}: write) one line about what you expect. (That line will serve as a compass|You will read it again when you choose): it tells (what to ask {brand}|which questions {brand} should answer), and (what can be left aside|what counts less).',
  '(Talking about {def} to somebody you trust|Telling a friend about {def}) helps you (decide|see clearly). (Saying what {brand} does|Explaining {brand}|Putting it) (in your own words|aloud|to another person) (soon shows|makes clear) what you have understood, (and what is still missing|and what is left to ask).',
  '(Some questions save time|Three questions are often enough|There are good questions to ask at once|Ask three things). With {brand}, (here they are|they are simple): who (takes care of it|does the work), (from when|how soon), and what happens (if something goes wrong|in case of trouble|on a bad day)? (For {def}, the answers are short|About {def}, they are soon answered|On {def}, each takes one line).',
  '(Following {brand} takes no effort|There is no need to read everything|It is easy to keep up with {brand}|One can follow {brand} from afar). During this campaign, (short messages appear about|{brand} publishes short messages on) {def}; (keep one of them|one is sometimes enough), the one that answers (the question of the moment|your question).',
  '(Nothing replaces the view of somebody who already knows|Asking a person who already knows) {def} (saves time|is worth many pages). (If there is nobody near you|Failing that), {brand} remains the source (to ask|that is most direct).',
  '(Changing a habit takes time|People do not always decide at once|Taking your time is allowed|Nothing forces a choice today). For {def}, (a calm decision|a considered yes|a slow yes) (suits {brand} better than haste|is worth more to {brand} than haste|is what {brand} hopes for). (Read, compare, ask|A look, a comparison, a question): (the order matters little|each in their own order).',
];

// biome-ignore format: one paragraph a line
export const englishGoalPassages: Record<GoalKind, readonly string[]> = {
  buy: [
    '(Buying {core} means answering three questions|Three questions come before any purchase|One can sum it up in three questions): (what you get, what you pay, what you do if it does not suit|the thing, the price, the way back). About {def}, {brand} can answer (all three before you order|each of them in advance). (Ask them in that order|It is enough to ask|They are worth asking|Better before than after).',
    '(People buy better when they know why|A purchase needs a reason|Why this one, and why now|It helps to have a reason). {Def} <has|have> a use, a moment, sometimes a person in mind. (Naming it before you order from {brand} spares you the purchase that stays in a drawer|Say it to yourself before you order from {brand}), and (makes the right choice plain|the choice becomes simple).',
    '(It is tempting to decide on one photo|One photo is never enough). {Def} <deserves|deserve> a (slower|closer) look: material, size, use, care. {Brand} can give details on (each of these points|all of that), and (this is the moment to ask|asking is free).',
  ],
  subscribe: [
    'A subscription is a promise that repeats. With {def}, look at the rhythm as much as at the contents: how often, for how many people, with what freedom to stop. {Brand} can answer each of these before anything is sent.',
    'The simplest way is to think of an ordinary week. Where <does|do> {def} fit in? Who enjoys it? If the answer comes fast, what {brand} offers makes sense. If not, it is better to wait.',
    'People subscribe so as not to think of it, and that is the trouble: they forget to check. After a month with {core}, one question is enough: did it help? {Brand} would rather have a frank answer than a habit.',
  ],
  donate: [
    'Giving binds you to nothing else. You can support {def} once, look at what {brand} does with it, and decide later what comes next. Trust is built that way, in both directions.',
    'What {brand} stands for can be said in few words: {values}. That is the measure by which to judge the use of gifts for {def}, and to ask for explanations where they are missing.',
    'Talking about a cause counts too. Explaining {def} to someone near you already widens the circle of {brand}. The gift comes next, or does not; the idea has travelled.',
    'A gift is another thing when you know where it goes. Here it goes to {def}. {Brand} can explain what is done, what remains to be done, and how things move on. Asking for that news is no distrust: it is interest.',
    'There is no small useful gift and no large useless one. For {def}, regularity counts, and so does the number of people. What {brand} asks fits in one step, to the measure of each.',
    'People seldom give to an idea; they give to a place, to persons, to work they can picture. That is why {brand} speaks about {thecore} with facts, and leaves the decision to you.',
  ],
  book: [
    'Booking {core} mostly means getting rid of a hesitation. Once the time is chosen with {brand}, the rest becomes practical: the way, the hour, what to bring. The main thing is done.',
    'Before {def}, people like to know whom they will meet and how it goes. {Brand} can say it simply: the welcome, the length, what follows. It is enough to ask when you book.',
    'One appointment kept is worth ten intentions. For {core}, choosing a precise date helps to get from the wish to the fact. And if the day no longer suits, telling {brand} early helps everyone.',
  ],
  call: [
    'When you need {core}, you do not want to fill in a form. A call to {brand} lets you describe the situation, learn what to do meanwhile, and know what follows. Two minutes well spent.',
    'A good call is prepared in three words: what, where, since when. With those, {brand} can say whether {core} <fits|fit> and how soon. You hang up with an answer rather than a promise.',
    'Fear of the price keeps people from calling. It is lifted in a simple way: ask, at the start, what {core} <includes|include> and how much it takes. {Brand} hears that question often, and it is a fair one.',
  ],
  'request-demo': [
    'A useful demo starts from a real case. Before seeing {def}, it pays to write down the task that takes most time today, and to ask {brand} to do it again in front of you. You then judge work, not talk.',
    'Technical questions always come: data, access, integration, what to do with what exists. Better to ask them during the demo of {thecore} than after signing. {Brand} then answers in front of the right people.',
    'Choosing {core} also means giving up another way of working. It is honest to compare the two: what you gain, what you lose, what you will have to learn. {Brand} can help to fill those three columns.',
  ],
  'sign-up': [
    'Signing up for {def} begins with a good reason to come: a person to hear, a thing to see, a question to ask. {Brand} gives enough to choose from; the rest is up to you.',
    'Coming alone is no obstacle. At {def}, you already share a subject with the others, which makes for conversation. And if you would rather come with company, pass on the invitation of {brand}.',
    'The worst enemy of an event is the diary. For {core}, signing up early settles the question: the day is taken, the way is planned, and you come with a free mind. {Brand} does the rest.',
  ],
  install: [
    'An app is judged by use, not by its store page. With {core}, the right test is one task: do it once, with no settings, and see whether you saved time. {Brand} asks no more.',
    'Before you install {def}, two minutes for the serious questions: which data, which notifications, what price later. {Brand} answers on its page. If an answer is missing, that is the first thing to ask.',
    'People keep a handful of apps. For {core} to stay among them, one gesture has to become simpler. Which one? That is the only question {brand} invites you to ask on the first day.',
  ],
  apply: [
    'A trade is also learnt from others. At {brand}, you can ask with whom you work, who shows you the ropes, who decides on the rota. For {ask}, those answers count as much as the title.',
    'People read the terms first, and rightly so. {Brand} can state what the ad leaves out about {theask}: the hours, the trial period, the first day. It is best to ask in writing.',
    'What {brand} looks for is no perfection, but a way of working: {value}. If that sounds like you, {theask} <deserves|deserve> a few lines of application.',
    'A job is easier to understand through a day than through a list of qualities. For {theask}, the good question to ask {brand} is simple: what do people do in the morning, with whom, and how do they know the work is well done?',
    'There is no need to tick every box. {Brand} is looking for a person for {theask}, not for a form: experience nearby, fast learning, a real liking for the trade can be told in a few lines.',
    'Applying takes time, and waiting weighs. So ask {brand}, in your first message, when the answer will come and what follows. For {theask}, that clarity goes both ways.',
  ],
  visit: [
    'A good visit begins with one detail to look for. About {thecore}, {brand} can suggest several; pick one and find it on the spot. The rest comes by itself.',
    'An outing is easily put off to next week. For {def}, it is best to set a day with somebody: two people come more surely than one. {Brand} takes care of the welcome.',
    'There is the quick visit and the slow one. {Def} <allows|allow> both, but the second leaves more to remember. The advice of {brand}: keep a little time in hand, and ask questions.',
  ],
  petition: [
    'A public decision is taken somewhere, by precise persons, on a given date. Asking for {def} means addressing them clearly. {Brand} wants the tone to stay fair: {value}.',
    'People discuss a lot and sign little. Yet {def} will not be settled in the comments. A written demand, carried by {brand}, leaves a trace that can be counted.',
    'Why stand up for {def} when there are a thousand other things to do? Because it changes ordinary days. {Brand} invites everyone to look at theirs, then to decide.',
    'A petition is worth the precision of its demand. That of {brand} fits in a line: {offer}. One may be for or against; at least one knows what it is about.',
    'Signing takes a minute, but it commits a name. Before you do it for {def}, read the demand, know the facts, and know whom it addresses. {Brand} is there to answer.',
    'One signature weighs little; together, they tell those who decide that {def} <concerns|concern> many people. That is why {brand} asks you to sign, then to pass it on to one person at least.',
  ],
  know: [
    'People remember a name when it goes with a picture. For {brand}, the picture is simple: {offer}. If this page were to leave one trace, let it be that one.',
    'Becoming known is not speaking loudly. {Brand} would rather say the same thing again, about {thecore}, until it becomes plain. It is slower, and surer.',
    'What would you say about {brand} to somebody who has never heard of it? One sentence is enough: {offer}. When the day comes, that sentence will come back, and with it the name to look for.',
  ],
};
