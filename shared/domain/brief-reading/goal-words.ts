// How people say what a campaign shall bring about, in both languages. Weights: 3 names the action itself, 2 the thing
// that is counted, 1 only hints. The words of a goal also tell where the offer begins ("vendre | des paniers").
import type { GoalKind } from '../../contracts/brief-reading.ts';

export interface GoalWords {
  readonly kind: GoalKind;
  readonly weight: number;
  readonly pattern: RegExp;
  /** The word names the thing itself ("atelier"): the offer begins with it, not after it. */
  readonly isThing?: boolean;
}

/** Whole words: neither a part of a compound ("donation-partage") nor of "don't"; "inscrivez-vous" is one word with its pronoun. */
const word = (alternatives: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:${alternatives})(?!\p{L}|-(?!(?:vous|nous|moi|toi|le|la|les|y|en|lui|leur)(?!\p{L}))\p{L}|'t(?!\p{L}))`,
    'giu',
  );
const BLOOD = `(?:sang|plasma|plaquettes|moelle|blood|platelets?|marrow|stem cells?)`;

const SHOW = `(?:concerts?|spectacles?|shows?|gigs?|recitals?|r[ée]citals?|galas?|performances?|repr[ée]sentations?|plays?|pantos?|pantomimes?|festivals?|bals?|ceilidhs?|soir[ée]es?|evenings?|nights?|dinners?|d[îi]ners?)`;

