"""The English text of the main explainer, block by block after the Japanese."""

ENGLISH = {
    "headline": "What is Japan’s Digital Agency? Its origins, its three aims and the work ahead",
    "standfirst": "Why was the digitalisation of Japan entrusted to a new public office? Step by step, we look at the background and organisation of the Digital Agency, founded in September 2021, at its aims and work, and at where blockchain comes in. No knowledge of how government works is needed.",
    "hero_alt": "The empty squares of Japanese manuscript paper turn, from left to right, into rows of large and small points. One square is vermilion.",
    "hero_caption": "Not just copying paper procedures onto a screen, but rebuilding the procedures themselves: that is the task given to the Digital Agency.",
    "body": [
        (
            "key-points",
            "key_points",
            {
                "points": [
                    "The Digital Agency was founded in September 2021 to digitalise Japan and make up for lost time.",
                    "It has 600 people, 200 of them from companies (as of the material this explainer draws on). Most work in teams formed for a project.",
                    "It has three aims: automated, one-stop procedures; convenient services that fit each person; and a digital society that anyone can join.",
                    "The government’s priority programme also mentions blockchain, and names uses such as proof of identity.",
                ]
            },
        ),
        ("what-it-is", "heading", {"level": "2", "text": "What the Digital Agency is"}),
        (
            "what-it-is-1",
            "paragraph",
            "<p>The Digital Agency is a national government office. It was founded in <b>September 2021</b> to digitalise Japan and to make up for lost time. Its slogan puts the society it is aiming for into a single short line.</p>",
        ),
        (
            "slogan",
            "quote",
            {
                "text": "Digitalisation that is kind to people and leaves no one behind",
                "source_name": "Slogan of the Digital Agency (DAJP’s translation)",
                "source_url": "https://www.digital.go.jp/",
            },
        ),
        (
            "what-it-is-2",
            "paragraph",
            "<p>We begin with how the office came about, and with the people who work in it.</p>",
        ),
        (
            "what-it-is-list",
            "bullets",
            {
                "kind": "bullet",
                "items": [
                    "<p>Why it was founded: what had fallen behind</p>",
                    "<p>Organisation and people: who works there, and how</p>",
                ],
            },
        ),
        ("background", "heading", {"level": "3", "text": "Why it was founded"}),
        (
            "background-1",
            "paragraph",
            "<p>The prompt was the response to COVID-19. Just when information and money had to reach people quickly, the delay in digitalising public administration showed itself in the following ways.</p>",
        ),
        (
            "background-list",
            "bullets",
            {
                "kind": "bullet",
                "items": [
                    "<p><b>Case reports</b>: public bodies were sending them to one another by fax.</p>",
                    "<p><b>Benefit applications</b>: for the benefit of 100,000 yen per person, online applications failed in numbers.</p>",
                    "<p><b>The contact-tracing app</b>: COCOA remained defective for a long time.</p>",
                ],
            },
        ),
        (
            "background-2",
            "paragraph",
            "<p>After this experience the IT Basic Act was reviewed in full, and it was decided to set up a control tower for building a digital society. That control tower is the Digital Agency. Here are the events of its founding year, limited to those we can date.</p>",
        ),
        (
            "history",
            "timeline",
            {
                "entries": [
                    {"date": "2021-09", "text": "<p>The Digital Agency is founded.</p>"},
                    {
                        "date": "2021",
                        "text": "<p>Digital Day is held from this year on (our material does not give the month).</p>",
                    },
                ]
            },
        ),
        ("organisation", "heading", {"level": "3", "text": "Organisation and people"}),
        (
            "organisation-1",
            "paragraph",
            "<p>In the material this explainer draws on, the work of the Digital Agency is divided among four groups.</p>",
        ),
        (
            "organisation-list",
            "bullets",
            {
                "kind": "number",
                "items": [
                    "<p><b>Strategy and organisation</b>: responsible for the strategy and organisation of the Agency as a whole.</p>",
                    "<p><b>Common functions of the digital society</b>: builds the foundations that many services share.</p>",
                    "<p><b>Services for the public</b>: responsible for services that residents use directly, such as everyday procedures.</p>",
                    "<p><b>Services for ministries</b>: responsible for services that support the work of the ministries.</p>",
                ],
            },
        ),
        (
            "organisation-chart",
            "figure",
            {
                "picture": "org-chart-en",
                "title": "Four groups, and teams formed by project",
                "alt": "Organisation chart of the Digital Agency. Four groups stand side by side under the Agency: strategy and organisation, common functions of the digital society, services for the public, and services for ministries. People from all groups except strategy and organisation join teams formed for each project.",
                "caption": "Outside the strategy and organisation group, teams are formed by project. The groups are given as of the material this explainer draws on.",
                "source_name": "Digital Agency",
                "source_url": "https://www.digital.go.jp/",
                "licence": "CC BY 4.0",
                "edited_note": "Drawn by the DAJP editors from the division into groups.",
            },
        ),
        (
            "organisation-2",
            "paragraph",
            "<p>The Agency has 600 people, 200 of whom came from companies. Outside the strategy and organisation group, people do not stay in one fixed division but form teams by project. This lets experience of public administration and of business meet in a single piece of work.</p>",
        ),
        ("organisation-related", "related", ["government-cloud"]),
        ("aims", "heading", {"level": "2", "text": "Three aims"}),
        (
            "aims-1",
            "paragraph",
            "<p>What the Digital Agency is aiming for can be sorted into three. As we take them in turn, it helps to picture which moments of daily life would change.</p>",
        ),
        (
            "aims-list",
            "bullets",
            {
                "kind": "number",
                "items": [
                    "<p>Procedures that are automated and done once</p>",
                    "<p>Convenient services that fit each person</p>",
                    "<p>A digital society that anyone can join</p>",
                ],
            },
        ),
        ("aim-procedures", "heading", {"level": "3", "text": "Procedures that are automated and done once"}),
        (
            "aim-procedures-1",
            "paragraph",
            "<p>“One-stop” means getting everything done in one place instead of going from counter to counter. The aim is to automate procedures as far as possible, and then to let people finish the notices and applications that come with life events on the smartphone in their hand.</p>",
        ),
        (
            "aim-procedures-2",
            "paragraph",
            '<p>Denmark is an example of a country that is ahead. It comes first in <a href="https://publicadministration.un.org/egovkb/">the e-government ranking of the UN Department of Economic and Social Affairs (UN DESA)</a>, and its procedures for marriage and divorce can be completed online. The rank is as of the material this explainer draws on.</p>',
        ),
        (
            "aim-procedures-3",
            "paragraph",
            "<p>The other pillar is notices. For births, childcare and care, the idea is to send push notices to people’s smartphones at the time they need them. That can help reduce the number who miss an application because they did not know a scheme existed.</p>",
        ),
        ("aim-procedures-related", "related", ["one-stop-moving"]),
        ("aim-personal", "heading", {"level": "3", "text": "Convenient services that fit each person"}),
        (
            "aim-personal-1",
            "paragraph",
            "<p>The second aim is services that suit the person. People would hold their own health-check results, their medication and records of vital signs, such as temperature and blood pressure, through My Number. For getting around, one example given is making transport information available in real time.</p>",
        ),
        ("aim-society", "heading", {"level": "3", "text": "A digital society that anyone can join"}),
        (
            "aim-society-1",
            "paragraph",
            "<p>The third aim is a society in which people can work and learn wherever they are. If distance is no longer in the way, where someone lives will less often narrow their choice of work or education.</p>",
        ),
        ("aims-related", "related", ["mynaportal", "my-number-card", "vaccination-record-system"]),
        ("work", "heading", {"level": "2", "text": "Main work"}),
        (
            "work-1",
            "paragraph",
            "<p>We divide the work towards these aims into three parts. It includes not only the screens that people see but also foundations that are hard to see.</p>",
        ),
        (
            "work-list",
            "bullets",
            {
                "kind": "bullet",
                "items": [
                    "<p>Common functions and their spread</p>",
                    "<p>Screens and counters that are easy to use</p>",
                    "<p>Standards, reform of processes, and people</p>",
                ],
            },
        ),
        ("work-common", "heading", {"level": "3", "text": "Common functions and their spread"}),
        (
            "work-common-1",
            "paragraph",
            "<p>Common functions are the foundations that many services share. The chief example is the system of numbers for people and companies, beginning with My Number. Alongside it, the Agency reviews the core systems of municipalities, which support work such as residents’ records and taxes.</p>",
        ),
        (
            "work-common-2",
            "paragraph",
            "<p>The more convenient services become, however, the greater the duty to protect information. Ease of use and cybersecurity have to be achieved together, not one at the cost of the other.</p>",
        ),
        ("work-screens", "heading", {"level": "3", "text": "Screens and counters that are easy to use"}),
        (
            "work-screens-1",
            "paragraph",
            "<p>The screens and controls of a service are called its UI, and the experience of using it is called UX. The Digital Agency gives weight to accessibility, meaning that services work whatever a person’s age or disability, as it sets up online counters in fields such as these.</p>",
        ),
        (
            "work-screens-list",
            "bullets",
            {
                "kind": "bullet",
                "items": [
                    "<p>Childcare</p>",
                    "<p>Care</p>",
                    "<p>Moving house</p>",
                    "<p>Passports</p>",
                ],
            },
        ),
        (
            "accessibility",
            "note",
            {
                "title": "The word “accessibility”",
                "text": "<p>It is not a favour for a special few. Anyone can find a service hard to use at times, with one hand full, say, or when looking at a screen in bright sunlight. Accessibility means preparing a service so that it still works at such moments.</p>",
            },
        ),
        ("work-screens-related", "related", ["mynaportal"]),
        ("work-other", "heading", {"level": "3", "text": "Standards, reform of processes, and people"}),
        (
            "work-other-1",
            "paragraph",
            "<p>Other work includes standardising the state’s information systems, reforming processes themselves, and measures concerning digital talent. It is easily overlooked, yet everything else rests on it. Digital Day has also been held since <b>2021</b>.</p>",
        ),
        ("cases", "heading", {"level": "2", "text": "Model cases"}),
        (
            "cases-1",
            "paragraph",
            "<p>We take up three cases that make the work easy to grasp. Each of them joins up things that used to be separate.</p>",
        ),
        (
            "cases-list",
            "bullets",
            {
                "kind": "bullet",
                "items": [
                    "<p>The Vaccination Record System (VRS)</p>",
                    "<p>The My Number Card and Mynaportal</p>",
                    "<p>One-stop moving</p>",
                ],
            },
        ),
        ("case-vrs", "heading", {"level": "3", "text": "The Vaccination Record System (VRS)"}),
        (
            "case-vrs-1",
            "paragraph",
            '<p>Who was vaccinated, when, where and with which vaccine? The <a explainer="vaccination-record-system">VRS</a> handles these records in one national system instead of a separate one for each municipality. The records run to millions a day.</p>',
        ),
        ("case-card", "heading", {"level": "3", "text": "The My Number Card and Mynaportal"}),
        (
            "case-card-1",
            "paragraph",
            '<p>The second case is the joining of the <a explainer="my-number-card">My Number Card</a> with the health-insurance card and the driving licence. The online counter <a explainer="mynaportal">Mynaportal</a> is also to be made easier to use.</p>',
        ),
        ("case-moving", "heading", {"level": "3", "text": "One-stop moving"}),
        (
            "case-moving-1",
            "paragraph",
            '<p>The third is <a explainer="one-stop-moving">moving house</a>. Once an application has been made, its content is passed on to companies and public offices. The purpose is to spare people from writing the same address again and again.</p>',
        ),
        (
            "cases-comparison",
            "comparison",
            {
                "title": "What changes in the three cases",
                "left_label": "Before",
                "right_label": "What changed",
                "rows": [
                    {
                        "aspect": "Vaccination records",
                        "left": "A separate system for each municipality",
                        "right": "One national system, with millions of records a day",
                    },
                    {
                        "aspect": "My Number Card",
                        "left": "Separate from the health-insurance card and driving licence",
                        "right": "Joined with the health-insurance card and driving licence",
                    },
                    {
                        "aspect": "Moving house",
                        "left": "Separate notices to companies and public offices",
                        "right": "One application, passed on to companies and public offices",
                    },
                ],
            },
        ),
        (
            "cases-qa",
            "qa",
            {
                "items": [
                    {
                        "question": "What does the VRS record?",
                        "answer": "<p>Four things: the person vaccinated, the time, the place and the kind of vaccine.</p>",
                    },
                    {
                        "question": "Once the cards are joined, can I leave my insurance card and driving licence at home?",
                        "answer": "<p>The material this explainer draws on does not say when this starts or how far it reaches. Before you rely on it, please check with the offices in charge of your health insurance or driving licence.</p>",
                    },
                    {
                        "question": "When I move, is one application enough for everything?",
                        "answer": "<p>We cannot say that it covers everything. Where it is passed on to may differ with the companies you have contracts with and the municipality you live in. It is safest to check beforehand.</p>",
                    },
                ]
            },
        ),
        ("cases-related", "related", ["vaccination-record-system", "my-number-card", "one-stop-moving"]),
        ("blockchain", "heading", {"level": "2", "text": "Where blockchain fits"}),
        (
            "blockchain-1",
            "paragraph",
            '<p>A blockchain joins bundles of records like the links of a chain, and many participants hold the same content. The government’s <a href="https://www.digital.go.jp/policies/priority-policy-program">Priority Policy Programme for a digital society</a> describes the technology as resistant to tampering and good for audit trails, which let records be followed back later. It names three uses.</p>',
        ),
        (
            "blockchain-uses",
            "bullets",
            {
                "kind": "bullet",
                "items": [
                    "<p>Proof of identity</p>",
                    "<p>Records of how goods reach their buyers (supply chains)</p>",
                    "<p>Power trading</p>",
                ],
            },
        ),
        (
            "blockchain-2",
            "paragraph",
            '<p>A group of ruling-party members went further and proposed six pillars. <a explainer="nft">NFTs</a> and <a explainer="stablecoins">stablecoins</a> are among them. The proposal also includes the following.</p>',
        ),
        (
            "blockchain-proposals",
            "bullets",
            {
                "kind": "bullet",
                "items": [
                    "<p>Placing an officer in charge of blockchain in the Digital Agency</p>",
                    "<p>Setting up special zones</p>",
                    "<p>Building a platform that ties My Number to private IDs</p>",
                ],
            },
        ),
        (
            "blockchain-3",
            "paragraph",
            "<p>These are proposals by members of the party. They should be read apart from what the government has decided.</p>",
        ),
        ("blockchain-related", "related", ["stablecoins", "nft", "my-number-card"]),
        ("outlook", "heading", {"level": "2", "text": "The work ahead"}),
        (
            "outlook-1",
            "paragraph",
            '<p>The picture drawn is one in which the state’s information systems turn into infrastructure that society shares. A <a explainer="government-cloud">cloud</a> provided by the state would tie the state to municipalities, and to others such as hospitals.</p>',
        ),
        (
            "outlook-2",
            "paragraph",
            "<p>The more that is connected, the more convenient it becomes, and the more information there is to protect. How can convenience and safety go together? Can the work move forward without leaving behind those who find it hard to use? The words of the slogan are also a yardstick for the work to come.</p>",
        ),
        (
            "basis",
            "note",
            {
                "title": "About the information in this explainer",
                "text": "<p>The groups, the numbers of people and the rank are as of the material this explainer draws on, and may have changed since. Where a date is known, we give it. Before any procedure, always check the official guidance.</p>",
            },
        ),
        ("app", "promo", "app-download"),
    ],
}
