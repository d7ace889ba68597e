"""Sample items with advice on reading, procedures and safety, and placeholders for videos."""

# (category, topics, (headline, summary) in Japanese, the same in English)
ADVICE = [
    (
        "flash",
        ["crypto-markets"],
        (
            "数字の読み方:億と兆の区切り",
            "日本語は4桁、英語は3桁ごとに数の呼び名が変わります。1兆は英語で1 trillionです。",
        ),
        (
            "Reading figures: counting in thousands and ten thousands",
            "Names of numbers change every three digits in English and every four in Japanese. One trillion is called 1 chō.",
        ),
    ),
    (
        "flash",
        ["crypto-markets"],
        (
            "数字の読み方:「%」と「ポイント」",
            "40%が50%になれば、差は10ポイント、伸びは25%です。似た言葉ですが、意味は違います。",
        ),
        (
            "Reading figures: per cent and percentage points",
            "From 40% to 50% is a difference of 10 points and an increase of 25%. The words are close; the meanings are not.",
        ),
    ),
    (
        "flash",
        ["crypto-markets"],
        (
            "数字の読み方:グラフの目盛り",
            "縦の軸が0から始まらないグラフでは、小さな差も大きく見えます。線の前に目盛りを見ましょう。",
        ),
        (
            "Reading figures: the scale of a chart",
            "Where a vertical axis does not begin at zero, small differences look large. Look at the scale before the line.",
        ),
    ),
    (
        "flash",
        ["administration"],
        (
            "読み方の手引き:「方針」と「決定」を分ける",
            "案、方針、決定、実施は、それぞれ別の段階です。見出しの動詞に注意すると、区別しやすくなります。",
        ),
        (
            "How to read: plans apart from decisions",
            "A draft, a plan, a decision and its execution are different stages. The verb in the headline helps to tell them apart.",
        ),
    ),
    (
        "flash",
        ["administration"],
        (
            "読み方の手引き:事実と見方を分ける",
            "起きたことと、それについての考え。文の終わり方に注意すると、二つを分けて読めます。",
        ),
        (
            "How to read: facts apart from views",
            "What happened is one thing, and what somebody thinks about it another. Look for who is speaking in each sentence.",
        ),
    ),
    (
        "flash",
        ["procedures"],
        (
            "手続きの前に:公式の案内の見分け方",
            "検索の結果だけで判断せず、アドレスを確かめましょう。日本の政府機関には「go.jp」で終わるドメインがあります。",
        ),
        (
            "Before any procedure: recognising official guidance",
            "Do not rely on search results alone: check the address. Japanese government bodies have domains that end in “go.jp”.",
        ),
    ),
    (
        "flash",
        ["procedures"],
        (
            "手続きの前に:用意しておくと役立つもの",
            "必要な書類の一覧、連絡先、期限。三つを先に書き出しておくと、途中で手が止まりにくくなります。",
        ),
        (
            "Before any procedure: three things to have ready",
            "A list of the papers needed, whom to contact, and the deadline. Write them down first and you are less likely to get stuck.",
        ),
    ),
    (
        "flash",
        ["my-number"],
        (
            "身を守る手引き:暗証番号を尋ねられたら",
            "電話やメールで暗証番号を尋ねられても、答えないことが基本です。折り返しの連絡先は自分で調べましょう。",
        ),
        (
            "Staying safe: if someone asks for your PIN",
            "The basic rule is not to give it by phone or mail. Find the number to call back yourself.",
        ),
    ),
    (
        "flash",
        ["health-records"],
        (
            "身を守る手引き:健康の記録を人に見せる前に",
            "画面の写しには、名前や生年月日が写り込むことがあります。送る前に、必要な範囲だけかを見直しましょう。",
        ),
        (
            "Staying safe: before you show health records",
            "A screenshot may include a name or a date of birth. Before sending it, check that it shows only what is needed.",
        ),
    ),
    (
        "flash",
        ["stablecoins"],
        (
            "身を守る手引き:「必ずもうかる」という誘い",
            "利益を約束する誘いには、応じないことが基本です。迷ったら、一人で決めずに周りの人に相談しましょう。",
        ),
        (
            "Staying safe: offers that “always pay”",
            "The basic rule is not to accept an offer that promises a profit. If in doubt, talk to somebody before deciding.",
        ),
    ),
    (
        "flash",
        ["blockchain"],
        (
            "身を守る手引き:送り先のアドレスを確かめる",
            "ブロックチェーンの送金は、一般に取り消せません。少額で試してから送る方法があります。",
        ),
        (
            "Staying safe: check the address you send to",
            "A transfer on a blockchain generally cannot be undone. One way is to try with a small amount first.",
        ),
    ),
    (
        "video",
        ["administration"],
        (
            "動画の枠の見本:再生の前に外部へつながない",
            "動画の記事が並ぶ様子を示す見本です。動画はありません。",
        ),
        (
            "Video placeholder: no outside connection before play",
            "A sample that shows how video items line up. There is no video.",
        ),
    ),
    (
        "video",
        ["crypto-markets"],
        (
            "動画の枠の見本:見出しと要約だけで伝える",
            "動画を見られない場面でも内容が分かるように、要約を添える見本です。動画はありません。",
        ),
        (
            "Video placeholder: headline and summary alone",
            "A sample with a summary, so that the point is clear where video cannot be watched. There is no video.",
        ),
    ),
]
