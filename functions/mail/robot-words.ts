// What robots write, in the languages of MAIL-RULES A9. Phrases, not words: people are on holiday too, and say so.

/** How the subject of an absence notice or another automatic reply begins. */
export const absenceSubject = new RegExp(
  `^\\s*\\W{0,3}(?:${[
    // Notes puts the name first: `AUTO: Ida Falk is out of the office (returning 7 December)`.
    "(?:auto\\s*: ?)?(?:[\\p{L}.,'’-]{1,30} ){1,4}(?:is|ist|est|está|è|är|er|jest|je) (?:currently |derzeit |zur ?zeit |actuellement )?(?:out of (?:the )?office|on (?:annual |parental |maternity |sick )?(?:vacation|holiday|leave)|away (?:from|until)|außer haus|nicht im (?:büro|haus)|im urlaub|abwesend|absente?\\b|en congés?|fuera de|ausente|assente|fuori (?:sede|ufficio)|afwezig|niet (?:aanwezig|op kantoor)|inte på kontoret|ikke på kontoret|nieobecn)",
    'auto(?:matic|mated)?[- ]?(?:reply|response|answer|responder)|out of (?:the )?office|(?:i am |i.m )?(?:currently )?(?:away|out|ooo)(?: (?:from|of|until|till|on|for|re|fwd?)\\b|$|:)|on (?:vacation|holiday|leave|parental leave|maternity leave|annual leave)|(?:vacation|holiday|absence|away)(?: (?:notice|message|reply|response|notification)|$|:)|annual leave|ooo\\b|not in the office|thank you for (?:your (?:message|e-?mail)|contacting)',
    'automatische (?:antwort|rückantwort|e-?mail)|abwesen(?:d|heit)|autoantwort|auto-antwort|ich bin (?:nicht im büro|im urlaub|abwesend)|(?:bin )?(?:im )?urlaub\\b|nicht im büro|außer haus',
    'réponse automatique|absen(?:t|ce)\\b|(?:message|avis|notification) d.absence|(?:en )?(?:congés?|vacances)\\b|hors du bureau|je suis absent',
    'respuesta autom[áa]tica|auto-?respuesta|fuera de (?:la )?oficina|ausen(?:te|cia)|de vacaciones|estoy (?:fuera|ausente)',
    'risposta automatica|fuori (?:sede|ufficio)|assen(?:te|za)\\b|in ferie|messaggio di assenza',
    'resposta autom[áa]tica|fora do escrit[óo]rio|ausent?e\\b|aus[êe]ncia|de f[ée]rias',
    'automatisch (?:antwoord|bericht)|afwezig(?:heid)?|niet aanwezig|(?:op|met) vakantie|buiten kantoor',
    'autosvar|automatiskt? svar|fr[åa]nvaro|fr[åa]nvarande|inte p[åa] kontoret|(?:p[åa] )?semester\\b',
    'frav[æe]r(?:ende|sbesked)?|ikke p[åa] kontoret|(?:p[åa] )?ferie\\b|fraværsmelding',
    'automaattinen vastaus|poissa(?:olo)?|lomalla',
    '(?:automatyczna odpowied[źz]|odpowied[źz] automatyczna)|nieobecn|poza biurem|na urlopie|autoodpowied[źz]',
    'automatick[áa] odpov[ěe][ďd]|nep[řr][íi]tomn|mimo kancel[áa][řr]|dovolen',
    'авто-?ответ|автоматический ответ|вне офиса|отсутств|в отпуске|нет на месте',
    '自動(?:応答|返信)|不在|休暇|オートリプライ|外出中',
    '자동 ?(?:회신|응답|답장)|부재 ?중|휴가',
    '自动(?:回复|答复)|自動(?:回覆|回復|答覆)|外出|不在办公室|不在辦公室|休假',
  ].join('|')})`,
  'iu',
);

