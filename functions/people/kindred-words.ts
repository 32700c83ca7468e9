// Kindred words: what people call one thing in different words, so that whoever seeks “accessibility” finds “screen readers”.
// `# field` holds lines `concept: words`. A word may stand in several fields; then the words around it decide (`topics.ts`):
//   word      its usual sense, unless the words around speak for another
//   general; particular     of places (kindred-places.ts): who asks for Kenya means Nairobi too, who asks for Nairobi hardly means the rest of Kenya
//   ~word     only helps to tell the sense of others (speaks Danish; Danish pastry), or says nothing at all (this spring)
//   ?word     counts here only where other words of this field stand near (chips: semiconductors, ?snacks); `# field!`: any word of the field will do
//   a … b     both, in this order, with up to four words between
// The concept's own name is one of its words. General vocabulary only: nothing here knows anybody's book.

export const kindredWords = `
# idioms
idioms: ~this spring, ~next spring, ~last spring, ~in spring, ~in the spring, ~by spring, ~by the spring, ~until spring, ~every spring, ~each spring, ~the following spring, ~this fall, ~next fall, ~in the fall, ~every fall, ~off the ground, ~on the ground, ~common ground, ~across the board, ~drawing board, ~sounding board, ~notice board, ~job market, ~on track, ~from scratch, ~head start, ~at stake, ~above board, ~soft spot, ~in the field, ~field trip, ~in the pipeline, ~by the book, ~address book, ~a closed book, ~in the loop, ~trade off, ~in good hands, ~school of thought, ~old school, ~next door, ~kitchen table, ~over coffee, ~a coffee, ~have coffee, ~coffee with, ~cup of coffee, ~over lunch, ~over dinner, ~on call, ~on the phone, ~plays a part, ~bread and butter, ~river bank, ~snow bank, ~memory bank, ~data bank, ~traffic jam, ~paper jam, ~current job, ~current role, ~current position, ~current employer, ~the current, ~perfect pitch, ~fever pitch, ~sales pitch, ~track record, ~in the long run, ~in the short run, ~long run, ~run of, ~runs in the family, ~trial and error, ~on trial, ~in tune, ~in concert with, ~stage of, ~at this stage, ~early stage of, ~life stage, ~in the market for, ~in stock, ~out of stock, ~takes stock, ~take stock, ~bank holiday, ~spring cleaning, ~in store, ~at sea, ~rule of thumb, ~with interest, ~draws on, ~film of, ~window of, ~wave of, ~in the wake of, ~crash course, ~of course, ~main course, ~on course, ~golden handshake, ~green light, ~state of the art, ~to the letter, ~red tape, ~cash cow, ~game plan, ~ball park, ~ballpark, ~home run, ~team player, ~key player, ~level playing field, ~hit a wall, ~coal face, ~cutting edge, ~leading edge, ~in the running, ~up and running, ~running late, ~running costs, ~running water, ~front of house, ~back of house, ~writing a, ~writing an, ~writing the, ~writing up, ~write a, ~write an, ~on the banks of, ~on the bank of, ~at the bank of, ~banks of the river, ~traffic jams

# software
programming: software, developer, software engineer, programmer, coding, coder, code, back-end, backend, front-end, frontend, full-stack, web developer, web development, web agency, web, engineering team, vp engineering, vice president of engineering, head of engineering, cto, chief technology officer, staff engineer, codebase, refactoring, open source, github, application developer, app, apps, software company, software house, software factory, ?factory, software development, software development agency, web designer, programming language, it consultant, hackathon
java: java, jvm, spring boot, kotlin, scala, hibernate, j2ee, maven, jakarta ee, ?spring, jdk
javascript: javascript, typescript, node.js, nodejs, react, vue, angular
python: python, django, flask, pandas
php: php, laravel, wordpress, drupal, symfony
mobile apps: ios, android, mobile app, app store, ?swift, ?flutter
cloud: cloud, devops, kubernetes, docker, container orchestration, aws, azure, infrastructure as code, site reliability, sre, ?orchestration, serverless, microservices, platform engineering, ?containers, containers in production, terraform, google cloud, cloud cost
databases: database, sql, postgres, postgresql, mysql, data warehouse, warehouse … cloud, ?warehouse, ?queries, ?query, sql server, oracle database
data engineering: data engineer, data platform, data pipeline, ?pipelines, etl, data lake, dbt, airflow, data warehouse, warehouse … cloud, data pipelines, data warehousing
data analytics: analytics, data analyst, business analyst, business intelligence, dashboard, data science, data scientist, statistics, statistician, sql, head of data, data team, ?analyst, data, big data, data visualisation, tableau, excel, spreadsheets
machine learning: machine learning, ml, deep learning, recommendation model, recommender, ranking model, neural network, ai, artificial intelligence, ?model, ?ranking, computer vision
generative ai: llm, llms, large language model, language model, generative ai, genai, gpt, chatbot, natural language, natural-language, nlp, eval, evals, evaluation of models, ?benchmark, prompt engineering, ?production, foundation model
cybersecurity: cybersecurity, cyber, information security, infosec, security analyst, soc, soc analyst, security operations, operations centre, penetration testing, pentest, incident response, vulnerability, threat, malware, hacker, cyber risk, ?security, ?alerts, ?console
security leadership: ciso, chief information security officer, chief security officer, head of security, security leadership, security director, information security leadership, ?strategic
product management: product management, product manager, product owner, product lead, head of product, chief product officer, senior product manager, lead product manager, product roadmap, roadmap, writing specs, write the specs, specs, user stories
start-up software: saas, software product, b2b software, subscription software, scheduling software
it operations: it support, sysadmin, system administrator, help desk, network administrator, it director, cio, chief information officer, erp, sap
testing: quality assurance, qa, test automation, software testing
games: video game, game developer, game design, unity, unreal engine, esports
robotics: robotics, robot, automation, mechatronics, control engineer, surgical robot
blockchain: blockchain, crypto, cryptocurrency, bitcoin, web3

# design
accessibility: accessibility, accessible, a11y, screen reader, screen readers, wcag, voiceover, jaws, inclusive design, assistive technology, blind, low vision, section 508, disability, disabled, disabilities
ux design: ux, user experience, ui, interaction design, usability, user research, user testing, product designer, product design, ux designer, wireframes, figma, portfolio, service design
graphic design: graphic design, graphic designer, typography, typographer, branding, brand identity, art director, design director, creative director, illustration, illustrator, visual design, logo, design agency, layout
industrial design: industrial design, industrial designer, product housing, cad, prototyping, prototype
interior design: interior design, interior designer, interiors
architecture: architect, architecture, architectural, ?software architect

# electronics
semiconductors: semiconductor, chip, chips, chip designer, vlsi, asic, fpga, mixed-signal, integrated circuit, silicon, analog design, verification, soc design, wafer, fab, foundry, rtl, tape-out, microchip
circuit boards: circuit board, circuit boards, pcb, printed circuit, electronics, electronic, board layout, solder, soldering, oscilloscope, embedded, firmware, microcontroller
electrical engineering: electrical engineering, electrical engineer, electronics engineer, power electronics, signal processing, ?current, electrician for industry, power systems
hardware: hardware, hardware start-up, consumer electronics, device maker, ?instrument, measuring instrument, spectrometer, sensor, sensors
optics: optics, optical, photonics, laser, lasers, spectroscopy, lens, microscopy
telecommunications: telecom, telecommunications, wireless, radio, 5g, broadband, antenna
medical devices: medical device, medical devices, device maker, implant, pacemaker

# engineering
civil engineering: civil engineer, civil engineering, structural engineer, structural engineering, structures, water mains, roads, highways, infrastructure, geotechnical, municipal engineer, public works, professional engineer, bridge, bridges
mechanical engineering: mechanical engineer, mechanical engineering, thermodynamics, hvac, heating and cooling
chemical engineering: chemical engineer, process engineer, chemical plant, refinery
surveying: surveyor, surveying, land survey, land surveyor, mapping, gis, photogrammetry, lidar, cartography, ?survey
inspection: inspection, inspects, inspector, bridge inspection, roof inspection
construction: construction, builder, contractor, building site, general contractor, site manager, roofing, roofer, roof, roofs, bricklayer, scaffolding, ?cranes, crane hire, building sites, excavator, concrete, scaffolder, civil works, bricklaying, masonry, stonemason, demolition, quantity surveyor, ~rents out, ~hires out
water utilities: water utility, water treatment, drinking water, wastewater, sewage, utility, utilities, water mains
transport department: department of transportation, transportation authority, highway authority, road authority

# aviation
drones: drone, drones, uav, uas, unmanned aircraft, unmanned, quadcopter, drone pilot, part 107, flying drones, remote pilot, aerial survey, aerial photography
flying: pilot, airline, aviation, aircraft, flight instructor, flight school, cockpit, flying lessons, learn to fly, flight, airplane, aeroplane, helicopter, glider, plane, planes, ?fly, ?flying, ?captain, air traffic control, flight attendant, airport, boeing, airbus
space: space, aerospace, satellite, satellites, rocket, orbit, spacecraft

# animals
beekeeping: bee, bees, beekeeper, beekeeping, hive, hives, apiary, honey, ?queens, ?drone, ?drones, pollinator
dogs: dog, dogs, kennel, puppy, dog breeder, dog trainer, dog show, ?judge, portuguese water dog, german shepherd, irish setter, french bulldog, english bulldog, italian greyhound, scottish terrier, welsh corgi, afghan hound, australian shepherd, spanish mastiff, swiss mountain dog, ?breeds
veterinary: vet, veterinarian, veterinary, animal hospital, animal health
livestock: livestock, cattle, sheep, pig, pigs, goats, dairy, ranch, rancher, herd, beef, poultry
horses: horse, horses, equestrian, riding school, stable, stables, racehorse, jockey, farrier, polo, dressage
wildlife: wildlife, conservation biology, ornithology, birds, zoo, ?cranes, storks, ornithologist, bird watching, birdwatching, nature reserve, biodiversity, rewilding
insects: insects, insect, mealworms, entomology, entomologist, butterflies, moths, ants, ?crickets, ?cricket, pest control, mosquitoes, ~farms, ~raises
pets: pet, pets, cat, cats, rabbits, aquarium, pet shop, grooming, animal shelter, pet food

# farming
crops: farm, farming, farmer, agriculture, agricultural, crop, crops, wheat, barley, corn, grain, harvest, agronomist, agronomy, fertiliser, fertilizer, irrigation, farmland, organic farm, orchard, ?seed, ?seeds, ?plant, plant breeding, cereals, grower, growers, tractor, vegetables, fruit, greenhouse grower, insects
soil science: soil, soils, soil microbes, microbes, microbiology, microbiologist, nitrogen, soil carbon, plant biology, fertiliser, fertilizer, farmland, compost
aquaculture: aquaculture, ?lease, ?leases, sea farm, seaweed, kelp, oyster, oysters, mussel, mussels, clam, shellfish, hatchery, hatcheries, fish farm, mariculture, algae, oyster farm, seaweed farm
gardening: garden, gardener, gardening, landscape, landscaping, nursery plants, botanist, botany, florist, flowers, cut flowers, trees, shrubs, tree nursery, arborist, tree surgeon, parks, orchids, roses, houseplants
forestry: forest, forestry, timber, logging, sawmill

# sea
marine biology: marine biology, marine biologist, ocean, oceans, oceanography, coral, coastal, marine science, reef, ?currents, whales, sea life
shipping: maritime, harbour, harbor, harbour master, ship, ships, vessel, vessels, shipyard, ferry, ferries, port authority, terminal operations, dredging, docks, moorings, seafarer, merchant marine, marine engineer, vessel maintenance, ?port, ?terminal, ?captain, ?cranes, shipbuilding, shipowner
boats: boat, boats, kayak, kayaks, sailing, canoe, yacht, sailor at weekends, boatbuilder, boat builder, rowing, ?rows, ?rower, rower, rowers, rowing eight, sailing boats, sailboat, dinghy, regatta, marina
fishing: fishing, fly fishing, fly-fishing, angling, fisherman, fishery, fisheries, trawler, trout, ?bass, salmon
maritime law: tidelands, maritime lawyer, foreshore, moorings
# military
navy and armed forces: navy, army, air force, marines, military, armed forces, soldier, soldiers, sailor, sailors, airmen, submarine, submarines, petty officer, chief petty officer, naval officer, naval, commander, sergeant, lieutenant, colonel, general retired, coast guard, ?officer, deployment
leaving the service: veteran, veterans, leaving the service, leaves … navy, leaves … army, leaves … marines, leaving the military, leaving the navy, into civilian work, civilian work, civilian life, civilian job, transition from the military, ex-military

# law
lawyer: lawyer, attorney, law, law firm, legal, counsel, solicitor, barrister, paralegal, legal advice, ?llm, jurist, contracts
courts: court, courts, courtroom, courtrooms, judge, superior court, supreme court, magistrate, clerk of court, court administrator, court reporter, stenographer, tribunal, judicial, ?trial
litigation: trial lawyer, trials lawyer, litigation, litigator, jury, jury verdict, verdict, plaintiff, defendant, sued, lawsuit, product liability, ?trial, ?trials
intellectual property: intellectual property, ip, patent, patents, patent agent, patent attorney, patent examiner, patent office, trademark, trademarks, copyright, inventor, inventors, invention, ?examiner, trade mark
employment law: employment lawyer, employment law, ?employment, labour law, labor law, wrongful dismissal, discrimination case, dismissal, dismissals, dismiss, dismissing, redundancy, redundancies, severance, unfair dismissal, firing, hr law, employment contract, tribunal claim, harassment
divorce and family law: divorce, divorce lawyer, custody, family law, family lawyer, prenuptial, separation agreement
wills and estates: estate planning, probate, inheritance, inheritance tax, notary, executor of, last will, last wills, draw up a will, make a will
music and copyright law: copyright, royalties, licensing of music, entertainment lawyer, media lawyer, solicitor for musicians
data protection: data protection, privacy, gdpr, privacy lawyer, data privacy, cookies law
immigration: immigration lawyer, visa, visas, work permit, green card, citizenship, asylum, refugee, refugees, skilled workers, migrants, ?newcomers, immigration, residence permit, naturalisation
tax: tax, taxes, tax lawyer, tax adviser, tax advisor, taxation, tax return, irs, vat
company law: incorporation, corporate lawyer, option plan, option plans, shareholder agreement, term sheet, start-up lawyer, bylaws
charity law: 501(c)(3), 501c3, charity law, charitable status, set up … charity, non-profit law
mediation: mediator, mediation, mediates, mediate, arbitration, arbitrator, conflict resolution, dispute, disputes, negotiation, negotiates, negotiator, reconcile, ombudsman
permits: permit, permits, permitting, zoning, planning permission, planning application, environmental review, ?applications, ?review, ?reviews, ?leases, ?hearing, ?hearings, ?approval, ?approvals, building permit, planning law, paperwork, waiver, waivers
licences: licence, license, licensing, liquor licence, liquor license, liquor, licensing board, state board
regulation: regulator, regulatory, compliance, regulations, regulatory affairs, government relations, lobbying, lobbyist, policy
criminal justice: police, detective, prosecutor, public defender, prison, probation, sheriff, fbi, special agent, fraud, fraud cases, investigator, forensics, offenders, ex-offenders, offender, prisoners, prisoner, inmates, convicts, parole, prison officer, served a sentence, come out of prison, rehabilitation of offenders, crime prevention
real estate law: conveyancing, title insurance, landlord and tenant, eviction

# qualifications
foreign credentials: credential assessment, credentials, credential, trained abroad, foreign-trained, internationally trained, licence … recognised, license … recognized, degree … recognised, recognised, recognized, recognition, qualify, qualification, qualifications, professional licence, professional license, engineering licence, licensed engineer, licensing exam, bar exam, equivalency, accreditation, ?licence, ?license, ?exams, ?regulator

# health
nursing: nurse, nurses, nursing, icu, icu nurse, intensive care, intensive-care, registered nurse, nurse practitioner, bedside, chief nursing officer, midwife, midwifery, nurse manager, ?ward, wards
clinical trials: clinical trial, clinical trials, clinical research, contract research, contract research organisation, contract research organization, cro, principal investigator, phase i, phase ii, phase iii, phase iv, study coordinator, study coordinators, site operations, trial site, irb, ?studies, ?study, ?trial, ?trials, biostatistics, ?protocol, ?protocols
doctors: doctor, physician, surgeon, surgery, cardiologist, cardiology, paediatrician, pediatrician, paediatrics, oncologist, oncology, radiologist, radiology, anaesthetist, neurologist, general practitioner, medic, medicine, gp, family doctor, dermatologist, gynaecologist, psychiatrist, orthopaedic, childrens doctor, children … doctor
hospitals: hospital, clinic, medical, medical center, medical centre, patient care, health care, healthcare, health, ?patient, ?patients
dentistry: dental, dentist, dentists, dentistry, orthodontist, dental clinic, dental clinics, dental practice, oral health
pharmacy: pharmacist, pharmacy, pharmaceutical, pharma, drug maker, drug makers, drugs, medicines, prescription, formulary, ?drug
reimbursement of medicines: medicines … reimbursed, drug reimbursement, market access, formulary, payers, payer, health economics, health technology assessment, hta, health insurer, insurer … cover, coverage decision, drug pricing, drug coverage, dossier, dossiers, ?reimbursed, ?reimbursement, ?insurer, ?cover
drug regulation: fda, ema, regulatory affairs, drug approval, biologics, biologic, regulatory submission, ?reviewer
biotech: biotech, biotechnology, life sciences, genetics, genomics, molecular biology, bioinformatics, vaccine, vaccines, cell therapy
mental health: mental health, psychologist, psychotherapist, therapist, therapy, counselling, counseling, psychiatrist, psychiatry, burnout, ?shrink
public health: public health, epidemiology, epidemiologist, health policy, community health
electronic records: electronic records, health records, medical records, medical information, health informatics, clinical informatics
elder care: elder care, nursing home, hospice, palliative, dementia, care home, ageing, aging
eye care: optician, opticians, optometrist, ophthalmologist, eyewear, glasses shop
nutrition: nutrition, nutritionist, dietitian, diet
rehabilitation: physiotherapist, physical therapist, physiotherapy, occupational therapy, speech therapy, physio, speech therapist, sports injury, sports injuries, sports physiotherapy, ?stroke, osteopath, chiropractor, massage, after … stroke
hearing: audiologist, audiology, hearing aid, hearing aids, hearing loss, hard of hearing, deaf, tinnitus
pregnancy and birth: midwife, midwifery, birth, obstetrician, obstetrics, pregnancy, pregnant, maternity, doula, fertility, ivf
cancer: cancer, oncologist, oncology, tumour, chemotherapy, radiotherapy
complementary medicine: acupuncture, homeopathy, naturopath, herbalist, ayurveda, meditation, mindfulness
addiction: addiction, alcoholism, recovery from addiction, drug abuse, rehab, sober, sobriety
diagnostics: radiologist, radiology, x-ray, mri, ultrasound, pathology, pathologist, laboratory medicine, blood tests

# languages!
interpreting: interpreter, interpreters, interpreting, interprets, interpretation, language services, freelance interpreter, court interpreter, medical interpreter, simultaneous interpreting, translator, translators, translation, translate, localisation, localization, ?roster
sign language: ?sign, asl, bsl, american sign language, deaf, signing, hard of hearing

# education
school leadership: head teacher, headteacher, headmaster, headmistress, principal, principals, assistant principal, school leader, leading schools, school leadership, superintendent, school administration, school director, head of school, deputy head, vice principal, dean of students, ?head, ?heads
teaching: teacher, teachers, teaching, teaches, classroom, classrooms, instructional coach, curriculum, lesson, lessons, school, schools, middle school, high school, secondary school, primary school, elementary school, education, pupils, tutor, tutoring, science department, taught, kindergarten, day school
special education: special education, special needs, dyslexia, adhd, autism, learning disabilities, learning difficulties, inclusion in schools
language teaching: language teacher, language school, language lessons, english lessons, french lessons, esl, tefl
adult education: adult education, evening classes, community college, literacy, continuing education
exams: exams, exam board, standardised tests, admission tests, sat tutoring
school subjects: geography, history teacher, mathematics teacher, science teacher, chemistry teacher, physics teacher, art teacher, physical education
school district: school district, district, public schools, county schools, school board, school finance
higher education: university, college, professor, lecturer, academic, academia, faculty, campus, undergraduate, community college, polytechnic, dean, tenure
leaving academia: leaving academia, leave academia, left academia, outside the university, outside of the university, outside university, outside academia, out of academia, left the university, left … postdoc, left … phd, after the phd, after the doctorate, alternative careers, industry research, industry career, r&d, non-academic
research: research, researcher, scientist, phd, phd student, postdoc, postdocs, doctoral, doctorate, laboratory, lab, dissertation, thesis, chief scientist, journals, r&d, ?grant applications
training: training, trainer, workshop leader, trains, apprenticeship, apprentices, vocational, adult education, e-learning, online course, online courses, course creator
student life: student, students, final-year, undergraduates, scholarship, admissions
libraries: library, librarian, libraries
early childhood: nursery school, childcare, day care, preschool, early years, toddlers, kindergarten, small children, young children, babies, creche, childminder, nanny, ?nursery

# careers
first jobs: first job, first jobs, entry-level, entry level, graduate, graduates, new graduate, new graduates, intern, interns, internship, internships, recruits on campus, campus recruiting, campus recruiter, university recruiting, junior engineers, trainees, young engineers, ?students, final-year, final-year student, graduating
hiring: hiring, hires, hire, recruiting, recruiter, recruits, recruitment, talent acquisition, vacancies, job search, job interview, first interview, cv, résumé, resume, staffing
apprenticeships: apprentice, apprentices, apprenticeship, apprenticeships, trainee, trainees, vocational training, journeyman, master craftsman
self-employment: freelancer, freelancers, freelance, own boss, be my own boss, become … boss, self-employed, sole trader, going freelance, own business
work abroad: expat, expats, relocation, relocating, work abroad, moving abroad, digital nomad
parents at work: parental leave, return to work, working parents, part-time work, childcare at work, job share, flexible working
diversity: diversity, inclusion, dei, equal opportunities, gender equality, women in leadership
executive search: executive search, headhunter, headhunters, headhunting, fills posts, executive recruiter
career change: career coach, career change, changing careers, change careers, career, careers, what comes next, next step, second career, reskilling, new career, transition
coaching: executive coach, leadership coach, mentor, mentoring, life coach, coaching, coaches leaders, communications coach
leadership: leadership, leader, leaders, leading teams, management, manager, managing people, first-time manager, new manager, people manager, promotion
human resources: hr, human resources, people operations, head of people, people team, hr generalist, chief people officer, personnel, hr director, employee relations, staff handbook
pay and grades: pay band, pay bands, salary band, salary bands, compensation, compensation consultant, salary, salaries, salary grades, salary structure, salary structures, salary range, salary ranges, job levels, job grades, levelling, pay gap, pay gaps, pay transparency, pay scale, total rewards, rewards, remuneration, wages, benefits package
workplace: workplace, workplace climate, staff survey, staff surveys, employee survey, morale, employee engagement, workplace culture, ?climate
retirement: retire, retired, retirement, retired executive, retired executives, pension, pensioner
negotiating pay: negotiate salary, raise salary, pay rise

# boards
boards of directors: board, boards, board of directors, non-executive, non-executive director, board seat, board member, trustee, trustees, independent director, board director, director seat, governance, corporate governance, chairs … companies, chairs … company, chairs … board, chairman, chairwoman, chairperson, ?director, ?directors, ?chairs, ?seat

# business
selling a business: sold … company, sold … business, sold … firm, sold … shop, sold it to, sold to a, sold out to, company was sold, companies sold, business sold, acquired it, was acquired, been acquired, ?acquired, acquired by, got acquired, exit, exits, exited, trade sale, selling a company, selling a business, sell a business, sell … company, sell … business, acquisition of, employee buyout, management buyout, handed over the company, sold his, sold her, sold their, sold the company
buying companies: private equity, majority stake, majority stakes, mergers and acquisitions, m&a, buyout, leveraged, due diligence, buys companies
starting a company: founder, founders, founded, co-founder, start-up, startup, start-ups, startups, started a company, started … company, entrepreneur, entrepreneurs, entrepreneurship, first-time founder, first-time founders, incubator, accelerator, serial founder, young companies, built … company
raising money: raise a round, raise money, raising money, raise … round, seed round, seed fund, seed stage, seed funding, series a, series b, venture capital, venture capitalist, vc, angel investor, business angel, angel investing, angel, angels, early-stage investor, early-stage, investor, investors, fundraising, financing round, financing rounds, term sheet, term sheets, first cheque, first check, backs founders, backs … founders, pitch deck, pitch, ?fund, ?seed, ?raise, ?round, ?rounds, ?backs, ?investment, ?investing, funding, invests in start-ups, invests in companies, seed investor, ?cheque, ?pitching, start-up investor, impact investing, impact investor, impact fund
family business: family business, family businesses, family firm, family firms, family company, third generation, second generation, next generation, one generation to the next, from one generation, took over … father, took over … mother, took over from, take over from, father's shop, parents' shop, family-owned, brothers and sisters, siblings, with … brothers
succession: succession, successor, successors, hand over, handing over, pass a company, pass on the company, one generation to the next, generational change, taking over, take over
small business: small business, small businesses, shop owner, owner-manager, own shop, self-employed, sole trader, small company, small firm, independent shop
small business lending: lends to, lender, small business loan, small-business loan, loan, loans, credit union, microfinance, community bank, sba loan, business loans, borrow, bank loan, bank loans, lending money, lend money
strategy consulting: management consultant, management consulting, consulting, consultant, strategy consultant, strategy
operations: operations, lean, lean consultant, six sigma, process improvement, continuous improvement, kaizen, efficiency, operations manager, efficient, productivity
customer support: customer support, customer service, call centre, call center, help desk, customer success
sales: sales, salesperson, salesman, account executive, business development, sales forces, key account, sales manager, sales director, sales force, selling skills, cold calling, telesales
franchise: franchise, franchising, franchisee

# finance
accounting: accountant, accountants, accounting, bookkeeper, bookkeeping, cpa, auditor, audit, finance chief, cfo, chief financial officer, finance director, controller, balance sheet, budget, budgets, budgeting, invoices, cash flow, show profit and loss, ?numbers, ?margins, ?books, payroll, profit and loss, p&l, the numbers, do the books, keeps the books, show the books, restaurant books, company books, shop books, accounts, tax accountant, keeps the accounts, accounts of, tax returns, ?finance
currencies: currency, currencies, foreign exchange, forex, exchange rates, trades currencies
financial planning: financial planner, financial planning, pension advice, savings plan, mortgage adviser, household budget, debt advice
pricing: pricing, price strategy, price lists, discounts, margins calculation
controlling: financial controller, management accounting, cost accounting, forecasting costs
stock market: stocks, stock market, blue chip, blue chips, shares, bonds, equities, stock picker, picks stocks, portfolio manager, hedge fund, trader, trading floor, wealth, wealth management, wealth manager, retirement savings, financial adviser, financial advisor, ?stock, ?chips, mutual fund, ?markets, financial markets, pension fund, pension investments, investments, asset management, fund manager, savings
banking: bank, banks, banker, banking, credit, mortgage, mortgages, savings bank, payments, fintech, banking app
insurance: insurance, insurer, insurers, insurance agent, underwriter, underwriting, actuary, actuarial, claims, claims adjuster, adjusts claims, adjusts … claims, policyholder, broker of insurance, home and auto, ?roof, ?agent
debt collection: debt, debt collection, debt collector, collections agency, receivables, bankruptcy, insolvency, ?collection, ?collections
expenses: expense, expenses, expense claims, travel expenses, ?reimbursed, ?reimbursement
impact investing: impact fund, impact investor, impact investing, sustainable finance, esg, social investment
economics: economist, economics, econometrics

# giving
grants and giving: grant, grants, grantmaker, foundation, family foundation, philanthropy, philanthropist, donor, donors, donation, donations, endowment, programme officer, program officer, pay for it, sponsor, sponsorship, funder, funders, grant-making, ?pays for, grant-giving, fundraiser, scholarship fund, crowdfunding
grant writing: grant writing, grant writer, writes grant applications, grant application, grant applications, proposal writing, fundraiser for charities
non-profits: non-profit, nonprofit, not-for-profit, charity, charities, ngo, social enterprise, volunteer, volunteers, volunteering, community organisation, community organization, food pantry, food bank
foster care: foster care, foster, foster home, foster homes, foster placements, fostering, age out, aged out, ages out, aging out, care leavers, adoption, child welfare, children in care
social work: social work, social worker, social workers, family services, case worker, caseworker, welfare, youth work, youth worker, homeless, homelessness, shelter
children and young people: children, young people, youth, young adults, kids, teenagers, after-school

# science and climate
climate: climate, climate change, climate risk, climate models, climate data, carbon, emissions, greenhouse gas, greenhouse-gas, greenhouse, floods, droughts, net zero, decarbonisation, decarbonization, sustainability, global warming, carbon accounting, environmental, environment, ?inventory, ?inventories
solar energy: solar, solar power, solar panel, solar panels, photovoltaic, photovoltaics, pv, rooftop solar, solar installer, solar installers, renewable, renewables, renewable energy, clean energy, megawatt
energy: energy, energy manager, grid, electricity, power plant, power grid, wind power, wind farm, battery, batteries, utility, heat pump, heat pumps, energy efficiency
astronomy: astronomy, astronomer, astrophysics, observatory, telescope, solar physicist, solar physics, ?solar, ?corona, ?flares, ?stars, planets, astronomers, stargazing, sun, astrophysicist
physics: physics, physicist, particle, quantum
chemistry: chemistry, chemist, chemical, materials science
biology: biology, biologist, ecology, ecologist, botany, microbial, plant biology, zoology
anthropology: anthropology, anthropologist, ethnography, mourning customs, wedding customs, folklore, sociology, sociologist, archaeology, archaeologist, ?customs
mathematics: mathematics, mathematician, maths, statistics
geology: geology, geologist, mining, minerals
weather: weather, meteorology, meteorologist, forecaster, weather forecast, weather forecasting, forecasting, forecasts, thunderstorms, snowfall, ?wind, hurricanes, tornado
psychology: psychology, psychologist, behavioural science, behavioral science, cognitive science, neuroscience, neuroscientist
political science: political science, international relations, foreign policy, diplomacy, diplomat, embassy, ambassador, consulate, united nations, geopolitics
food science: food science, fermentation, food safety, food technologist, microbiology of food
water and rivers: hydrology, hydrologist, groundwater, flood protection, river restoration, wetlands
materials: polymers, plastics, plastic, rubber, glass, composites, nanotechnology, metallurgy, metallurgist, coatings, adhesives, paint
recycling: recycling, waste, circular economy, landfill, packaging waste

# trade and logistics
customs and freight: customs, customs broker, customs duty, tariff, tariffs, freight, freight forwarder, freight forwarding, forwarder, export, exports, exporting, exporter, import duty, cross-border, incoterms, shipping goods, ship abroad, sell abroad, overseas sales, container shipping, sell … abroad, selling … abroad, ship … abroad, sell … overseas, ships … across, ships … to, sell outside, selling outside
importing: import, imports, importer, importing, brings … from, wholesale importer
supply chain: supply chain, inventory, inventories, procurement, purchasing, logistics, fulfilment, fulfillment, distribution, distribution centre, distribution centres, distribution center, distribution centers, demand planning, ?stock, cold chain, trucking, haulage, trucks, truck, stockkeeping, supplier, suppliers
inventory: inventory, inventories, stock turn, turn stock, turn … stock, stock control, stockroom, stocktaking, stockkeeping, ?stock, shelf space, slow movers
warehousing: warehouse, warehouses, warehousing, distribution centre, distribution centres, distribution center, logistics park, logistics parks, forklift, pallet
loss prevention: loss prevention, shrink, shrinkage, theft, shoplifting, store detective, stock loss, retail security, asset protection, pilferage, ?lose
retail: retail, retailer, retailers, shop, shops, store, stores, boutique, boutiques, buyer, supermarket, supermarkets, department store, e-commerce, ecommerce, online shop, merchandising, buys for, delicatessens, delicatessen, grocers, stockists
e-commerce: e-commerce, ecommerce, online shop, online shops, online store, webshop, web shop, shopify, etsy, amazon marketplace, sell online, selling online, catalogue online, marketplace seller
websites: website, websites, web site, web design, web designer, web designs, homepage, landing page, search engine optimisation, web presence, webmaster, online shop, online shops, web agency
auctions: auction, auctions, auctioneer, auction house
wholesale: wholesale, wholesaler, wholesalers, distributor, supply house
guarding: guard, guards, security guard, doorman, doormen, bouncer, bouncers, guarding, bodyguard, nightclub, ?security
purchasing instruments: procurement lead, buys instruments, purchasing manager

# making
manufacturing: manufacturing, factory, factories, plant manager, ran plants, ran a plant, run … factory, assembly line, production line, machinist, machine shop, toolmaker, injection moulding, ?plant, ?plants, industrial, production manager
garment making: garment, garments, clothing, apparel, fashion, fashion label, small labels, cut-and-sew, cut and sew, sewing, sewn, contract sewing, seamstress, tailor, tailoring, pattern maker, pattern makers, garment factory, small factories, small runs, runs of, small batch, machinists, workwear, knitwear, collection of clothes, ?orders from, dressmaker, ?label, ?labels, fast fashion, fashion designer, designs … workwear
textiles: textile, textiles, fabric, fabrics, weaving, weaver, wool, woollen, woollens, cotton, silk, batik, dyeing, spinning mill, ?mill
shoes and leather: shoes, shoe, shoemaker, leather, patent leather, boots, cobbler, saddler
furniture: furniture, chair maker, cabinet maker, cabinetmaker, desks, upholstery, furniture maker, ?chair, ?chairs
woodwork: carpenter, carpentry, joiner, joinery, woodworker, woodworking, wood, wooden, oak, ?ash, teak, sawmill, timber
metalwork: welding, welder, weld, welds, tig, mig, ironworks, ironwork, steel, metalwork, blacksmith, fabricates, fabrication, fabricator, railings, sheet metal, aluminium, aluminum, ?trades
clockmaking: clockmaker, clocks, watchmaker, watchmaking, horology
instrument making: luthier, piano tuner, piano maker, organ builder, violin maker, guitar maker
glass: glassblower, glassblowing, stained glass, glazier, glass artist
knitting and needlework: knitting, crochet, embroidery, quilting, quilts, needlework, lace, yarn
toys: toymaker, toys, wooden toys, puppets, puppeteer, dolls
perfume and cosmetics: cosmetics, perfume, perfumer, soap, skincare, hairdresser, barber, hair salon, beauty salon, make-up artist, nail salon
packaging: packaging, cardboard, boxes, labels and packaging, bottling, bottles, bottler
paper: paper mill, stationery, calligraphy, calligrapher, letterpress cards, bookbinding
bicycles: bicycle, bicycles, bike, bikes, cycling, cyclist, cargo bikes, bike shop, bike mechanic
car repair: car mechanic, garage mechanic, car repair, auto repair, body shop, vintage cars, classic cars, motorbikes, motorcycles
mattresses and beds: mattress, mattresses, beds, bedding, ?spring, ?springs
saunas and pools: sauna, saunas, swimming pool, swimming pools, spa, hot tubs
heating: heating engineer, heat pump installer, boilers, stoves, insulation, energy retrofit
industrial machines: pumps, valves, compressors, turbines, machine tools, mechanical parts, bearings, hydraulics, conveyor
trades: plumber, plumbing, electrician, tradesman, hvac, handyman, heating and cooling, installer, installers, locksmith, painter and decorator, roofer, pipe, pipes, boiler, leak, drain, drains, fix … pipe, roofing, carpenter and joiner, tiler, plasterer, decorator, handyperson, repairs, the trades, skilled trades, ?trades, electricians, wiring, rewire, rewiring, fuse box, sockets, mason, chimney sweep, glazier, ?painter
printing: printing, printer, print shop, press shop, screen printing, t-shirts, posters, letterpress, offset printing
signs: neon, shop signs, sign maker, signwriter, signage, painted signs, ?signs
pottery: pottery, potter, ceramics, stoneware, kiln, glassblowing, tiles, tile, tiler, porcelain
jewellery: jewellery, jewelry, jeweller, goldsmith, silversmith, watchmaker
crafts: crafts, craft, craftsman, handmade, artisan, workshop of, maker, makers

# food
restaurants: restaurant, restaurateur, chef, sous-chef, kitchen, pop-up, menu, café, cafe, bistro, dining, own place, hospitality, waiter, dishwasher, bar, diner, food truck, opened … restaurants, restaurant owner
food: cook, cooking, cuisine, catering, caterer, food business, food writer, recipe, fish, seafood, fishmonger, meat, butcher, cheese, dairy products, vegan, vegetarian
baking: bakery, baker, bread, pastry, cakes, patisserie, danish pastry
coffee: coffee, coffee shop, coffee shops, roaster, roasts, roastery, espresso, barista, tea, ?java
snacks: snack, snacks, potato chips, crisps, flavours, confectionery, chocolate, sweets, french fries, ?chips
drinks: wine, wines, winery, vineyard, brewery, brewer, beer, spirits, distillery, madeira, sommelier, liquor, ?port
water: bottled water, mineral water, bottles water, spring water, mountain spring
sweets and chocolate: chocolatier, chocolate maker, chocolates, ice cream, gelato, sweets maker, confectioner
cheese and dairy: cheese, cheesemaker, dairy farm, creamery, yoghurt, milk
meat and butchery: butcher, butchers, charcuterie, sausages, slaughterhouse, abattoir
packaged food: jam, jams, marmalade, chutney, pickles, sauce, sauces, canning, jars, food manufacturing, food manufacturer, food producer, honey, food brand, packaged food, food company, ?preserves
catering: caterer, catering, canteen, school meals, banquets, food truck, private chef
grocery: grocery, groceries, food company, food brand, packaged food, food maker, honey producer, delicatessen, delicatessens, deli, grocer, grocers, ?jam, ?preserves

# property
leases and rents: leasing space, rent, rents, tenant, tenants, landlord, landlords, premises, commercial property, retail space, shop space, tenancy, negotiates … rents, commercial lease, ?terms, lease, leases, leasehold
real estate: real estate, real-estate agent, estate agent, realtor, realty, property developer, first-time buyers, homes for sale, house buyers, ?agent, property, house, houses, homes, flat, flats, apartment, apartments, property market, buys and sells houses, ?home
facilities: facilities, facilities director, facility manager, facilities manager, buildings, building manager, roof, roofs, replace … roof, square feet, landlord, logistics parks, maintenance manager, property manager, school buildings, public buildings
housing: housing, affordable housing, public housing, tenants' association, homes for

# arts and media
youth music: youth orchestra, school band, school orchestra, youth symphony, music programme, music program, music teacher, strings programme, children's choir, music education
classical music: orchestra, symphony, conductor, conducts, conducting, violin, cello, viola, auditions, opera, choir, chorus, pianist, composer, chamber music, music, musician, musicians, musical instrument, ?instrument, ?instruments, concert, concerts, sings, piano, violinist, cellist, guitarist, ?bass, double bass, bass player, orchestras, ?pitch, ?organ, organist, singer, singing, soprano, tenor, flute, oboe, trumpet, drums, drummer, band, bassist, ?plays, ?play, jazz, saxophone, choirmaster, choral, ?notes, opera singer, harp, percussion, ensemble
strings: violin, viola, cello, violinist, cellist, violist, double bass, string quartet, strings teacher, ?strings
singing: sings, singing, singer, choir, choirs, choirmaster, choral, chorus, soprano, tenor, opera singer, voice teacher, vocal coach
keyboards: piano, pianist, harpsichord, organist, accompanist, ?organ
winds and drums: flute, oboe, clarinet, trumpet, trombone, saxophone, brass band, drums, drummer, percussion
bands and events: wedding band, live music, dj, gigs, party bands, event planner, events, weddings, entertainment, ?band, ?bands, ?books, ?booking, booking agent, conference organiser, wedding planner, festival, festivals
literary agents: literary agent, literary agency, literary, represents novelists, represents authors, represents writers, represents … novelists, handles fiction, manuscript, manuscripts, debut, debuts, book deal, ?agent, ?represents
crime fiction: crime fiction, crime novel, crime novels, mystery, mysteries, thriller, thrillers, noir, detective story, detective stories, detective novel, suspense, whodunit
fiction: novel, novels, novelist, novelists, fiction, short stories, writer, author, writing, first book, creative writing, memoir
publishing: publishing, publisher, editor, editing, book, books, magazine, ?press, copy editor, proofreader, ?edits, ?editing
journalism: journalist, journalism, reporter, newspaper, columnist, newsroom, broadcaster, ?press, ?column, media, the press, columns, investigative reporting, critic, correspondent, journalists, news editor, news
newsletters and podcasts: newsletter, podcast, blog, blogs, video channel, youtube, essays
film: film, films, filmmaker, documentary, documentaries, video, cinematographer, cinema, short films, screenwriter, film director, ?shoots, ?edits, ?editing, video editing, film editor, movie, movies, videographer, animation, cameraman
photography: photographer, photography, photographs, photograph, photo, photos, negatives, darkroom, camera
museums and archives: museum, museums, curator, archive, archives, archivist, heritage, monuments, exhibition, gallery, collections, history, historian, libraries, ?collection
immigration history: ?immigration, ?emigration, ?immigrants, family history, genealogy, ancestors
digitisation: digitise, digitize, digitised, digitized, digitisation, digitization, scanning, scanned, scans, scan, imaging of, online archive
conservation of objects: conservator, preservation, preserve, restoration, restorer, conservation of, rot, ?conservation, ?restored, bookbinder, bookbinding, book restorer, paper restorer, restores paintings, art restoration, old books, rare books, antiquarian
visual arts: artist, painter, painting, sculpture, sculptor, fine art
arts funding: arts council, arts grants, community arts, arts
theatre: theatre, theater, actor, actress, stage, drama, playwright
comedy: comedy, comedian, stand-up comedy, improv, improvisation theatre, cabaret, circus, clown, magician
record industry: record label, records label, record company, recording contracts, recording contract, royalties, music industry, music business, recording studio, sound engineer, music producer, signs artists, signs … artists, music publishing, tour manager
jazz and pop: jazz, rock band, pop music, singer-songwriter, songwriter, blues, folk music, bass player, ?bass, guitar, drummer, dj
radio and voice: radio presenter, radio producer, radio station, voice-over, voice actor, announcer, audiobook, audiobooks
comics and illustration: illustrator, illustration, illustrations, comics, cartoonist, cartoons, graphic novel, watercolour, watercolours, picture book, picture books
children's books: picture book, picture books, illustrated books, books for children, children's books, books … children, young adult fiction
poetry: poet, poetry, poems, spoken word
crafts of the stage: costume designer, set designer, stage lighting, lighting designer, sound design, props
dance: dance, dancer, ballet, choreographer
marketing: marketing, marketer, brand manager, advertising, public relations, pr, social media, seo, copywriter, copywriting, communications
advertising: advertising, ad agency, adverts, advertisements, campaign manager, media buying, copywriter, branding agency, billboards
public relations: public relations, pr, press office, press officer, spokesperson, publicist, publicity, media relations, press release
public speaking: public speaking, speaker, keynote, speeches, speechwriter, rhetoric, presentation skills, toastmasters, tedx, debate, debating
event management: event manager, event management, conferences, conference organiser, trade fair, trade show, exhibition stand, venue, venues, meeting planner, ?congress
social media: social media, influencer, instagram, tiktok, followers, youtuber, content creator, community manager
translation and text: ghostwriter, ghostwriting, technical writer, technical writing, editor of reports, proofreading, proofreader
web video: subscribers, membership site

# public life
elections and city politics: city council, town council, council seat, councillor, councilman, councilwoman, alderman, alderwoman, mayor, mayors, election, elections, campaign, campaigns, field director, run for office, run for city council, run for council, run for mayor, petition, petitions, voters, canvassing, mailer, politician, politics, political, endorsement, endorsements, ?council, ?district, senator, congress, parliament, city hall, ?ward, ?candidate, ?candidates, public office, elected, political campaign, winning an election
unions: union, unions, labour, labor, shop steward, steward, organiser, organizer, organising, picket line, picket, collective bargaining, strike, endorsements
transit: transit, bus, buses, bus driver, public transport, railway, rail, tram, commuter, subway, ?train, ?trains, train driver, drivers, metro, cycling infrastructure
government: government, governments, civil servant, public sector, public administration, county, municipality, city manager, ministry, federal, state department
township meetings: town meeting, planning board, local government
faith: church, chapel, pastor, congregation, minister of, priest, rabbi, imam, parish, baptised, theology, clergyman, clergy, clergywoman, vicar, reverend, deacon, chaplain, mosque, synagogue, temple, bishop, monk, nun, religious
funerals: funeral, funerals, undertaker, funeral director, cemetery, grave, bereavement, grief
weddings: wedding planner, weddings, wedding dress, bridal, registrar, celebrant
maps: map, maps, cartography, cartographer, mapmaker, mapping, gis, orienteering, atlas
traffic planning: traffic, traffic jams, traffic planner, transport planner, transport planning, road safety, parking, bus lanes, congestion, mobility planning, cycle lanes
town planning: town planner, urban planner, urban planning, city planning, regional planning, public space, master plan
waste and cleaning: cleaning company, cleaners, janitor, laundry, dry cleaning, waste collection, recycling
disaster relief: disaster relief, humanitarian, red cross, refugee camp, aid worker, development aid, emergency response
emergency services: firefighter, fire department, paramedic, ambulance, rescue

# sport
fitness: fitness, gym, personal trainer, yoga, pilates, running coach, marathon, runner, runners, jogging, triathlon, ?running, ?coach
rowing: rowing, rower, rowers, regatta, rowing eight, ?stroke, oars, sculling
swimming and diving: swimming, swimmer, lifeguard, diving, scuba, scuba diver, freediving, water polo
climbing and mountains: climbing, climber, mountaineer, mountaineering, mountain guide, bouldering, avalanche, alpine
skiing: ski, skis, skiing, ski instructor, snowboard, ski resort, ski resorts, cross-country skiing
martial arts: judo, karate, boxing, boxer, wrestling, taekwondo, self-defence, fencing
dancing for everybody: tango, salsa, ballroom, dance teacher, dance school
chess and games: chess, chess player, bridge club, poker, board games, escape room, quiz
sailing: sailing, sailor at weekends, yacht, yachts, skipper, sailing school, regatta
skateboards and bicycles: skateboarding, skateboard, skateboards, longboard, longboards, surfboard, snowboard, bicycle, bicycles, ?boards, ?board
ball and court sports: tennis, basketball, football, soccer, baseball, tennis courts, basketball courts, hurling, hockey, golf, sports, sport, athlete, ?courts, ?court, coach of team, ?cricket, ?pitch, rugby, volleyball, badminton, squash, swimming, swimmer, athletics, boxing, martial arts, judo, gymnastics, stadium, sports club, referee, ?plays, ?play, coaching football, goalkeeper, team sport, league, tournament, olympics, olympic
outdoors: outdoors, outdoor, hiking, climbing, mountaineering, camping, skiing, ski, ?guide, mountain guide, trail, trekking, national park

# vehicles
vehicle leasing: vehicle leasing, car leasing, fleet, fleets, leasing cars, automobile, automotive, car dealer, ?leasing, ?lease, ?leases, cars, vehicles, car, vehicle, van, vans, lorry, lorries, pickup, pickups, company cars, car hire, car rental

# travel
travel: travel, travel agency, travel site, tourism, hotel, hotels, tour guide, tours, tour operator
hotels: hotel, hotels, hotelier, innkeeper, guest house, guesthouse, bed and breakfast, hostel, concierge, receptionist, campsite, holiday homes, airbnb
pilgrimage and long walks: pilgrimage, long-distance hiking, hiking guides, trail maps
toys and leisure: toys, board game, board games, puzzles
`;
