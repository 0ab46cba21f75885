// English sentences for goals that sell something or fill a diary. One sentence a line; see fill-frame.ts for the signs.
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';
import type { GoalBank } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const englishCommerce: Pick<Record<GoalKind, GoalBank>, 'buy' | 'subscribe' | 'book' | 'call' | 'request-demo' | 'install'> = {
  buy: {
    headline: ['{Barecore}: {price}', '{Barecore}, from {label}', '{Barecore}: order {by}', '(A closer look at|Looking closely at) {thecore}', '{Barecore}: {fact}', 'Before you choose, see {thecore}', '{Barecore}: (the price, the facts, the date|what it is, what it takes|facts and price in one place)'],
    cta: ['Order {thecore}', 'Choose {yourcore}', 'Buy {core}', 'Shop {thecore}'],
    hook: [
      '(Looking for|Thinking of|In need of) {core}? (Start with what can be checked|Begin with the facts|Facts come first).', '(What should you know|What is worth knowing) before ordering {def}?', 'Choosing {core} (begins|starts) with (knowing what you are buying|the right questions).', '{Def}: (what exactly should you expect|what will you really get|what is in it for you)?', 'Buy {core} (with your eyes shut|on a whim|without a look)? (Better to look first|We would rather you looked twice|{Brand} prefers a good look|There is a better way).',
      '(A short list|Three checks|A few lines|One minute) before you buy {core}: (what it is, what it takes, when you have it|the thing, the terms, the date|use, price, delivery).', '~Right, let us talk about {core}.', '^It is with due care that {brand} presents {def}.',
    ],
    action: [
      'Order {def}{+where}.', 'To order {def}: {contact}.', 'Place your order {by}{+where}.', 'Orders for {def} are taken {where}.', 'Fancy {core}? You can order {where}.', 'Take your time to compare, then order {def}.', 'Curious about {def}? Order {where}.', 'Choose {def} for yourself, or for someone else.',
    ],
    answer: [
      'The price? (It is stated before you order|Here it is|No need to ask): {price}.', '(Worried about choosing wrong|Afraid of a mistake)? (Ask for advice|Ask us) {where} before you order {def}.', '(And if it does not suit|What if it is not right|Wrong choice after all|Not what you expected)? Ask {brand} (before you buy, not after|first).', '(In two minds about|Hesitating over|Unsure about) {def}? (One fact helps|A fact may help|Here is a fact): {fact}.', '“Why not something else?” (A fair question|Good question), and {brand} answers (with a fact|like this): {fact}.', 'Too dear? {Price}, to be set against this: {fact}.',
    ],
    how: [
      'For {def}, three steps: look, ask what is missing, order{+where}.', '(Write down|Note) what you expect of {def}, then compare: {fact}.', 'Before you order {def}, (check|look at) what is included, the price and the date.', 'Ask yourself (when and where|how often) you will use {def}: the right choice (often follows|is then near).',
    ],
    heading: ['(What to know|Good to know|Worth knowing) before you buy {core}', '(A closer look at|Looking closely at) {def}', 'Ordering {core}, (in practice|step by step|the short way)', 'Price, date, terms: {core} (in plain sight|in clear words)'],
    title: ['{Barecore}: what to know before you order', 'Choosing {core}: price, facts (and useful questions|and what to ask)', 'Buying {core}: the right questions, the answers from {label}'],
    plan: {
      steps: [
        ['Show the thing', 'Let people see {def} up close, one idea at a time.'], ['State price and proof', 'Put the price, the terms and the facts of the brief before any promise: {proofs}.'], ['Open the order', 'Ask for one thing everywhere: to order {def}{+where}.'],
      ],
      metric: ['Orders', 'Orders of {thecore}, counted each week at the source (shop or till).'],
      obstacles: ['the price, as long as nobody sets it against what one gets', 'the fear of choosing the wrong {barecore}', 'the question of delivery and returns'],
      rivals: [
        ['The large retailer', 'Sells {core} among thousands of items.', 'Stock and delivery that run by themselves.', 'Does not say who answers, where {name} can.'],
        ['The cheapest seller online', 'Talks of nothing but the price of {thecore}.', 'A price that is easy to compare.', 'Little proof: {name} can give some.'],
        ['Putting it off', 'Do without {thecore} a little longer.', 'Costs nothing today.', 'Nothing presses while nobody has shown {def} up close.'],
      ],
      cadence: 'announce three weeks before, open at two weeks, prove at one week, remind at three days, the day before and on the day',
      searches: ['{b} price', 'buy {b}', '{b} reviews', 'how to choose {b}', '{b} online', 'order {b}'],
    },
  },
  subscribe: {
    headline: ['{Barecore}: {price}', '{Barecore}, without having to think of it', 'Get {thecore}', '{Barecore}: {fact}', '{Yourcore}, from {label}', 'Something to look forward to: {core}', '{Barecore}: try it {by}'],
    cta: ['Get {yourcore}', 'Sign up for {yourask}', 'Try {thecore}', 'Try {yourcore}'],
    hook: [
      'Remember it every week, or get {def} without a thought?', 'What you get, when, for how much, how to stop: {core} in four answers.', '{Def}: one habit less to manage.', 'A subscription is worth what it brings. Here: {offer}.', 'Before you commit, know to what. {Brand} offers {offer}.',
      'Put it off once more? With {core}, the question is settled in advance.', '~Simple version: {core}, and one errand less.', '^{Brand} offers you {offer}.',
    ],
    action: [
      'Start {yourask}{+where}.', 'Subscribe{+where} and get {def}.', 'Subscriptions to {def} begin {where}.', 'Try {def}, then judge.', 'Subscribe to the plan that suits you{+where}.', 'To subscribe to {def}: {contact}.', 'Start {yourask} {by}.',
    ],
    answer: [
      'How much? {Price}, and nothing hidden in that line.', 'Afraid of a contract you cannot leave? Ask {brand} how to stop before you sign.', 'Will you use it? Look at what is included: {fact}.', 'And if {def} <does|do> not suit you? Ask how to stop before you start.', 'Yet another subscription? This one from {brand} rests on a fact: {fact}.',
    ],
    how: [
      'Choose {yourcore}, note the first day, look again after a month.', 'A good subscription is judged by use: {fact}.', 'For {def}, check the rhythm, the contents and how to stop.', 'Add up what you spend today, then compare with {def}.',
    ],
    heading: ['What you get with {core}', 'How much, how often, how to stop', 'Who {core} <is|are> for', 'Subscribing, (in practice|step by step|the short way)'],
    title: ['{Barecore}: what you get, how often, for how much', 'Subscribing to {label}: {core}, point by point', '{Barecore}: for whom, how much, how'],
    plan: {
      steps: [
        ['Name the chore that comes back', 'Begin with what people do over and over, then show {def}.'], ['Say what arrives', 'Contents, rhythm, price, way out: all of it, resting on {proofs}.'], ['Let people try', 'Offer an easy first time: {ask}{+where}.'],
      ],
      metric: ['Confirmed subscriptions', 'Paid or confirmed subscriptions to {thecore}, and how many remain on day thirty.'],
      obstacles: ['the fear of a commitment one cannot leave', 'doubt about how much use {core} will get', 'an amount that comes back every month'],
      rivals: [
        ['Buying now and then', 'One gets {core} when one thinks of it.', 'No commitment.', 'One has to think of it every time.'], ['The big platform', 'A wide catalogue, a standard plan.', 'Easy payment.', 'No tie with the people who do the work.'], ['Changing nothing', 'The habit in place.', 'It is familiar.', 'The same chore comes back, and {brand} answers it with {offer}.'],
      ],
      cadence: 'two pieces a week, then a short reminder at the end of the trial',
      searches: ['{b} subscription', 'subscribe to {b}', '{b} price per month', '{b} delivery', '{b} gift', '{b} cancel any time'],
    },
  },
  book: {
    headline: ['{Barecore}: choose your time', '{Barecore}, with {label}', '{Barecore}: {price}', '{Barecore}: {fact}', 'Book {yourcore}', '{Barecore} {inplace}: book a time', '{Barecore}: book {by}'],
    cta: ['Book {yourcore}', 'Book a date for {thecore}', 'Book a time: {barecore}', 'Reserve {yourcore}'],
    hook: [
      'Been meaning to for a while? {Core} can be booked in a minute.', 'What happens during {def}? Enough to arrive at ease.', 'Finding the time is often the hard part. For {core}, one slot will do.', '{Def}: who sees you, how long, for how much?', 'Put it off again? Once booked, {core} <is|are> done.',
      'Before you book {core}, here is what {brand} can already tell you.', '~One slot, your name on it, done: {core}.', '^{Brand} is pleased to welcome you for {offer}.',
    ],
    action: [
      'Book {yours}{+where}.', 'Book a date for {def}{+where}.', 'Bookings for {def} are made {where}.', 'Book the time that suits you{+where}.', 'To book {core}: {contact}.', 'Keep a slot {by}{+where}.', 'Tempted by {def}? Book when you like{+where}.',
    ],
    answer: [
      'How much? {Price} for {def}.', 'No time? Ask {brand} which slots are open, then choose.', 'Things come up: ask {brand} how to move {yours}.', 'Nervous about {def}? One fact to prepare with: {fact}.', 'Who sees you? {Brand}, and this much is known: {fact}.',
    ],
    how: [
      'Before {def}, write down one question you want to ask.', 'Book, come with what is needed, leave with an answer: that is {core}.', 'For {def}, plan the way there and a few minutes to spare.', 'Getting ready for {core} begins with a detail: {fact}.',
    ],
    heading: ['What happens during {def}', 'Before you book {core}', 'Price, length, access: {core} in plain words', 'Booking, (in practice|step by step|the short way)'],
    title: ['{Barecore}: how it goes, how much, when', 'Booking {core}: what to know first', '{Core} with {label}: the answers before you come'],
    plan: {
      steps: [
        ['Begin with the situation', 'Say when {core} <becomes|become> useful, without drama.'], ['Tell the moment', 'Who sees people, what happens, what they leave with: {proofs}.'], ['Open the diary', 'One step: book {def}{+where}.'],
      ],
      metric: ['Confirmed bookings', 'Bookings confirmed in the diary of {name}, with the share of no-shows.'],
      obstacles: ['finding the time', 'the question of price before {def}', 'nerves about the first time'],
      rivals: [
        ['The place people already know', 'One books where one always has.', 'Trust.', 'A precise fact about {core} can change a habit.'], ['The booking platform', 'All slots in one place.', 'Ease.', 'Nothing tells one address from the next.'], ['Next month', 'One will see.', 'Asks no effort.', 'A slot that is offered removes the effort.'],
      ],
      cadence: 'one piece a week, then ten, five and two days before the date in view',
      searches: ['{b} booking', 'book {b}', '{b} price', '{b} near me', '{b} availability', 'how long is {b}'],
    },
  },
  call: {
    headline: ['{Barecore}: {phone}', '{Barecore}? Call {label}', '{Barecore}, with {label}', '{Barecore}: {price}', '{Barecore}: {fact}', '{Barecore} {inplace}: one call'],
    cta: ['Call about {core}', 'Call {phone}', 'Call {label}: {barecore}', 'Phone us about {core}'],
    hook: [
      '{Barecore}: whom to call, and when?', 'When you need {core}, you want a voice and a clear answer.', 'One problem, one call: for {core}, {brand} picks up.', 'Before it gets worse: {core}.', 'Keep this number for the day you need {core}.', 'You cannot choose the moment. You can choose whom to call about {core}: {brand}.',
      '~No ten-page form for {core}: just ring.', '^For {core}, {brand} is at your service by telephone.',
    ],
    action: [
      'Call {phone} about {core}.', 'For {core}: {phone}.', 'Dial {phone} and describe what you see.', 'One number for {core}: {phone}.', 'Call {brand}{+where}.', 'Call, and say in two sentences what is wrong: {contact}.', 'Save {phone} before you need {core}.',
    ],
    answer: [
      'How much? {Price}: said before work begins.', 'A price by phone? Ask what {def} <includes|include> before you say yes.', 'Who answers? {Brand}. {Fact}.', 'Afraid to trouble someone over little? A call about {def} is for that too.', 'Is it time for {core}? One marker: {fact}.',
    ],
    how: [
      'Before you call about {core}, note what you see and since when.', 'On the phone, give the address, the problem and the time: {brand} can then speak of {core} to some purpose.', 'For {core}, always ask for the price and the hour first.', 'Keep at hand what concerns {def}: a bill, a photo, a model number.',
    ],
    hours: ['We answer: {hours}.', 'Hours for calls: {hours}.', 'For {core}, call during these hours: {hours}.'],
    heading: ['When to call about {core}', 'What to say on the phone', 'Price and time: {core} without surprises', 'A number to keep'],
    title: ['{Barecore}: whom to call, what to say, what to expect', '{Barecore}: the answers before you ring', 'One problem, one call: {core} with {label}'],
    plan: {
      steps: [
        ['Name the problem', 'Say simply when one needs {core}.'], ['Say who answers', 'Hours, area, people, facts: {proofs}.'], ['Give the number', 'The same number everywhere, written the same way{+where}.'],
      ],
      metric: ['Calls', 'Calls to {name} longer than thirty seconds, with the share that is answered.'],
      obstacles: ['fear of the price', 'waiting on the line', 'fear of a sales talk'],
      rivals: [
        ['The lead platform', 'One form, then several quotes.', 'It fills the search page.', 'Nobody knows who will come.'], ['The friend who knows about it', 'A helping hand.', 'Trust.', 'No date and no guarantee for {core}.'], ['Waiting', 'Do nothing.', 'Free on the first day.', 'The problem stays; {brand} can say so without drama.'],
      ],
      cadence: 'short pieces in opening hours, never when nobody can answer',
      searches: ['{b} number', '{b} price', 'emergency {b}', '{b} near me', 'who to call for {b}', '{b} quote'],
    },
  },
  'request-demo': {
    headline: ['{Barecore}: see it on your own case', '{Shortask}', '{Barecore}: {fact}', '{Barecore}, in twenty minutes?', 'Your questions, in front of {core}', '{Barecore}, by {label}', '{Barecore}: a demo before you decide'],
    cta: ['Ask for {shortask}', 'See {thecore} at work', 'Schedule {shortask}', 'Try {thecore} with us'],
    hook: [
      'How much time goes by without {core}?', 'A product page does not say everything about {def}. A demo does.', '{Def}: showing beats promising.', 'Three questions to ask any supplier, beginning with us, about {def}.', 'What today costs, and what {core} <changes|change>: let us look at your case.',
      'A website is not enough to decide on {def}: it takes a look.', '~Twenty slides? No. {Core}, live, on your examples.', '=Before any trial of {core}: scope, integration, security.',
    ],
    action: [
      'Ask for {ask}{+where}.', 'Choose a time to see {def}{+where}.', 'Bring a real case and see {def} on it.', 'A demo of {thecore} can be requested {where}.', 'Bring the people who decide and ask for {ask}.', 'To see {def}: {contact}.', 'Ask for {ask} {by}.',
    ],
    answer: [
      'No time? Say so: the demo of {thecore} can stick to one question.', 'And IT? Invite them: the questions about {def} will be better.', 'The budget? {Price}. The rest depends on your scope.', '“We already have a tool.” Then compare, fact against fact: {fact}.', 'What safeguards? What {brand} puts first: {fact}.',
    ],
    how: [
      'Before the demo, write down the task that takes most of your time: judge {def} by it.', 'Prepare one concrete example; {brand} will show {def} on it.', 'At the end, ask what {def} <does|do> not do: the answer tells a lot.', 'Compare {def} with the way you work today, one criterion at a time.',
    ],
    heading: ['What today costs', 'What a demo of {thecore} shows', 'Security, integration, budget: what to ask', 'Getting ready for the demo'],
    title: ['{Barecore}: the questions to ask before a demo', 'Judging {core} on evidence: a guide to the demo', '{Barecore}: what to see before you decide'],
    plan: {
      steps: [
        ['Measure the pain with them', 'Let people talk of their work today, without a figure that the brief does not give.'], ['Show the outcome', 'Show {def} at work, with the proof of the brief: {proofs}.'], ['Offer a time', 'Twenty minutes, a real case, the right people: {ask}{+where}.'],
      ],
      metric: ['Demos held', 'Requests received by {name}, then demos really held with somebody who decides.'],
      obstacles: ['finding the time', 'the view of IT and security', 'a budget already spent elsewhere'],
      rivals: [
        ['The large vendor', 'A full suite.', 'Its place with clients already.', 'Little give on a precise case such as {core}.'], ['The spreadsheet', 'Free, known to all.', 'Nothing to install.', 'Breaks when several teams touch it.'], ['Next year’s project', 'Wait for the right budget.', 'No visible risk.', 'The pain of today goes on: show it with {def}.'],
      ],
      cadence: 'two or three pieces a week, an email at fourteen, seven and two days before a fixed date',
      searches: ['{b} demo', '{b} pricing', 'compare {b}', '{b} security', '{b} integration', 'how to choose {b}'],
    },
  },
  install: {
    headline: ['{Barecore}: install it, try it', '{Barecore}, on your phone', '{Barecore}: {fact}', '{Barecore}: {price}', '{Barecore}, by {label}', 'One thing to install: {core}'],
    cta: ['Install {thecore}', 'Get {thecore}', 'Open {thecore}', 'Try {thecore}'],
    hook: [
      'What {def} <is|are> for, in one line: {fact}.', 'Yet another app? {Def}, as long as it helps.', 'Ten seconds to understand {def}.', 'Your phone is full already. What <does|do> {def} add?', '{Def}: what it does, what it does not.', 'One task less, in your pocket: {core}.', '~Two minutes free? That is long enough to install {core}.', '=Data, space, price: {core} under the lens.',
    ],
    action: [
      'Install {def}{+where}.', 'Download {def}{+where} and open it.', 'Installing {def} begins {where}.', 'Try {def} for a day, then keep it or delete it.', 'To install {core}: {contact}.', 'Make a first try with {def} today.', 'Install {def} {by}.',
    ],
    answer: [
      'And my data? Read what {brand} says before you install, then ask what is missing.', 'Does it cost anything? {Price}.', 'Does it take space? Look at the store page of {thecore} before you install.', 'Why {core}, among so many? One fact: {fact}.', 'And if I never use it? {Def} can be removed as easily as installed.',
    ],
    how: [
      'Install {def}, do one useful thing, and stop there.', 'On the first day with {core}, try this: {fact}.', 'Set the notifications of {thecore} first: people keep what serves them.', 'Show {def} to somebody who has never seen it: their questions will be the right ones.',
    ],
    heading: ['What {def} <is|are> for', 'The first minute with {core}', 'Data, space, price', 'Installing, (in practice|step by step|the short way)'],
    title: ['{Barecore}: what it is for, and for whom', '{Barecore}: the first day, step by step', 'Is {core} worth installing? Plain answers'],
    plan: {
      steps: [
        ['Say the task in a line', 'One sentence, one picture: what {core} <does|do>.'], ['Show ten seconds of use', 'A short demonstration, then the facts: {proofs}.'], ['Have it installed and opened', 'Lead to the install and to a first success{+where}.'],
      ],
      metric: ['Installs that are opened', 'Installs of {thecore} followed by a first use on the same day.'],
      obstacles: ['space and notifications', 'the use of data', 'the fear of paying later'],
      rivals: [
        ['The app already there', 'Does about the same as {core}.', 'It is installed.', 'One thing done better is reason enough to try.'], ['Pen and paper', 'Nothing to learn.', 'Always at hand.', 'Reminds of nothing, shares nothing.'], ['The website', 'It is all in the browser.', 'No install.', 'Less handy for everyday use.'],
      ],
      cadence: 'a dense effort in the first two weeks, then one piece a week',
      searches: ['{b} app', 'download {b}', '{b} reviews', '{b} free', '{b} android', '{b} iphone'],
    },
  },
};