/** What absence notices say of their writer, in the first person and at length; enough only below a subject that says the same. */
export const absencePhrases = new RegExp(
  [
    "\\b(?:am|'m|’m|be|is|we are|currently) .{0,40}(?:out of (?:the |my )?(?:office|town|country)|away\\b|on (?:vacation|holiday|leave|annual leave|parental leave|maternity leave|paternity leave|a business trip)|travel+ing|offline|not (?:in|at) (?:the|my) (?:office|desk))|(?:limited|no|intermittent|sporadic|little) access to (?:my )?(?:e-?mail|mail|internet)|(?:check|read|monitor)(?:ing)? (?:my )?(?:e-?mails?|messages|inbox)|(?:i|we)(?:'ll|’ll| will| shall) (?:respond|reply|answer|get back|return|be back)\\b|upon my return|when i (?:return|get back|am back)|(?:in|during) my absence|(?:for|in) (?:urgent|emergency) (?:matters|issues|enquiries|requests|cases)|if (?:your|this|it|the matter).{0,30}(?:urgent|can't wait|can’t wait|cannot wait)|(?:we have )?received your (?:e-?mail|message)|thank you for (?:your (?:e-?mail|message)|contacting|writing)",
    'nicht (?:im büro|am (?:arbeits)?platz|erreichbar)|(?:im|in) urlaub|abwesend|außer haus|während meiner abwesenheit|in dringenden fällen|wieder (?:im büro|erreichbar|zurück|für sie da)|(?:nach|bei) meiner rückkehr|nicht weitergeleitet|eingeschränkt erreichbar',
    'absente?\\b|en (?:congés?|vacances)|hors du bureau|de retour le|mon retour|mon absence|en cas d.urgence|pour toute urgence|acc[èe]s (?:limité|restreint)',
    'fuera de la oficina|de vacaciones|ausente|mi (?:regreso|ausencia|vuelta)|en caso de urgencia|acceso limitado|(?:procesando|recibido|responderemos|respuesta a) .{0,30}(?:consulta|mensaje|correo|solicitud)|gracias por (?:contactar|su mensaje|tu mensaje|escribir)',
    'fuori (?:sede|ufficio)|in ferie|assente|al mio (?:ritorno|rientro)|mia assenza|in caso di urgenza|per urgenze',
    'fora do escrit[óo]rio|de f[ée]rias|ausente|meu (?:regresso|retorno)|minha aus[êe]ncia|em caso de urg[êe]ncia',
    'niet (?:aanwezig|op kantoor|bereikbaar)|met vakantie|op vakantie|afwezig|mijn (?:terugkomst|afwezigheid)|bij dringende|weer (?:aanwezig|bereikbaar|terug)',
    'inte p[åa] (?:kontoret|plats)|semester|frånvarande|tillbaka (?:den|på|igen)|åter (?:den|på)|brådskande',
    'ikke p[åa] (?:kontoret|plass)|(?:p[åa]|holder|har) ferie|fraværende|tilbage (?:den|på|igen)|tilbake (?:den|på|igjen)|hastesager|haster',
    'poissa|lomalla|tavoitettavissa|palaan|kiireellis',
    'nieobecn|poza biurem|na urlopie|wracam|po powrocie|w pilnych|ograniczony dostęp',
    'nep[řr][íi]tom|mimo kancel|dovolen|vrátím|naléhav',
    'отсутств|в отпуске|вне офиса|вернусь|после возвращения|срочн',
    '不在|休暇|席を外|戻り次第|外出|休業|出張',
    '부재|휴가|출장|복귀|자리를 비',
    '不在|休假|出差|外出|返回后|回来后|尽快回复|盡快回覆|收到(?:您|你)的(?:邮件|来信|郵件)',
  ].join('|'),
  'iu',
);

