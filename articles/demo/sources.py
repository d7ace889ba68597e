"""The documents the demo explainers rest on, named by organisation and home-level address only."""

DIGITAL_AGENCY = {
    "title": "デジタル庁",
    "publisher": "デジタル庁",
    "url": "https://www.digital.go.jp/",
    "language": "ja",
    "accessed": "2025-12-03",
}

PRIORITY_PROGRAMME = {
    "title": "デジタル社会の実現に向けた重点計画",
    "publisher": "デジタル庁",
    "url": "https://www.digital.go.jp/policies/priority-policy-program",
    "language": "ja",
    "accessed": "2025-12-03",
}

UN_EGOVERNMENT = {
    "title": "UN E-Government Knowledgebase",
    "publisher": "United Nations Department of Economic and Social Affairs (UN DESA)",
    "url": "https://publicadministration.un.org/egovkb/",
    "language": "en",
    "accessed": "2025-12-03",
}
