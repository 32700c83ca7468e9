// Usual short forms of first names, both ways: Bob for Robert, Robert for Bob. Folded spelling (`names.ts`), one long name a line,
// spellings of the same name beside it. A short form that a person's own entry states is not looked up here.

const table = `
aaron: ron
abigail: abby gail
abraham avraham ibrahim: abe bram ibo
adelaide adelheid: addie heidi
adrian: ade
agnes: aggie
aidan aiden
alan allan allen: al
albert alberto: al bert bertie beto
aleksandr alexander alexandre alexandros iskander: alex al sandy sasha xander lex alec alek aleks olek sander
aleksandra alexandra: alex sandra sasha lexi ola xandra
alejandro: alex ale jandro
alessandro: alex sandro ale
alexis: alex lexi
aleksei alexei alexey: lyosha alyosha lesha
alfred alfredo: al alf fred freddie
alice alicia: ali
alison allison: ali allie
amanda: mandy
amelia amelie: millie amy
anastasia: ana stacy nastya asya
anatoly anatoliy: tolya
andrea: andi drea
andreas andrew andre andrei andrey andrzej anders: andy drew andi jedrek
angela angelica: angie
ann anna anne hannah: annie nan nancy anya anka
antonia: toni
anthony antonio anton antoine: tony ant toni toño
archibald: archie
arthur arturo: art artie
augustus augustin agustin: gus august
barbara: barb barbie babs
bartholomew bartolome: bart
beatrice beatrix beatriz: bea trixie
benedict benedikt: ben
benjamin: ben benny benji benjy
bernadette: bernie
bernard bernardo bernhard: bernie bernd
bernice: bernie
boris: borya
bradley bradford: brad
brenda: bren
bridget brigid brigitte: biddy bridie gitte
calvin: cal
cameron: cam
carla carlotta charlotte karlotta: lottie charlie char lotte
carlos: charlie
caroline carolina carolyn karolina: carol carrie caro lina
casimir kazimierz: kazik
catalina: cata
catherine catharine cathryn katharine katharina katherine kathryn katarina katarzyna katerina ekaterina yekaterina caitlin catriona: kate katie kathy cathy kat kit kitty kay katya katja cat kasia trina rina
cecilia: cece celia cissy
charles karl carl: charlie chuck chas chip
chester: chet
christian: chris kit
christine christina kristina kristine krystyna: chris christy tina kris kristi krysia
christopher kristoffer christoph christophe cristobal krzysztof: chris kit topher kris krzys
clarence: clare
clifford: cliff
clinton: clint
constance: connie
cornelius cornelia: neil connie nelly cor corrie
curtis: curt
cynthia: cindy
daniel daniele danilo: dan danny dani
daniela danielle: dani
david davide dawid: dave davy davey dai
deborah debra: deb debbie
denis dennis: den denny
dennise denise: dee
derek derrick: del rick
desmond: des
diana diane dianne: di
dmitri dmitriy dmitry dimitri dimitrios: dima mitya dimi jim
dominic dominik dominique: dom nic
donald: don donnie
donna: don
dorothy dorothea: dot dottie dolly thea dora
douglas: doug
duncan: dunc
dustin: dusty
edith: edie
edmund edmond: ed eddie ned ted
eduardo: edu lalo ed eddie
edward eduard edouard: ed eddie ned ted teddy
edwin: ed eddie
eleanor elinor eleonora: ellie nell nora lena
elena helena yelena: lena
elijah elias: eli
elizabeth elisabeth elisabetta isabel: liz lizzie lizzy beth betty betsy eliza libby lisa elsie elise bess lilibet ellie
ellen helen helene: nell nellie lena ellie
emanuel emmanuel manuel immanuel: manny manu manolo manfred
emily emilia emma: em emmy millie milly
enrique: kike quique
eric erik erich: rick ric
ernest ernesto ernst: ernie
esther ester: essie hettie
eugene evgeny evgeni yevgeny eugenio: gene zhenya
eugenia evgenia yevgenia eugenie: genie zhenya
evelyn evelina: eve evie
ezekiel: zeke
felicity: fliss flick
felipe philip phillip philippe filip philipp: phil pip flip pippo
ferdinand fernando: ferdie nando fer
florence: flo florrie
frances francesca franziska: fran frannie frankie franzi francie
francis francesco francisco franz franciscus frantisek: frank frankie fran paco pancho cisco franz frans
franklin: frank
frederick frederic friedrich fredrik frederik federico: fred freddie freddy fritz rick fede
gabriel: gabe gabi
gabriela gabriella gabrielle: gabby gabi ella
geoffrey jeffrey jeffery: geoff jeff
george georg georges georgios giorgio: georgie jorge geordie
georgia georgina: georgie gina
gerald: gerry jerry
gerard gerardo gerhard: gerry jerry gerd
gilbert gilberto: gil bert
giovanni: gianni gio vanni
giuseppe: beppe peppe pino
gregory gregor grigory: greg grisha gregg
gretchen margarethe margarete: grete greta
guadalupe: lupe lupita
guillermo: memo guille
gunther guenther: gunni
gustav gustavo: gus
gwendolyn gwendolen: gwen wendy
hans johann johannes johan: hannes jo jan
harold: harry hal
harriet: hattie harry
heinrich: heinz heiner
hendrik: henk rik
henrietta henriette: hettie etta henny
henry henri henrik: harry hank hal hen
herbert: herb bert
herman hermann: herm
hilary hillary: hil
horace: horry
howard: howie
hubert: bert hugh
hugo hugh: hughie huey
ignacio: nacho
igor: gosha
irene irina: rene ira
isaac: ike zac
isabella isabelle isobel: bella izzy belle isa
isidore: izzy
ivan: vanya
jacob jakob jakub yakov: jake jay kuba jaap yasha cob
jacqueline: jackie jacqui
james jacques jaime: jim jimmy jamie jem
janet janice: jan
javier xavier: javi xavi
jean jeanne: jeannie
jennifer: jen jenny jenn
jeremiah jeremy: jerry jem
jerome: jerry
jessica: jess jessie
joachim joaquin: achim jochen quino
joan joanna joanne johanna: jo jo-jo hanna joni
joel: joe
john: jack johnny jon
jonathan: jon jonny nathan
jose: pepe
joseph josef jozef yosef yusuf youssef: joe joey jo sepp josh
josephine josefina: jo josie fina
joshua: josh
joyce: joy
juan: juanito
juanita: nita
judith: judy jude
julia juliana julie julieta: jules julie
julian julius julio julien: jules
justin: jus
karen: kaz
kenneth: ken kenny
kevin: kev
kimberly kimberley: kim
klaus nicholas nicolas nikolaos nikolas niklas nikola: nick nicky nico niko klaas
konstantin constantine konstantinos: kostya costas kostas konsta
kristin kirsten: kris kirsty
laura lauren: laurie lori
laurence lawrence lorenzo laurens lars lorenz: larry laurie lars enzo lenz
leonard leonardo leonhard leonid: leo len lenny lenya
leopold: leo poldi
leroy: roy
leslie lesley: les
lillian liliana: lily lil
linda: lin
louis luis ludwig luigi lewis: lou louie lew lucho
louisa louise luisa: lou lulu
lucas lukas luke: luc
lucia lucille lucinda lucy: lu lucie cindy
lyudmila ludmila: luda mila
madeleine madeline magdalena: maddie maddy lena magda mads
malcolm: mal
marcus marc mark markus marco marek: marky
margaret margarita margarida malgorzata marguerite: maggie meg peggy peg madge marge margie greta rita daisy maisie gosia mags
maria marie mary miriam: mia molly polly mimi masha mitzi maya ria
mariana marianne: mari
marilyn: lyn
marjorie: marge
martin martinus: marty mart
martha marta: marty patty
mathilda matilda mathilde: tilly mattie
matthew matthias mateo matteo mateusz mathieu matthieu: matt mat matty teo
maureen: mo
maurice mauricio moritz: mo maury
maximilian maxwell maxim maksim maxime: max
melanie melissa: mel
melvin: mel
mercedes: merche
michael mikhail michel michal miguel mikael michele mikkel: mike mick micky mikey misha micha miki
michelle michaela: shelly mic
mildred: millie
mitchell: mitch
mohammed mohammad mohamed muhammad muhammed mohamad mehmet: mo mohd hamada
mordecai: mordy
morris: mo
moses moshe moises: mo moe
nadezhda nadia: nadya
natalie natalia nataliya natalya: nat nattie natasha tasha
nathan nathaniel: nat nate
nikita: nik
nikolai nikolay mikolaj: kolya nick
nina
norman: norm
octavia: tavy
olga: olya
oliver olivier: ollie
olivia: liv livvy ollie
oscar oskar: ossie
osvaldo oswald: ozzie waldo
pamela: pam
pascal: pasc
patricia: pat patty patti trish tricia
patrick padraig patrik: pat paddy rick
paula pauline paulina: polly
paul pablo paolo pavel pawel: pauly pasha pol
penelope: penny nell
percival: percy
peter pedro pieter pietro piotr petr pyotr pierre petros: pete petey petya piet
philippa philippine: pip pippa
phyllis: phyl
polina: polya
priscilla: cilla
prudence: prue
rachel rachael raquel: rae rach
rafael raphael: rafa raf rafi
raimund raymond ramon: ray
ralph: ralphie
randall randolph: randy
rebecca rebekah: becky becca bex
reginald: reg reggie
renata renate: rena
rene renee
reuben ruben: rube
ricardo riccardo: rick ricky rico
richard: rick ricky rich richie dick
robert roberto rupert: bob bobby rob robbie robby bert berto
roberta: bobbie robbie
roderick rodrigo: rod rodri
rodney: rod
roger rogelio: rog
roland: rollie
ronald: ron ronnie
rosa rose rosalie rosalind rosamund rosemary rosemarie: rosie roz ros
rosario: charo
rudolf rudolph: rudi rudy
russell: russ
salvador salvatore: sal chava turi
samantha: sam sammy
samuel samuil: sam sammy
santiago: santi
sarah sara: sally sadie
sebastian sebastien: seb bastian basti
serge sergei sergey sergio: seryozha
seymour: sy
sharon: shaz
sheila
shirley: shirl
sidney sydney: sid syd
simon simone: si
sophia sofia sophie zofia: soph zosia sonia fia
stanislav stanislaw stanley: stan stas
stefan stephan stephen steven stephane stefano esteban istvan szczepan: steve stevie steph ste pista
stefanie stephanie: steph stephie steffi
stuart stewart: stu
susan susanna susanne suzanne: sue susie suzy sanne
svetlana: sveta lana
sylvester: sly
tabitha: tabby
tatiana tatyana: tanya tania
terence terrence: terry tel
teresa theresa therese tereza: terry tess tessa tracy resi
thaddeus: thad ted tad
theodora: dora thea
theodore theodor: ted teddy theo
thomas tomas tommaso tomasz: tom tommy tomek thom
timothy: tim timmy
tobias: toby tobi
ulrich: uli ulli
ulrike: uli ulli rike
valentina valentine: val
valerie: val
vanessa: nessa
veronica veronika: ronnie vera roni
vicente vincent vincenzo: vince vinny vin vinnie enzo
victor viktor: vic vik
victoria viktoria: vicky vicki tori vika
viola violet: vi
virginia: ginny ginger
vladimir wladimir: vlad vova volodya
walter gualtiero: walt wally
wenceslas: wes
wendell: dell
wesley: wes
wilfred: wilf fred
wilhelm willem: willi wim bill pim
wilhelmina: mina minnie wilma billie
william: bill billy will willie willy liam
winifred: winnie freda
wojciech: wojtek
yitzhak: itzik
yvonne: von
zachary zechariah: zach zack zac
`;

/** Long names and their spellings on one side, short forms on the other. */
const groups = table
  .trim()
  .split('\n')
  .map((line) => {
    const [long = '', short = ''] = line.split(':');
    return { long: long.trim().split(' '), short: short.trim().split(' ').filter(Boolean) };
  });

const partners = new Map<string, Set<string>>();
for (const { long, short } of groups) {
  for (const name of long)
    for (const form of short)
      for (const [a, b] of [
        [name, form],
        [form, name],
      ] as const)
        partners.set(a, (partners.get(a) ?? new Set()).add(b));
}

const kin = new Map<string, Set<string>>();
for (const { long, short } of groups) {
  const all = [...long, ...short];
  for (const name of all) kin.set(name, new Set([...(kin.get(name) ?? []), ...all]));
}

/** What a folded first name is also called: the short forms of a long name, the long names of a short form; never itself. */
export const shortForms = (word: string): ReadonlySet<string> => partners.get(word) ?? none;

/** Two forms of one name that are neither's short form (Rob and Bob, Steven and Stefan): a reason to ask, not to act. */
export const areKin = (a: string, b: string): boolean => kin.get(a)?.has(b) === true;

const none: ReadonlySet<string> = new Set();