/** A machine speaking of itself. */
export const robotWords = new RegExp(
  [
    '(?:^|[.!*\\]] |this (?:is|was) |this )an? (?:automat(?:ed|ic|ically[- ]generated)|auto-?generated|system[- ]generated) (?:e-?mail|message|reply|response|notification|acknowledge?ment|answer)',
    'this (?:e-?mail|message|mail|reply|response) (?:was|is|has been) (?:being )?(?:generated |sent |created )?(?:automatically|auto-?generated|computer[- ]generated)',
    '(?:a|your|the) (?:support )?(?:ticket|case|request|enquiry|inquiry) (?:[\\[(#]\\S+ )?(?:has been|was) (?:successfully )?(?:received|created|opened|logged|registered|assigned)|type your reply above this line',
    'dies(?:e|es)? (?:ist eine|e-?mail wurde|nachricht wurde|mail wurde) .{0,30}automatisch',
    '(?:ceci|il s.agit|c.est)(?: est| d)? ?.?(?:un|une) (?:message|réponse|courriel|e-?mail) (?:automatique|généré)|ce (?:message|courriel|mail) (?:est|a été) (?:un message )?(?:envoyé |généré )?automatique',
    'est[ea] (?:es un|es una|mensaje|correo) .{0,30}(?:autom[áa]tic|generad)',
    'quest[ao] (?:è un|e-?mail|messaggio|risposta) .{0,30}automatic',
    'est[ae] (?:é uma|mensagem|e-?mail) .{0,30}autom[áa]tic',
    'dit (?:is een|bericht|e-?mail) .{0,30}automatisch',
    '(?:detta|dette) (?:är ett|er en|er et|mail|meddelande|meddelelse|svar) .{0,30}automatisk|det(?:ta|te) är ett autosvar',
    'tämä on automaattinen',
    'ta (?:wiadomość|odpowiedź) .{0,30}automatyczn|wiadomość (?:została )?wygenerowana automatycznie',
    '(?:toto je|tato zpráva|tento e-?mail) .{0,30}automatick',
    'это (?:письмо|сообщение|автоматическ).{0,40}автоматическ|это автоматическ',
    '自動(?:送信|返信|配信)(?:され|メール|して)|このメールは.{0,20}自動',
    '자동(?:으로)? ?(?:발송|회신|응답)',
    '(?:此|本)(?:邮件|郵件|信).{0,10}(?:自动|自動|系统|系統)',
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|'),
  'iu',
);

/** Asks its reader to prove that they are a person before it lets a mail through. */
export const challengeWords = new RegExp(
  [
    '(?:your|the) (?:e-?mail|message|mail).{0,60}(?:requires? verification|(?:is|has been|was|will be) (?:being )?(?:held|quarantined|blocked|placed (?:in|on)|kept) .{0,80}(?:until|confirm|verif|click|approv|waiting))',
    "(?:click|follow|visit|use|open|reply).{0,80}(?:to (?:verify|prove|confirm|authenticate)|so (?:that )?(?:your|the) (?:message|e-?mail)).{0,60}(?:you[’']re|you are|yourself|human|person|sender|deliver|address|not a (?:robot|spammer|machine))",
    "(?:verify|prove|confirm) (?:that )?(?:you[’']re|you are) (?:a (?:real |human )?(?:person|human|sender)|not a (?:robot|spammer|machine)|human)",
    'please (?:confirm|verify|authenticate) (?:your (?:message|e-?mail (?:to|so)|identity as)|that you sent)|sender verification|verification (?:required|request)\\b.{0,30}(?:e-?mail|message|sender|verify#)|verify#',
    '(?:bestätigen|verifizieren) sie.{0,60}(?:ihre (?:nachricht|e-?mail|absender)|kein (?:roboter|spam)|ein mensch)|ihre (?:nachricht|e-?mail) .{0,60}(?:quarantäne|zurückgehalten|angehalten)',
    '(?:cliquez|cliquer|veuillez).{0,80}(?:authentifi|confirmer que vous|prouver|valider votre (?:message|e-?mail|envoi|adresse)|débloquer)|votre (?:message|e-?mail|courriel|mail) .{0,60}(?:quarantaine|en attente (?:d|de) |bloqué|retenu)',
    '(?:haga|haz) clic.{0,80}(?:verificar|confirmar|demostrar)|su (?:mensaje|correo) .{0,60}(?:cuarentena|retenido|en espera)',
    '(?:clicca|cliccare|fare clic).{0,80}(?:verificare|confermare|dimostrare)|il (?:suo|tuo) messaggio .{0,60}(?:quarantena|in attesa|bloccato)',
    '(?:clique).{0,80}(?:verificar|confirmar|provar|liberar)|(?:sua|a sua) mensagem .{0,60}(?:quarentena|retida|aguardando|bloqueada)',
    'klik.{0,80}(?:verifiëren|bevestigen|bewijzen)|uw (?:bericht|e-?mail) .{0,60}(?:quarantaine|vastgehouden|geblokkeerd)',
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|'),
  'iu',
);