export const goalWords: readonly GoalWords[] = [
  { kind: 'donate', weight: 3, pattern: word(String.raw`dons?(?! (?:du|de) ${BLOOD})|faire un don(?! (?:du|de) ${BLOOD})|donateur(?:s|rices?)?|collecter?(?: de fonds)?(?! (?:du|de) ${BLOOD})|lev(?:er|[ée]e) (?:de fonds|\d[\d\s]*)|r[ée]colter|cagnotte|parrain(?:er|age|ages)|m[ée]c[èe]nes?|(?<!${BLOOD} )donations?(?! (?:of )?${BLOOD}| et (?:la |les )?successions?| entre [ée]poux| au dernier)|donat(?:e|ing)(?! ${BLOOD})|(?<!${BLOOD} )donors?|fundrais(?:e|er|ing)|raise (?=[£$€\d])|charitable gifts?|chip in|give to`) },
  // Blood is given by appointment.
  { kind: 'book', weight: 4, pattern: word(`(?:donneurs|donneuses|donneur)(?: de ${BLOOD})?|dons? (?:du|de) ${BLOOD}|donner (?:(?:son|leur|votre|du|de la) )?${BLOOD}|${BLOOD} (?:donors?|donations?|drives?)|(?:donate|give) ${BLOOD}|donor sessions?`) },
  { kind: 'donate', weight: 4, pattern: word(String.raw`collecter (?=\d[\d\s.,]*\s?(?:k?€|euros|\$|CHF))|lever (?=\d[\d\s.,]*\s?(?:k?€|euros|\$|CHF))|raise (?=[£$€]\s?\d)`) },
  { kind: 'donate', weight: 1, pattern: word(String.raw`donner(?! (?:envie|du temps|[àa] conna[îi]tre|rendez-vous))|giving|monthly givers?|gifts? of (?=[£$€\d])`) },
  { kind: 'petition', weight: 4, pattern: word(String.raw`p[ée]titions?|(?:\d[\d\s]*)?signatures?|signer|signataires?|sign (?:the|our|a|this) (?:\p{L}+ ){0,2}(?:petition|letter|pledge|charter|appeal)s?|signers`) },
  { kind: 'install', weight: 4, pattern: word(`t[ée]l[ée]charg(?:er|ements?|ez)|installer l'(?:app|appli)|installations? de l'app(?:li(?:cation)?)?|installs?|downloads?|install(?:ing)? (?:the|our) app|app store|play store|get the app`) },
  { kind: 'install', weight: 1, pattern: word(`appli|application mobile|mobile app|app`) },
  { kind: 'apply', weight: 4, pattern: word(String.raw`recrut(?:er|ement|ements|ons|e)(?!\s(?:(?:\d[\d\s]*|de |des )(?:nouveaux |nouvelles )?)?(?:donateurs|donatrices|b[ée]n[ée]voles|volunteers|abonn|adh[ée]rents|membres|clients|donors|members|subscribers|customers))|embauch(?:er|e|es|ons)|candidatures?|candidat(?:s|es)?|postuler?|hir(?:e|ing)|recruit(?:ing|ment)?|job applications?|applicants?|vacanc(?:y|ies)|apply|applications(?= (?:for|from))`) },
  { kind: 'apply', weight: 4, isThing: true, pattern: word(String.raw`(?<=(?:\d|des|nos|new|for|our|find|need|hire) )(?:apprenti(?:e|es|s)|alternant(?:e|es|s)|apprentices)`) },
  { kind: 'apply', weight: 1, pattern: word(String.raw`CDI|CDD|alternance|H\/F|postes?|offre d'emploi|job|CVs?|resumes`) },
  { kind: 'request-demo', weight: 4, pattern: word(`d[ée]mos?|d[ée]monstrations?|demos?|demo requests?|qualified leads|leads qualifi[ée]s|pilots?|free trials?|essais gratuits?`) },
  { kind: 'request-demo', weight: 2, pattern: word(`leads?|prospects qualifi[ée]s|rendez-vous commerciaux|sales meetings?|MQLs?|SQLs?`) },
  { kind: 'subscribe', weight: 4, pattern: word(`abonn(?:er|ez|ement|ements|[ée]s|[ée]es?|[ée])|s'abonner|souscri(?:re|ptions?|vez)|adh[ée](?:rer|sions?|rents?)|subscri(?:be|bers?|ptions?|bing)|members?hips?|(?:(?:new|paying|monthly|annual|yearly) ){1,3}members|(?:remind|get|ask|urge|nudge) (?:(?:our|the|all|existing|lapsed) )*(?:members|subscribers)(?= to renew)|renewals?|r[ée]abonnements?|se r[ée]abonner|(?:renouveler|renew)(?= (?:leur|votre|son|l'|their|your|the) ?(?:adh|abonn|cotis|carte|licence|member|subscr))|renouvellements? d'(?:adh|abonn)\\p{L}+|nouveaux membres|(?:new )?joiners|coop[ée]rat(?:eurs|rices)|soci[ée]taires`) },
  { kind: 'subscribe', weight: 4, isThing: true, pattern: word(`newsletter|infolettre|box mensuelle|monthly box`) },
  { kind: 'book', weight: 4, pattern: word(`r[ée]serv(?:er|ez|ations?)|prendre? rendez-vous|prises? de rendez-vous|(?<!sans )(?:rendez-vous|rdv)|book(?:ings?|ed)?(?!.com| (?:[d,]+ |a |your )?(?:qualified )?demos?)|(?<!no |without (?:an )?)appointments?|reservations?|reserve`) },
  { kind: 'book', weight: 2, isThing: true, pattern: word(`cr[ée]neaux|consultations?|remplir (?:la basse saison|nos chambres|les chambres)|nuit[ée]es|s[ée]jours?|new patients?|nouveaux patients`) },
  { kind: 'book', weight: 2, pattern: word('devis(?= (?:par|pour) )|(?:en|in)quir(?:y|ies)') },
  { kind: 'book', weight: 2, pattern: word('couverts(?! (?:en|de table)(?!\\p{L}))') },
  { kind: 'book', weight: 4, pattern: word('come in(?= for an? )') },
  { kind: 'book', weight: 4, pattern: word(`demand(?:er|es?) (?:de|un) devis|request a quote|quote requests?`) },
  { kind: 'book', weight: 4, isThing: true, pattern: word(`check-?ups?|bilans? de sant[ée]|eye tests?`) },
  { kind: 'book', weight: 4, pattern: word(String.raw`remplir (?:l'agenda|le planning|les cr[ée]neaux|le carnet)|remplir(?= (?:les |nos |mes |des )?(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|midis?|soirs?|services?|tables?|couverts?)(?!\p{L}))|fill(?= (?:up )?(?:our |the |more |all )?(?:\p{L}+ )?(?:nights|rooms|beds|tables|slots)(?![\p{L}]))`) },
  { kind: 'call', weight: 4, pattern: word(`appels?(?! [àa] )(?: t[ée]l[ée]phoniques?| entrants)?|appeler|appelez|nous appeler|coups? de (?:fil|t[ée]l[ée]phone)|t[ée]l[ée]phoner|phone calls?|calls?(?! to action)|ring us|phone us|inbound calls`) },
  { kind: 'call', weight: 1, pattern: word(String.raw`d[ée]pannages?|urgences?|24\s?h\/24|24\/7|emergency|call-outs?`) },
  { kind: 'sign-up', weight: 4, pattern: word(String.raw`inscri(?:re|ptions?|ts?|tes?|vez)|participants?|sign[- ]?ups?|sign(?:ed|ing) up|enrol(?:l?ing|l)? (?:\d+ )?(?:new |more )?[\p{L}]+ (?:in|on|for)|enrol(?:l?ed|l?ing|l|s|l?ments?)?|regist(?:er|rations?|rants?)|attend(?:ees)?|RSVPs?|sign up|sign (?:[\p{L}\d'-]+ ){1,6}up|volunteer(?:s|ing)?|b[ée]n[ée]vol(?:es?|at)|donner (?:de (?:son|leur) |du )temps`) },
  { kind: 'sign-up', weight: 4, pattern: word(String.raw`remplir(?= (?:la |le |l'|notre |nos |les )(?:\d+ )?(?:nuits?|repr[ée]sentations?|soir[ée]es?|spectacles?|concerts?|f[êe]tes?|galas?|festivals?|d[îi]ners?|bals?|veill[ée]es?)(?![\p{L}]))|fill(?= (?:the |our |up the )(?:\p{L}+ ){0,2}?(?:evening|show|concert|gala|dinner|event|party|festival)(?![\p{L}]))`) },
  { kind: 'sign-up', weight: 4, pattern: word(String.raw`join the (?:waiting ?list|list)(?: for)?|waiting list for|liste d'attente (?:de|du|pour)|remplir (?:les )?(?:\d+ )?places (?:pour|de|du)|remplir(?= (?:les |nos |mes |le |l')?(?:\d+ )?(?:cours|ateliers?|s[ée]ances?|stages?)(?![\p{L}]))|fill(?= (?:the |our |all )?(?:\d+ )?(?:(?!the|our)\p{L}+ ){0,2}(?:classes|courses|workshops|sessions|lessons)(?![\p{L}]))|fill (?:all )?(?:the )?(?:\d+ )?(?:seats|places|spots) (?:for|of|at|in|on|per)`) },
  // Seats at an event are no goods: people come.
  { kind: 'sign-up', weight: 5, pattern: word(`remplir (?:la salle|le th[ée][âa]tre|le gymnase|l'[ée]glise|la grange|le chapiteau)(?= (?:pour|de|du|lors|[àa]|au) )|fill (?:the|our) (?:hall|church|theatre|theater|room|barn|marquee|house)(?= (?:for|at|on) )`) },
  { kind: 'sign-up', weight: 5, pattern: word(String.raw`(?:sell(?:ing)? (?:out )?|vendre )(?:(?:all|the|our|more|last|remaining|les|des|toutes|nos|dernières|\d+) )*(?:tickets|seats|billets|places)(?: restante?s| qui restent| left)?(?= (?:for|to|at|pour|du|de|[àa]) (?:\p{L}+ ){0,4}?${SHOW}(?![\p{L}]))|sell(?:ing)? out(?= (?:(?:the|our|all|both) )?(?:\p{L}+ ){0,3}?${SHOW}(?![\p{L}]))`) },
  { kind: 'sign-up', weight: 2, isThing: true, pattern: word(`webinaires?|webinars?|conf[ée]rences?|ateliers?|workshops?|s[ée]minaires?|meet-?ups?|salon|gala|course solidaire|fun run|marathon|hackathon|open day|portes ouvertes|festival|concerts?|stages?`) },
  { kind: 'visit', weight: 4, pattern: word(`(?:faire )?adopt(?:er|ions?(?= d))|rehom(?:e|ing)|adopt|visit(?:er|es?|eurs|ez)|faire venir|attirer (?:du monde|les gens|du public)|fr[ée]quentation|en magasin|en boutique|pousser la porte|visitors?|visits?|foot ?fall|foot traffic|come (?:to|and)|(?:get|bring|draw) (?:\\d+ )?(?:people|families|locals|neighbours) (?:to|in)|come in(?! for an? )|drop in|walk-ins?|venir`) },
  { kind: 'visit', weight: 3, isThing: true, pattern: word(`portes ouvertes|open (?:day|evening|house|night)s?`) },
  { kind: 'visit', weight: 4, pattern: word(String.raw`(?:invite|get|bring) (?:\d+ )?[\p{L}]+ (?:to|in to|round to) (?:see|view|visit)|venir voir`) },
  { kind: 'visit', weight: 3, pattern: word(`venez|come see|come taste|ouverture(?= (?:de|du|le|d'))`) },
  { kind: 'sign-up', weight: 5, pattern: word(String.raw`vendre (?:(?:les|nos|des|\d+) )*pr[ée]-?ventes|sell (?:(?:the|our|all|\d+) )*advance tickets`) },
  { kind: 'sign-up', weight: 4, pattern: word(`(?:beta[- ]?|b[êe]ta[- ]?)?test(?:ers|eurs|euses)`) },
  { kind: 'visit', weight: 4, pattern: word(`(?:find|finding) (?:(?:loving|new|good|forever) )?homes for|trouver (?:un|une|des) (?:foyers?|familles?|maisons?) (?:pour|[àa])`) },
  { kind: 'visit', weight: 4, isThing: true, pattern: word(`permanences?|drop-in sessions?|walk-in (?:clinics?|sessions?)`) },
  { kind: 'sign-up', weight: 3, isThing: true, pattern: word(`r[ée]unions? (?:d'information|publiques?)|soir[ée]es? d'information|information (?:evening|session|meeting)s?|public (?:hearing|meeting)s?|hearings?(?! (?:aids?|tests?|loss|care|clinics?|checks?))|info nights?`) },
  { kind: 'visit', weight: 3, isThing: true, pattern: word(`nocturnes?|vernissages?|late[- ]night openings?|late openings?|private views?`) },
  { kind: 'visit', weight: 2, isThing: true, pattern: word(`exposition|expo|mus[ée]e|museum|exhibition|grand opening|r[ée]ouverture|store opening|march[ée] de no[ëe]l|inauguration`) },
  { kind: 'buy', weight: 4, pattern: word(`vend(?:re|ons|ez)|[ée]couler|pr[ée]-?command(?:e|es|er)|command(?:e|es|er)|(?<!(?:bons?|carte|cartes|pouvoir) d'|'|apr[èe]s-)achats?|acheter|sell(?:ing)?|(?:shift|move|clear)(?= (?:(?:the|our|all|those|these|my|last) )*\\d)|pre-?orders?|orders?|purchases?|buy`) },
  { kind: 'buy', weight: 4, pattern: word(String.raw`(?:trouver|il nous faut|find|win) (?:encore )?(?:\d+ |de nouve(?:aux|lles) )?(?:more |new )?(?:familles|foyers|clients?|acheteurs|preneurs|families|households|customers|buyers)(?: de plus| more)? (?:pour|for)`) },
  { kind: 'buy', weight: 2, pattern: word(`ventes?|chiffre d'affaires|panier moyen|sold(?! out)|d[ée]stock(?:er|age)|liquid(?:er|ation)|promo(?:tion)?s?|soldes|sales(?! (?:meetings?|teams?|reps?))|revenue|shop(?:pers|ping)|shop (?=online|now|our|the)|checkout|units|(?<!(?:tell|inform|warn|remind|reassure|existing|our) (?:(?:the|our|all|existing) )?(?:\\d[\\d,.]*k? )?)customers|(?<!(?:informer|pr[ée]venir|avertir|rassurer|fid[ée]liser) (?:(?:les|nos|tous les|tous nos) )?(?:\\d[\\d\\s]* )?)clients`) },
  { kind: 'know', weight: 3, pattern: word(`(?:make|get) (?<thing>.{2,60}?) (?:better )?known(?! for)|put (?<named>.{2,40}?) on the map`) },
  { kind: 'know', weight: 4, isThing: true, pattern: word(`rappels? (?:de )?(?:produits?|lots?|s[ée]curit[ée])|(?:product |safety )?recalls?`) },
  { kind: 'know', weight: 4, pattern: word(String.raw`(?:tell|inform|warn|notify|remind) (?:the |our |all )*(?:\d[\d,.]*k? )?(?:owners|customers|users|members|residents|people|tenants|patients|parents|neighbours|neighbors|everyone)|(?:informer|pr[ée]venir|avertir|alerter) (?:tous |toutes )?(?:les |nos |la )?(?:\d[\d\s]* )?(?:habitants|clients|riverains|usagers|adh[ée]rents|parents|patients|propri[ée]taires|utilisateurs|population)(?: (?:de|du|des|que))?`) },
  { kind: 'know', weight: 3, pattern: word(`(?:faire|donner [àa]) conna[îi]tre|se faire conna[îi]tre|notori[ée]t[ée]|image de marque|sensibilis(?:er|ation)|faire savoir|faire d[ée]couvrir|awareness|become known|known for|get known|be known|brand recognition|be remembered|visibilit[ée]|visibility`) },
  { kind: 'know', weight: 1, pattern: word(`inform(?:er|ation)|image|rappeler que|expliquer|introduc(?:e|ing)|launch|lancement|tell people|d[ée]couvrir|promote|promouvoir|present`) },
]; // biome-ignore format: a table
