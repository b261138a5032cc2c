"""Words that cells of foreign tables are written in, by language: a further language is one more entry here.

Each entry lists words as they stand in a table, in small letters, `,` between them; `…` parts the two words of a pair,
and `=` gives the number that a word means. What a language does not say otherwise than English need not be repeated.
"""

from collections.abc import Mapping
from typing import Final

ENGLISH: Final = "en"
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "nothing": "na, n.a, not known, not told, not stated, not specified, no data",
        "about": "approximately, approx, appr, about, around, roughly, nearly, almost, some, circa, ca, c, ~, ≈, ±,"
        "+/-, estimated, an estimated, estimated at, est, close to, in the region of, in the order of, on the order of,"
        "more or less",
        "at least": "more than, over, at least, no fewer than, not fewer than, no less than, not less than, minimum,"
        "minimum of, a minimum of, min, >, >=, ≥, in excess of, upwards of, upward of, above, exceeding, well over,"
        "just over, slightly over, slightly more than, well above, just above, starting at, starting from",
        "at most": "up to, at most, no more than, not more than, less than, fewer than, under, below, maximum,"
        "maximum of, a maximum of, max, <, <=, ≤, not exceeding, as many as, just under, slightly less than, slightly"
        " under, well under, well below, just below, not over",
        "exactly": "exactly, precisely, a total of, total of, in total",
        "about, after": "?, approximately, approx, or so, estimated, est, circa, roughly",
        "at least, after": "+, or more, and more, plus, and above, and over, or over, at least, minimum, min",
        "at most, after": "or less, or fewer, or under, and below, at most, maximum, max",
        "range": "between…and, between…&, from…to, from…up to, …to, …up to, …or, …till",
        "and": "and, but, and also, ;",
        "sizes": "dozen=12, hundred=100, thousand=1000, million=1000000, billion=1000000000, trillion=1000000000000,"
        "k=1000, m=1000000, mn=1000000, mln=1000000, mio=1000000, bn=1000000000, tn=1000000000000, millions=1000000,"
        "billions=1000000000, thousands=1000, hundreds=100, dozens=12",
        "numbers": "zero=0, a=1, an=1, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10,"
        "eleven=11, twelve=12, thirteen=13, fourteen=14, fifteen=15, sixteen=16, seventeen=17, eighteen=18,"
        "nineteen=19, twenty=20, thirty=30, forty=40, fifty=50, sixty=60, seventy=70, eighty=80, ninety=90, half=0.5",
        "many": "tens=10, dozens=12, scores=20, hundreds=100, thousands=1000, millions=1000000, billions=1000000000",
        "several": "several, a few, few, a couple of, a couple, many, multiple, numerous",
        "fillers": "of",
        "units": "round, rounds, piece, pieces, pc, pcs, unit, units, item, items, shell, shells, system, systems,"
        "vehicle, vehicles, missile, missiles, rocket, rockets, drone, drones, tank, tanks, gun, guns, howitzer,"
        "howitzers, launcher, launchers, mine, mines, set, sets, person, persons, people, soldier, soldiers, copies,"
        "truck, trucks, car, cars, ambulance, ambulances, ifvs, apcs, uavs, helicopter, helicopters, aircraft, plane,"
        "planes, jet, jets, ship, ships, boat, boats, radar, radars, mortar, mortars, rifle, rifles, grenade, grenades,"
        "bomb, bombs, cartridge, cartridges, bullet, bullets, projectile, projectiles, helmet, helmets, vest, vests,"
        "generator, generators",
        "months": "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept"
        " sep, october oct, november nov, december dec",
        "seasons": "spring, summer, autumn fall, winter",
        "quarters": "q, quarter, qtr",
        "halves": "h, half",
        "ordinals": "first 1st, second 2nd, third 3rd, fourth 4th",
        "until": "until, till, by, before, up to, no later than, not later than, on or before, prior to,"
        "until the end of, until end of, by the end of, by end of, to",
        "since": "since, from, after, as of, as from, starting, on or after, beginning in, beginning on,"
        "beginning with, not before, no earlier than, not earlier than, since the beginning of, since the start of,"
        "from the beginning of",
        "around": "about, around, approximately, approx, circa, ca, c, roughly, ~",
        "span": "from…to, from…until, from…till, between…and, between…&, …to, …until, …till, …through, …thru, …and, …&,"
        "from…through",
        "unspecified": "day not specified, not specified, day unspecified, unspecified, day unclear, unclear,"
        "undisclosed, unknown, day unknown, not given",
        "until, after": "or earlier, or before, and before, at the latest",
        "since, after": "onwards, onward, or later, and later, and after, at the earliest",
        "day words": "of, the, on, in, during, st, nd, rd, th, monday, tuesday, wednesday, thursday, friday, saturday,"
        "sunday, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun",
    },
    "de": {
        "nothing": "k.a, k. a, keine angabe, keine angaben, unbekannt, nicht bekannt, nicht angegeben, offen",
        "about": "rund, etwa, ungefähr, circa, zirka, ca, um die, schätzungsweise, geschätzt, annähernd, knapp, fast,"
        "nahezu, rd",
        "at least": "mehr als, über, mindestens, wenigstens, nicht weniger als, ab, min, mind",
        "at most": "bis zu, bis, höchstens, maximal, max, weniger als, unter, nicht mehr als",
        "exactly": "genau, insgesamt",
        "about, after": "circa, ca, geschätzt",
        "at least, after": "oder mehr, und mehr",
        "at most, after": "oder weniger",
        "range": "zwischen…und, von…bis, von…bis zu, …bis, …bis zu, …oder",
        "and": "und, aber",
        "sizes": "dutzend=12, hundert=100, tausend=1000, tsd=1000, million=1000000, millionen=1000000, mio=1000000,"
        "milliarde=1000000000, milliarden=1000000000, mrd=1000000000, billion=1000000000000, billionen=1000000000000",
        "numbers": "ein=1, eine=1, einen=1, eins=1, zwei=2, drei=3, vier=4, fünf=5, sechs=6, sieben=7, acht=8, neun=9,"
        "zehn=10, elf=11, zwölf=12, dreizehn=13, vierzehn=14, fünfzehn=15, sechzehn=16, siebzehn=17, achtzehn=18,"
        "neunzehn=19, zwanzig=20, dreissig=30, vierzig=40, fünfzig=50, sechzig=60, siebzig=70, achtzig=80, neunzig=90,"
        "halbe=0.5, halbes=0.5, halb=0.5",
        "many": "dutzende=12, hunderte=100, tausende=1000, zehntausende=10000, hunderttausende=100000,"
        "millionen=1000000, milliarden=1000000000",
        "several": "mehrere, einige, ein paar",
        "units": "stück, stk, stck, schuss, geschosse, granaten, einheiten, systeme, fahrzeuge, raketen, drohnen,"
        "panzer, kampfpanzer, minen, personen, soldaten",
        "months": "januar jänner jan, februar feb, märz mär mrz, april apr, mai, juni jun, juli jul, august aug,"
        "september sept sep, oktober okt, november nov, dezember dez",
        "seasons": "frühling frühjahr, sommer, herbst, winter",
        "quarters": "quartal, q",
        "halves": "halbjahr, h",
        "ordinals": "erstes erste, zweites zweite, drittes dritte, viertes vierte",
        "until": "bis, bis zum, bis zu, bis ende, bis zum ende, vor, vor dem, spätestens, spätestens am,spätestens bis",
        "since": "seit, seit dem, ab, ab dem, nach, nach dem, von",
        "around": "rund, etwa, ungefähr, circa, zirka, ca, um den, gegen",
        "span": "von…bis, vom…bis, vom…bis zum, vom…zum, zwischen…und, zwischen dem…und dem, …bis, …bis zum, …und",
        "unspecified": "nicht angegeben, unbekannt, unklar",
        "day words": "am, im, der, den, des",
    },
    "fr": {
        "nothing": "inconnu, inconnue, non communiqué, non précisé, n.c, nc, n/d, nd",
        "about": "environ, env, à peu près, près de, près d', autour de, quelque, presque, approximativement, circa,"
        "une estimation de",
        "at least": "plus de, plus d', au moins, au minimum, pas moins de, minimum, min, au-dessus de",
        "at most": "jusqu'à, au plus, au maximum, moins de, moins d', pas plus de, maximum, max, à hauteur de",
        "exactly": "exactement, un total de, au total",
        "about, after": "environ, env",
        "at least, after": "ou plus, et plus, au moins, au minimum",
        "at most, after": "ou moins, au plus, au maximum",
        "range": "entre…et, de…à, …à, …ou",
        "and": "et, mais",
        "sizes": "douzaine=12, douzaines=12, centaines=100, mille=1000, milliers=1000, million=1000000,"
        "millions=1000000, milliard=1000000000, milliards=1000000000, md=1000000000, mds=1000000000, mrd=1000000000,"
        "billion=1000000000000, billions=1000000000000",
        "numbers": "un=1, une=1, deux=2, trois=3, quatre=4, cinq=5, six=6, sept=7, huit=8, neuf=9, dix=10, onze=11,"
        "douze=12, treize=13, quatorze=14, quinze=15, seize=16, vingt=20, trente=30, quarante=40, cinquante=50,"
        "soixante=60, cent=100, mille=1000, demi=0.5",
        "many": "dizaines=10, douzaines=12, centaines=100, milliers=1000, millions=1000000, milliards=1000000000",
        "several": "plusieurs, quelques",
        "fillers": "de, d', des",
        "units": "pièce, pièces, unité, unités, obus, coups, véhicules, systèmes, missiles, roquettes, drones, chars,"
        "canons, mines, personnes, soldats, exemplaires",
        "months": "janvier janv, février févr fév, mars, avril avr, mai, juin, juillet juil, août, septembre sept,"
        "octobre oct, novembre nov, décembre déc",
        "seasons": "printemps, été, automne, hiver",
        "quarters": "trimestre, t",
        "halves": "semestre, s",
        "ordinals": "premier 1er, deuxième 2e 2ème, troisième 3e 3ème, quatrième 4e 4ème",
        "until": "jusqu'au, jusqu'en, jusqu'à, avant, avant le, d'ici, d'ici au, d'ici le, au plus tard,"
        "au plus tard le, jusqu'à fin, jusqu'à la fin de, d'ici fin, d'ici la fin de",
        "since": "depuis, depuis le, à partir de, à partir du, dès, dès le, après, après le",
        "around": "environ, vers, vers le, autour du, circa",
        "span": "de…à, du…au, entre…et, entre le…et le, …à, …au, …jusqu'au, …et",
        "unspecified": "non précisé, non communiqué, inconnu",
        "day words": "le, en, er, e, ème, de, d",
    },
    "pl": {
        "nothing": "brak danych, nieznany, nieznana, nieznane, nie podano, b.d, bd, b/d",
        "about": "około, ok, blisko, prawie, niemal, w przybliżeniu, mniej więcej, szacunkowo, circa, ca",
        "at least": "ponad, więcej niż, co najmniej, przynajmniej, nie mniej niż, minimum, min, powyżej",
        "at most": "do, maksymalnie, maks, max, najwyżej, co najwyżej, nie więcej niż, mniej niż, poniżej",
        "exactly": "dokładnie, łącznie",
        "at least, after": "lub więcej, i więcej",
        "at most, after": "lub mniej",
        "range": "między…a, pomiędzy…a, od…do, …do, …lub",
        "and": "i, ale",
        "sizes": "tuzin=12, tuziny=12, tuzinów=12, tys=1000, tysiąc=1000, tysiące=1000, tysięcy=1000, mln=1000000,"
        "milion=1000000, miliony=1000000, milionów=1000000, miliona=1000000, mld=1000000000, miliard=1000000000,"
        "miliardy=1000000000, miliardów=1000000000, bln=1000000000000, bilion=1000000000000, biliony=1000000000000,"
        "bilionów=1000000000000, setek=100",
        "numbers": "jeden=1, jedna=1, jedno=1, dwa=2, dwie=2, trzy=3, cztery=4, pięć=5, sześć=6, siedem=7, osiem=8,"
        "dziewięć=9, dziesięć=10, jedenaście=11, dwanaście=12, trzynaście=13, czternaście=14, piętnaście=15,"
        "szesnaście=16, siedemnaście=17, osiemnaście=18, dziewiętnaście=19, dwadzieścia=20, trzydzieści=30,"
        "czterdzieści=40, pięćdziesiąt=50, sześćdziesiąt=60, siedemdziesiąt=70, osiemdziesiąt=80,"
        "dziewięćdziesiąt=90, sto=100, dwieście=200, trzysta=300, czterysta=400, pięćset=500, tysiąc=1000, pół=0.5",
        "many": "dziesiątki=10, tuziny=12, setki=100, tysiące=1000, miliony=1000000, miliardy=1000000000",
        "several": "kilka, parę",
        "units": "sztuka, sztuki, sztuk, szt, pocisków, pociski, jednostek, jednostki, systemów, systemy, pojazdów,"
        "pojazdy, czołgów, czołgi, rakiet, rakiety, dronów, drony, nabojów, osób, żołnierzy",
        "months": "styczeń stycznia styczniu sty, luty lutego lutym lut, marzec marca marcu mar, kwiecień kwietnia"
        " kwietniu kwi, maj maja maju, czerwiec czerwca czerwcu cze, lipiec lipca lipcu lip, sierpień sierpnia sierpniu"
        " sie, wrzesień września wrześniu wrz, październik października październiku paź, listopad listopada"
        " listopadzie lis, grudzień grudnia grudniu gru",
        "seasons": "wiosna wiosną wiosny, lato latem lata, jesień jesienią jesieni, zima zimą zimy",
        "quarters": "kwartał kwartale kw",
        "halves": "półrocze półroczu",
        "ordinals": "pierwszy pierwsze, drugi drugie, trzeci, czwarty",
        "until": "do, do dnia, do końca, przed, najpóźniej, najpóźniej do, nie później niż",
        "since": "od, od dnia, po, począwszy od",
        "around": "około, ok",
        "span": "od…do, między…a, pomiędzy…a, …do, …i",
        "unspecified": "nie podano, nieznany",
        "day words": "w, we, dnia, roku, r",
    },
    "uk": {
        "nothing": "невідомо, не вказано, немає даних, н/д, не розголошується",
        "about": "близько, приблизно, орієнтовно, біля, майже, десь, порядку, прибл, бл",
        "at least": "понад, більше, більше ніж, більш ніж, більш як, щонайменше, принаймні, не менше, не менше ніж,"
        "не менш ніж, не менш як, мінімум, мін, від",
        "at most": "до, щонайбільше, не більше, не більше ніж, не більш ніж, не більш як, менше, менше ніж, менш ніж,"
        "менш як, максимум, макс",
        "exactly": "рівно, загалом, усього, всього",
        "about, after": "приблизно, орієнтовно",
        "at least, after": "або більше, і більше",
        "at most, after": "або менше",
        "range": "між…та, між…і, між…й, від…до, з…до, …до, …або, …чи",
        "and": "та, і, й, але",
        "sizes": "дюжина=12, дюжини=12, дюжин=12, сотня=100, сотні=100, сотень=100, тис=1000, тисяча=1000, тисячі=1000,"
        "тисяч=1000, тисячу=1000, млн=1000000, мільйон=1000000, мільйона=1000000, мільйони=1000000, мільйонів=1000000,"
        "млрд=1000000000, мільярд=1000000000, мільярда=1000000000, мільярди=1000000000, мільярдів=1000000000,"
        "трлн=1000000000000, трильйон=1000000000000, трильйона=1000000000000, трильйонів=1000000000000",
        "numbers": "один=1, одна=1, одне=1, два=2, дві=2, три=3, чотири=4, п'ять=5, шість=6, сім=7, вісім=8, дев'ять=9,"
        "десять=10, одинадцять=11, дванадцять=12, тринадцять=13, чотирнадцять=14, п'ятнадцять=15, шістнадцять=16,"
        "сімнадцять=17, вісімнадцять=18, дев'ятнадцять=19, двадцять=20, тридцять=30, сорок=40, п'ятдесят=50,"
        "шістдесят=60, сімдесят=70, вісімдесят=80, дев'яносто=90, сто=100, двісті=200, триста=300, чотириста=400,"
        "п'ятсот=500, тисяча=1000, пів=0.5, півмільйона=500000, півмільярда=500000000, півтора=1.5",
        "many": "десятки=10, сотні=100, тисячі=1000, мільйони=1000000, мільярди=1000000000",
        "several": "кілька, декілька",
        "units": "одиниць, одиниці, одиниця, од, штука, штуки, штук, шт, снарядів, снаряди, систем, системи, машин,"
        "машини, танків, танки, ракет, ракети, дронів, дрони, пострілів, набоїв, мін, осіб, комплектів, екземплярів",
        "months": "січень січня січні січ, лютий лютого лютому лют, березень березня березні бер, квітень квітня квітні"
        " квіт, травень травня травні трав, червень червня червні черв, липень липня липні лип, серпень серпня серпні"
        " серп, вересень вересня вересні вер, жовтень жовтня жовтні жовт, листопад листопада листопаді лист, грудень"
        " грудня грудні груд",
        "seasons": "весна весни весною навесні, літо літа влітку, осінь осені восени, зима зими взимку",
        "quarters": "квартал кварталі кв",
        "halves": "півріччя півріччі",
        "ordinals": "перший перше першому, другий друге другому, третій третьому, четвертий четвертому",
        "until": "до, до кінця, по, перед, не пізніше, не пізніше ніж, щонайпізніше",
        "since": "з, із, зі, від, після, починаючи з, станом на",
        "around": "близько, приблизно, орієнтовно",
        "span": "з…до, з…по, від…до, між…та, між…і, …до, …по, …та, …і",
        "unspecified": "не вказано, невідомо",
        "day words": "у, в, року, рік, р",
    },
    "cs": {
        "nothing": "neznámo, neuvedeno",
        "about": "asi, přibližně, zhruba, kolem, okolo, cca, téměř, odhadem",
        "at least": "více než, přes, nejméně, alespoň, minimálně, nad",
        "at most": "až, do, nejvýše, maximálně, méně než, pod",
        "range": "mezi…a, od…do, …až, …do, …nebo",
        "sizes": "tucet=12, tucty=12, tuctů=12, tis=1000, tisíc=1000, tisíce=1000, mil=1000000, milion=1000000,"
        "miliony=1000000, milionů=1000000, mld=1000000000, miliarda=1000000000, miliardy=1000000000,"
        "miliard=1000000000, bilion=1000000000000",
        "many": "desítky=10, tucty=12, stovky=100, tisíce=1000, miliony=1000000",
        "several": "několik",
        "units": "kus, kusy, kusů, ks, granátů, systémů, vozidel, tanků, raket, dronů",
        "months": "leden ledna lednu, únor února únoru, březen března březnu, duben dubna dubnu, květen května květnu,"
        "červen června červnu, červenec července červenci, srpen srpna srpnu, září, říjen října říjnu, listopad"
        " listopadu, prosinec prosince prosinci",
        "until": "do, do konce, před, nejpozději",
        "since": "od, po",
        "around": "asi, kolem, přibližně",
        "span": "od…do, mezi…a, …až, …do",
        "day words": "v, dne, roku",
    },
    "nl": {
        "nothing": "onbekend, niet bekend",
        "about": "ongeveer, circa, ca, bijna, rond, zo'n, naar schatting",
        "at least": "meer dan, ten minste, tenminste, minstens, minimaal, boven",
        "at most": "tot, maximaal, hoogstens, minder dan, tot wel, niet meer dan",
        "range": "tussen…en, van…tot, …tot, …of",
        "sizes": "dozijn=12, honderd=100, duizend=1000, miljoen=1000000, mln=1000000, miljard=1000000000,"
        "mrd=1000000000, biljoen=1000000000000",
        "many": "tientallen=10, honderden=100, duizenden=1000, miljoenen=1000000",
        "several": "enkele, verscheidene, meerdere",
        "units": "stuks, stuk, eenheden, granaten, systemen, voertuigen, tanks, raketten, drones",
        "months": "januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, augustus aug, september"
        " sep, oktober okt, november nov, december dec",
        "until": "tot, tot eind, vóór, voor, uiterlijk, tot en met",
        "since": "sinds, vanaf, na",
        "around": "ongeveer, circa, rond",
        "span": "van…tot, tussen…en, …tot, …tot en met",
        "day words": "in, op",
    },
}
