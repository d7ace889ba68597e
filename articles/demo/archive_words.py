"""Sample items that each explain one word in general terms."""

# (category, topics, (headline, summary) in Japanese, the same in English)
WORDS = [
    (
        "market",
        ["crypto-markets"],
        (
            "用語メモ:時価総額",
            "1単位の値段に、出回っている量を掛けた金額です。値段だけでは分からない、全体の大きさの目安になります。",
        ),
        (
            "Word of the day: market capitalisation",
            "The price of one unit multiplied by the number in circulation. It indicates an overall size that price alone does not show.",
        ),
    ),
    (
        "market",
        ["crypto-markets"],
        (
            "用語メモ:流動性",
            "売り買いのしやすさを表す言葉です。相手が多い市場では、値段を大きく動かさずに取引しやすくなります。",
        ),
        (
            "Word of the day: liquidity",
            "How easily something can be bought and sold. In a market with many participants, a trade is less likely to move the price much.",
        ),
    ),
    (
        "market",
        ["crypto-markets"],
        (
            "用語メモ:ボラティリティ",
            "値動きの大きさを表す言葉です。上がる方向だけでなく、下がる方向の動きも含みます。",
        ),
        ("Word of the day: volatility", "How widely a price moves. The word covers falls as well as rises."),
    ),
    (
        "market",
        ["crypto-markets"],
        ("用語メモ:現物と先物", "現物はその場で受け渡す取引、先物は将来の受け渡しを先に約束する取引です。"),
        (
            "Word of the day: spot and futures",
            "In a spot trade delivery takes place at once. A future is an agreement now about delivery later.",
        ),
    ),
    (
        "market",
        ["crypto-markets"],
        (
            "用語メモ:ETF",
            "取引所で売り買いできる投資信託のことです。株式、債券、商品など、連動する対象はさまざまです。",
        ),
        (
            "Word of the day: ETF",
            "An investment fund that is traded on an exchange. It may follow shares, bonds, commodities or other assets.",
        ),
    ),
    (
        "market",
        ["crypto-markets"],
        (
            "用語メモ:通貨ペア",
            "二つの通貨の組み合わせです。どちらを基準にするかで、同じ値動きでも数字の見え方が変わります。",
        ),
        (
            "Word of the day: currency pair",
            "Two currencies quoted together. The same move looks different in figures depending on which one is the base.",
        ),
    ),
    (
        "market",
        ["crypto-markets"],
        (
            "用語メモ:ウォレット",
            "暗号資産を動かすための鍵を管理する道具です。財布という名前ですが、中に入っているのは硬貨ではなく鍵です。",
        ),
        (
            "Word of the day: wallet",
            "A tool that looks after the keys with which crypto-assets are moved. Despite its name, it holds keys rather than coins.",
        ),
    ),
    (
        "market",
        ["blockchain"],
        (
            "用語メモ:ブロックチェーン",
            "記録のまとまりを順につなげ、多くの参加者が同じ内容を持ち合う技術です。途中だけをこっそり書き換えることが難しくなります。",
        ),
        (
            "Word of the day: blockchain",
            "Bundles of records joined in order, with many participants holding the same content. That makes it hard to change one part unnoticed.",
        ),
    ),
    (
        "market",
        ["blockchain"],
        (
            "用語メモ:スマートコントラクト",
            "決めた条件を満たすと、あらかじめ書かれた処理が自動で進む仕組みです。書き間違いも、そのまま実行されます。",
        ),
        (
            "Word of the day: smart contract",
            "Steps written in advance that run by themselves once a set condition is met. Mistakes in the writing are carried out as well.",
        ),
    ),
    (
        "market",
        ["blockchain"],
        (
            "用語メモ:ハッシュ値",
            "データから計算される短い値です。元のデータが少しでも変わると値も変わるため、改ざんに気づく手がかりになります。",
        ),
        (
            "Word of the day: hash",
            "A short value computed from data. The slightest change in the data changes the value, which helps to reveal tampering.",
        ),
    ),
    (
        "market",
        ["blockchain"],
        ("用語メモ:監査証跡", "誰が、いつ、何をしたかを、後からたどれるように残した記録です。"),
        (
            "Word of the day: audit trail",
            "A record that allows people to follow, later on, who did what and when.",
        ),
    ),
    (
        "market",
        ["blockchain"],
        (
            "用語メモ:トークン",
            "ブロックチェーンの上で発行される、電子の「しるし」です。何を表すかは、発行のしかたによって異なります。",
        ),
        (
            "Word of the day: token",
            "An electronic “mark” issued on a blockchain. What it stands for depends on how it is issued.",
        ),
    ),
    (
        "market",
        ["stablecoins"],
        ("用語メモ:法定通貨", "円やドルのように、法律によって通用する力を与えられたお金です。"),
        (
            "Word of the day: legal tender",
            "Money such as the yen or the dollar, which the law requires to be accepted.",
        ),
    ),
    (
        "market",
        ["stablecoins"],
        (
            "用語メモ:準備資産",
            "発行したものの価値を支えるために持つ資産です。中身と量の両方を確かめることが大切です。",
        ),
        (
            "Word of the day: reserve assets",
            "Assets held to support the value of what has been issued. Both their kind and their amount deserve a look.",
        ),
    ),
    (
        "market",
        ["stablecoins"],
        ("用語メモ:償還", "発行された証券や電子の資産などを、発行した側が引き取り、お金で払い戻すことです。"),
        (
            "Word of the day: redemption",
            "The issuer takes back a security or an electronic asset and pays it out in money.",
        ),
    ),
    (
        "market",
        ["administration"],
        (
            "用語メモ:一次資料",
            "できごとに直接関わった人や機関が作った資料です。引用を重ねた記事より前に、まず確かめたい手がかりです。",
        ),
        (
            "Word of the day: primary source",
            "Material made by the people or bodies directly involved. It comes before articles that quote one another.",
        ),
    ),
    (
        "market",
        ["administration"],
        ("用語メモ:パブリックコメント", "行政が決まりなどの案を公表し、広く意見を募る手続きです。"),
        (
            "Word of the day: public comment",
            "A procedure in which public bodies publish a draft rule and invite views from everyone.",
        ),
    ),
    (
        "market",
        ["standards"],
        (
            "用語メモ:標準化",
            "形や手順をそろえることです。そろえておくと、別の仕組みとの受け渡しが楽になります。",
        ),
        (
            "Word of the day: standardisation",
            "Making shapes and steps the same. It makes handing things over to another system easier.",
        ),
    ),
    (
        "market",
        ["standards"],
        ("用語メモ:API", "別の仕組みから機能やデータを使うための、決められた入り口です。"),
        (
            "Word of the day: API",
            "An agreed way in, through which one system uses the functions or data of another.",
        ),
    ),
    (
        "market",
        ["standards"],
        (
            "用語メモ:オープンデータ",
            "誰でも使いやすい形と条件で公開されたデータです。公開されているだけでなく、再び使えることが要になります。",
        ),
        (
            "Word of the day: open data",
            "Data published in a form and on terms that anyone can use. Being public is not enough: it has to be reusable.",
        ),
    ),
    (
        "market",
        ["my-number"],
        (
            "用語メモ:二要素認証",
            "知っているもの、持っているもの、体の特徴のうち、二つを組み合わせて本人かどうかを確かめる方法です。",
        ),
        (
            "Word of the day: two-factor authentication",
            "Confirming identity with two of three things: something you know, something you have and a feature of your body.",
        ),
    ),
    (
        "market",
        ["my-number"],
        (
            "用語メモ:電子証明書",
            "オンラインで、本人であることやデータが改ざんされていないことを確かめるために使う電子の証明です。",
        ),
        (
            "Word of the day: digital certificate",
            "Electronic proof used online to confirm who someone is and that data have not been altered.",
        ),
    ),
    (
        "market",
        ["health-records"],
        ("用語メモ:バイタル", "脈拍、血圧、体温、呼吸など、体の基本的な状態を示す値です。"),
        (
            "Word of the day: vital signs",
            "Values that show the basic state of the body, such as pulse, blood pressure, temperature and breathing.",
        ),
    ),
    (
        "market",
        ["procedures"],
        ("用語メモ:プッシュ通知", "利用者が見に行かなくても、サービスの側から端末に届く知らせです。"),
        (
            "Word of the day: push notification",
            "A notice that a service sends to a device without the user having to look for it.",
        ),
    ),
    (
        "market",
        ["procedures"],
        (
            "用語メモ:アクセシビリティ",
            "年齢や障害の有無、使う場面にかかわらず、使えるようになっていることを指します。",
        ),
        (
            "Word of the day: accessibility",
            "Being usable whatever a person’s age or disability, and whatever the situation.",
        ),
    ),
]
