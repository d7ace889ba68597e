"""The news items of 3 and 4 December 2025, newest first, and the generated sample archive before them."""

from articles.demo.archive import archive_items

ARCHIVE = archive_items

NEWS = [
    {
        "slug": "strategy-msci-talks",
        "published_at": "2025-12-04T05:45+09:00",
        "category": "flash",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "Strategy、指数での扱いをめぐりMSCIと協議",
            "summary": "Strategyは、株価指数での自社の扱いについて、MSCIと話し合っていることを認めました。同社は14億4000万ドルの準備金を設けています。調査会社のCryptoQuantは、ビットコインの長い下落に備える動きとみています。",
        },
        "en": {
            "headline": "Strategy in talks with MSCI over its place in indices",
            "summary": "Strategy has confirmed that it is talking to MSCI about how the company is treated in share indices. It has set up a reserve of 1.44 billion dollars. The research firm CryptoQuant reads this as preparing for a long fall in bitcoin.",
        },
    },
    {
        "slug": "xrp-etfs-800-million",
        "published_at": "2025-12-03T17:03+09:00",
        "category": "market",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "XRPの現物ETF、13営業日目に8億ドルを突破",
            "summary": "XRPに連動する現物型ETFの規模が、取引13日目で8億ドル(約1240億円)を超えました。到達の速さは、ビットコインの現物ETFに次ぐ2番目です。",
        },
        "en": {
            "headline": "Spot XRP ETFs pass 800 million dollars on their 13th trading day",
            "summary": "Spot ETFs that follow XRP have passed 800 million dollars (about 124 billion yen) on the 13th day of trading. Only spot bitcoin ETFs got there faster.",
        },
    },
    {
        "slug": "binance-ends-15-pairs",
        "published_at": "2025-12-03T16:25+09:00",
        "category": "flash",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "Binance、現物の15ペアを12月5日に取り扱い終了",
            "summary": "海外版のBinanceは、流動性の見直しを受けて、現物取引の15の通貨ペアを12月5日に終了します。対象の銘柄そのものの上場は続きます。これらのペアで動かしている自動売買も止まります。",
        },
        "en": {
            "headline": "Binance to end 15 spot pairs on 5 December",
            "summary": "The global Binance exchange will end trading in 15 spot pairs on 5 December after a review of liquidity. The tokens themselves stay listed. Trading bots running on these pairs will stop as well.",
        },
    },
    {
        "slug": "gensler-tokens-speculative",
        "published_at": "2025-12-03T15:14+09:00",
        "category": "video",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "Bloomberg",
        "ja": {
            "headline": "ゲンスラー前SEC委員長、ビットコイン以外のトークンは投機性が高いとの見方",
            "summary": "米証券取引委員会(SEC)の委員長を務めたゲンスラー氏が、Bloombergのインタビューに応じました。ビットコインを除くすべてのトークンについて、投機性が非常に高いとの見方を示しています。",
        },
        "en": {
            "headline": "All tokens but bitcoin are highly speculative, says former SEC chair Gensler",
            "summary": "Gary Gensler, who used to chair the US Securities and Exchange Commission (SEC), has spoken to Bloomberg. In the interview he described every token except bitcoin as highly speculative.",
        },
    },
    {
        "slug": "hashport-ponta-exchange",
        "published_at": "2025-12-03T15:00+09:00",
        "category": "flash",
        "topics": ["stablecoins", "blockchain"],
        "explainers": ["stablecoins", "digital-agency#blockchain"],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "HashPort Wallet、Pontaポイントから暗号資産などへの交換を開始",
            "summary": "HashPort Walletは12月1日から、PontaポイントをBase上のUSDCまたはcbBTCに替えられるようにしました。手持ちの暗号資産などをau PAYのギフトカードに替えることもできます。",
        },
        "en": {
            "headline": "HashPort Wallet starts exchanging Ponta points for crypto-assets",
            "summary": "Since 1 December, HashPort Wallet has let users exchange Ponta points for USDC or cbBTC on Base. Crypto-assets can also be turned into au PAY gift cards.",
        },
    },
    {
        "slug": "kalshi-cnn-partner",
        "published_at": "2025-12-03T13:40+09:00",
        "category": "flash",
        "topics": ["blockchain", "crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "Kalshi、CNNの公式な予測市場パートナーに",
            "summary": "予測市場のKalshiが、米CNNの公式パートナーになりました。同社は、Solanaの上でトークン化した市場も始めています。",
        },
        "en": {
            "headline": "Kalshi becomes CNN’s official prediction-market partner",
            "summary": "The prediction market Kalshi has become the official partner of CNN in its field. It is also starting tokenised markets on Solana.",
        },
    },
    {
        "slug": "strategy-ceo-dollar-reserve",
        "published_at": "2025-12-03T12:45+09:00",
        "category": "video",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "Strategyのトップ、配当は当面ドルの準備金から",
            "summary": "StrategyのCEOは、ドルの準備金があるため、当面はビットコインを売らずに配当を支払えると説明しました。貸し出しの可能性にも触れています。",
        },
        "en": {
            "headline": "Strategy’s dollar reserve pays dividends for now, says its chief executive",
            "summary": "The chief executive of Strategy says that its dollar reserve allows the company to pay dividends for now without selling bitcoin. Lending is mentioned as another possibility.",
        },
    },
    {
        "slug": "x-money-head-of-engineering",
        "published_at": "2025-12-03T12:14+09:00",
        "category": "flash",
        "topics": ["crypto-markets", "blockchain"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "X Moneyが決済開発の責任者を募集、Solanaは協力を申し出",
            "summary": "X Moneyが、決済の開発部門を率いる責任者を募集しています。これに対し、Solanaの側が協力を申し出ました。",
        },
        "en": {
            "headline": "X Money seeks a head of payments engineering; Solana offers help",
            "summary": "X Money is recruiting someone to lead its payments engineering. Solana has responded with an offer of help.",
        },
    },
    {
        "slug": "blackrock-fink-tokenised-assets",
        "published_at": "2025-12-03T10:32+09:00",
        "category": "market",
        "topics": ["blockchain", "crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "ブラックロックのフィンク氏ら、資産のトークン化に二つの利点",
            "summary": "ブラックロックのフィンク氏と同僚が、資産のトークン化について見解を示しました。利点を二つ挙げたうえで、規制当局が果たす役割にも触れています。",
        },
        "en": {
            "headline": "BlackRock’s Fink and a colleague see two gains in tokenised assets",
            "summary": "Larry Fink of BlackRock and a colleague have set out their views on tokenised assets. They name two gains, and also speak of the part that regulators have to play.",
        },
    },
    {
        "slug": "trust-wallet-prediction-markets",
        "published_at": "2025-12-03T10:15+09:00",
        "category": "flash",
        "topics": ["crypto-markets", "blockchain"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "Trust Wallet、予測市場の取り扱いを開始",
            "summary": "Trust Walletが、予測市場を使える機能を公開しました。まずMyriad、Polymarket、Kalshiの三つに対応します。",
        },
        "en": {
            "headline": "Trust Wallet opens prediction markets",
            "summary": "Trust Wallet has opened a feature for using prediction markets. Myriad, Polymarket and Kalshi are the first three.",
        },
    },
    {
        "slug": "kraken-buys-backed-finance",
        "published_at": "2025-12-03T09:49+09:00",
        "category": "flash",
        "topics": ["blockchain", "crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "Kraken、スイスのBacked Financeを買収",
            "summary": "暗号資産取引所のKrakenが、スイスのBacked Financeを買収します。株式などをトークンにした「xStocks」の取引は、半年で100億ドルに達しました。現実の資産をトークン化する市場は、2028年に2兆ドルになるとの見通しがあります。",
        },
        "en": {
            "headline": "Kraken buys Switzerland’s Backed Finance",
            "summary": "The crypto exchange Kraken is buying the Swiss company Backed Finance. Trading in xStocks, which are tokens of shares and the like, came to 10 billion dollars in half a year. One forecast puts the market for tokenised real-world assets at 2 trillion dollars by 2028.",
        },
    },
    {
        "slug": "ten-banks-euro-stablecoin",
        "published_at": "2025-12-03T07:25+09:00",
        "category": "flash",
        "topics": ["stablecoins"],
        "explainers": ["stablecoins", "digital-agency#blockchain"],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "欧州の10銀行、ユーロ建てステーブルコインを2026年後半に計画",
            "summary": "INGやBNPパリバなど欧州の10銀行が、ユーロの価値に合わせるステーブルコインを計画しています。新会社を通じて、2026年後半の発行を目指します。",
        },
        "en": {
            "headline": "Ten European banks plan a euro stablecoin for late 2026",
            "summary": "Ten European banks, among them ING and BNP Paribas, are planning a stablecoin tied to the euro. They aim to issue it through a new company in the second half of 2026.",
        },
    },
    {
        "slug": "bank-of-america-four-percent",
        "published_at": "2025-12-03T07:15+09:00",
        "category": "market",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "バンク・オブ・アメリカ、富裕層の顧客に最大4%のデジタル資産を提案",
            "summary": "バンク・オブ・アメリカが、富裕層の顧客に向けて、資産のうち最大4%をデジタル資産に振り向ける考え方を示しました。",
        },
        "en": {
            "headline": "Bank of America suggests up to 4% in digital assets for wealth clients",
            "summary": "Bank of America has suggested to its wealth-management clients that they put up to 4% of their portfolios in digital assets.",
        },
    },
    {
        "slug": "bitmine-buys-ether",
        "published_at": "2025-12-03T06:45+09:00",
        "category": "market",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "BitMine、3日間で110億円相当のイーサを購入",
            "summary": "BitMineは、3日間で110億円相当のイーサ(ETH)を買いました。保有量は約373万ETHです。供給量の5%を持つという目標に対し、62%まで進んだことになります。",
        },
        "en": {
            "headline": "BitMine buys ether worth 11 billion yen in three days",
            "summary": "BitMine has bought ether (ETH) worth 11 billion yen in three days. It holds about 3.73 million ETH, which is 62% of the way to its goal of 5% of the supply.",
        },
    },
    {
        "slug": "cme-crypto-benchmarks",
        "published_at": "2025-12-03T06:25+09:00",
        "category": "market",
        "topics": ["crypto-markets"],
        "explainers": [],
        "source_url": "",
        "source_name": "",
        "ja": {
            "headline": "CME、ビットコインなど4銘柄の指標を開始",
            "summary": "米取引所のCMEが、ビットコイン、イーサ、ソラナ、XRPの指標を始めました。ビットコインについては、変動の大きさを表す指数も加えています。",
        },
        "en": {
            "headline": "CME starts benchmarks for bitcoin and three other crypto-assets",
            "summary": "The US exchange CME has started benchmarks for bitcoin, ether, solana and XRP. For bitcoin there is also an index of volatility.",
        },
    },
]
