// Kindred words of places and languages, in the notation of `kindred-words.ts`: who asks for Kenya means Nairobi too.

export const kindredPlaces = `
# languages!
languages: languages, language, multilingual, bilingual, polyglot, linguist, language teacher, ~speak, ~speaks, ~speaking, ~fluent, ~fluently, ~native speaker, ~mother tongue, ~first language
english: ?english
portuguese: ?portuguese
spanish: ?spanish, castilian
french: ?french
german: ?german
italian: ?italian
dutch: ?dutch
arabic: arabic
chinese: ?chinese, mandarin, cantonese
japanese: ?japanese
korean: ?korean
russian: ?russian
polish: ?polish
swahili: swahili, kiswahili
hindi: hindi, urdu, bengali, tamil, punjabi
hebrew: hebrew, yiddish
turkish: ?turkish
vietnamese: ?vietnamese
swedish: ?swedish
norwegian: ?norwegian
danish: ?danish
finnish: ?finnish
greek: ?greek
czech: ?czech
ukrainian: ?ukrainian
farsi: farsi, persian language, dari

# places
kenya: kenya, kenyan; nairobi, mombasa, kisumu
nigeria: nigeria, nigerian; lagos, abuja, ibadan
ghana: ghana, ghanaian; accra
south africa: south africa; south african, johannesburg, cape town, durban
ethiopia: ethiopia, ethiopian; addis ababa
egypt: egypt, egyptian; cairo, alexandria egypt
morocco: morocco, moroccan; casablanca, rabat, marrakech
portugal: portugal, portuguese; lisbon, lisboa, azores, porto, algarve, coimbra, madeira island
brazil: brazil, brazilian; são paulo, sao paulo, rio de janeiro, brasilia, rio
spain: spain, spanish; madrid, barcelona, valencia, seville, bilbao, catalan, catalonia
france: france, french; paris, lyon, marseille, toulouse, bordeaux
germany: germany, german; berlin, hamburg, munich, münchen, frankfurt, cologne, köln, stuttgart, bremen, bremerhaven, leipzig, düsseldorf, bavaria
austria: austria, austrian; vienna, wien, salzburg
switzerland: switzerland, swiss; zurich, zürich, geneva, basel, bern
italy: italy, italian; rome, milan, turin, naples, florence, venice, bologna
netherlands: netherlands, dutch, holland; amsterdam, rotterdam, leiden, utrecht, the hague
belgium: belgium, belgian; brussels, antwerp, flemish
britain: britain, british, united kingdom; england, london, manchester, birmingham, leeds, bristol, oxford, cambridge uk, scotland, scottish, edinburgh, glasgow, wales, welsh, cardiff
ireland: ireland, irish; dublin, cork, galway, limerick, belfast
norway: norway, norwegian; oslo, bergen
sweden: sweden, swedish; stockholm, gothenburg, göteborg, malmö
denmark: denmark, danish; copenhagen
finland: finland, finnish; helsinki
iceland: iceland, icelandic; reykjavik
poland: poland, polish; warsaw, kraków, krakow, gdańsk, gdansk
czechia: czech republic, czechia, czech; prague, praha, brno, slovakia
hungary: hungary, hungarian; budapest
balkans: ; croatia, croatian, serbia, serbian, belgrade, zagreb, slovenia, bosnia, bulgaria, bulgarian, romania, romanian, bucharest
greece: greece, greek; athens, thessaloniki
turkey: türkiye, turkish, ?turkey; istanbul, ankara
ukraine: ukraine, ukrainian; kyiv, kiev, lviv
russia: russia, russian; moscow, st petersburg
lebanon: lebanon, lebanese; beirut
india: india, indian; mumbai, delhi, bangalore, bengaluru, chennai, hyderabad, kolkata, pune
pakistan: pakistan, pakistani; karachi, lahore, islamabad
bangladesh: bangladesh; dhaka, sri lanka, nepal
china: china, chinese; beijing, shanghai, shenzhen, guangzhou, hong kong, taiwan, taipei
japan: japan, japanese; tokyo, osaka, kyoto
korea: korea, korean; seoul, busan
indonesia: indonesia, indonesian; bali, jakarta, yogyakarta, sumatra, ?java
australia: australia, australian; sydney, melbourne, brisbane, perth, new zealand, auckland, wellington
canada: canada, canadian; ontario, toronto, ottawa, montréal, montreal, québec, quebec, vancouver, british columbia, calgary, alberta, winnipeg, manitoba, nova scotia, halifax, saskatchewan
mexico: mexico, mexican; guadalajara, monterrey, mexico city
boston: boston; massachusetts, cambridge massachusetts, worcester
new york: new york, nyc; manhattan, brooklyn, queens new york, long island, ?buffalo
new england: new england, northeast; maine, vermont, new hampshire, rhode island, connecticut
pennsylvania: pennsylvania; philadelphia, pittsburgh, harrisburg
maryland: maryland; baltimore, washington dc
california: california; san francisco, los angeles, santa cruz, san diego, silicon valley, oakland
hawaii: hawaii; honolulu, maui
texas: texas; houston, dallas, austin
midwest: ; chicago, illinois, ohio, cleveland, detroit, michigan, minnesota, minneapolis, wisconsin, indiana, iowa, kansas, missouri, st louis, nebraska
south: ; georgia usa, atlanta, florida, miami, tennessee, memphis, nashville, north carolina, south carolina, charleston, alabama, louisiana, new orleans, virginia, kentucky
northwest: ; washington state, seattle, oregon, portland, idaho, montana, alaska
mountain west: ; colorado, denver, utah, arizona, phoenix, new mexico, nevada, las vegas
others in latin america: ; argentina, buenos aires, chile, santiago de chile, colombia, bogotá, bogota, peru, lima, ecuador, quito, uruguay, montevideo, costa rica, guatemala, cuba, havana, puerto rico
others in middle east: ; israel, israeli, tel aviv, jerusalem, jordan amman, dubai, abu dhabi, emirates, qatar, doha, saudi, riyadh, iran, iranian, tehran, iraq, syria, damascus, kuwait
others in southeast asia: ; vietnam, vietnamese, hanoi, saigon, ho chi minh, thailand, thai, bangkok, philippines, filipino, manila, malaysia, kuala lumpur, singapore, cambodia

# continents
africa: africa, african; kenya, nairobi, nigeria, lagos, ghana, accra, ethiopia, egypt, cairo, morocco, casablanca, tanzania, uganda, rwanda, senegal, zimbabwe, zambia, kampala, kigali, dakar
europe: europe, european; portugal, spain, france, germany, austria, switzerland, italy, netherlands, belgium, britain, england, scotland, ireland, norway, sweden, denmark, finland, poland, greece, lisbon, madrid, paris, berlin, hamburg, munich, vienna, zurich, rome, milan, amsterdam, brussels, london, dublin, oslo, stockholm, copenhagen, helsinki, warsaw, prague, budapest, athens
asia: asia, asian; india, pakistan, china, japan, korea, indonesia, vietnam, thailand, singapore, philippines, malaysia, tokyo, beijing, shanghai, hong kong, seoul, mumbai, delhi, bangkok, jakarta, manila, hanoi
latin america: latin america; argentina, buenos aires, chile, santiago de chile, colombia, bogotá, bogota, peru, lima, ecuador, quito, uruguay, montevideo, costa rica, guatemala, cuba, havana, puerto rico
middle east: middle east; israel, israeli, tel aviv, jerusalem, jordan amman, dubai, abu dhabi, emirates, qatar, doha, saudi, riyadh, iran, iranian, tehran, iraq, syria, damascus, kuwait
southeast asia: ; vietnam, vietnamese, hanoi, saigon, ho chi minh, thailand, thai, bangkok, philippines, filipino, manila, malaysia, kuala lumpur, singapore, cambodia
`;
